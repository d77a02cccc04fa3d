import { z } from 'zod';
import { error, type Files, type Findings } from './finding.ts';
import { readShape } from './json-file.ts';
import { LOCALE, type Manifest } from './manifest-shape.ts';

const said = z.string().trim().min(1);
const LISTING = { name: said, long_description: said, installation_instructions: said };

export function* checkTranslations(manifest: Manifest, files: Files): Findings {
  const fallback = `translations/${manifest.defaultLocale}.json`;
  if (!files.has(fallback)) yield error(`${fallback}: is missing, though it is the default locale`);
  for (const path of files.keys()) {
    if (!path.startsWith('translations/')) continue;
    const locale = path.slice('translations/'.length).replace(/\.json$/, '');
    if (!LOCALE.test(locale)) yield error(`${path}: is not named after a locale such as en or pt-br`);
    yield* readShape(files, path, shapeOf(manifest, path === fallback || locale === 'en'));
  }
}

/** Listing texts may fall back to the default locale; a label that falls back shows two languages in one form. */
function shapeOf({ parameters, private: unlisted }: Manifest, whole: boolean) {
  const label = z.looseObject({ label: said, helpText: z.string().optional() });
  const labels = z.looseObject(Object.fromEntries(parameters.map(({ name }) => [name, label])));
  const app = z.looseObject({
    ...(whole ? (unlisted ? { name: said } : LISTING) : {}),
    parameters: parameters.length > 0 ? labels : labels.optional(),
    package: z.undefined({ error: "would switch on Zendesk's internal format" }).optional(),
  });
  const described = app.refine(
    ({ short_description, description }) => !whole || unlisted || (short_description ?? description),
    'lacks short_description',
  );
  return z.looseObject({ app: described });
}
