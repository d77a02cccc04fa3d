import { checkAssets } from './asset-rules.ts';
import { checkFiles } from './file-rules.ts';
import type { Files, Finding, Findings } from './finding.ts';
import { checkJson, readShape } from './json-file.ts';
import { checkListing } from './listing-rules.ts';
import { checkKind, checkLocations } from './manifest-rules.ts';
import { MANIFEST } from './manifest-shape.ts';
import { checkParameters } from './parameter-rules.ts';
import { checkRequirements } from './requirement-rules.ts';
import { checkTexts } from './text-rules.ts';
import { checkTranslations } from './translation-rules.ts';

/** Zendesk's own rules for an app's package, and what its validator leaves unchecked though installing needs it. */
export function checkPackage(files: Files): { errors: string[]; warnings: string[] } {
  const findings = [...findAll(files)];
  const textsOf = (level: Finding['level']) =>
    findings.filter((finding) => finding.level === level).map(({ text }) => text);
  return { errors: textsOf('error'), warnings: textsOf('warning') };
}

function* findAll(files: Files): Findings {
  yield* checkFiles(files);
  yield* checkTexts(files);
  yield* checkJson(files);
  yield* checkRequirements(files);
  const manifest = yield* readShape(files, 'manifest.json', MANIFEST);
  if (manifest === null) return;
  yield* checkKind(manifest, files);
  yield* checkLocations(manifest, files);
  yield* checkParameters(manifest);
  yield* checkTranslations(manifest, files);
  yield* checkAssets(manifest, files);
  yield* checkListing(manifest, files);
}
