import { error, type Files, type Findings } from './finding.ts';
import { zipFiles } from './zip.ts';

/** Zendesk's limit for the zip of a private app. Source: "Uploading and installing a private app". */
const MOST_BYTES = 2_000_000;

/** What Zendesk documents as accepted, less its own template formats. */
const ACCEPTED = new Set('png jpg jpeg gif svg js htm html css eot woff woff2 otf ttf json xml'.split(' '));

const FORBIDDEN: [RegExp, string][] = [
  [/(^|\/)\./, 'dotfiles stay out of a package'],
  [/(^|\/)node_modules\//, 'node_modules stays out of a package'],
  [/^tmp\//, 'tmp/ is where zcli leaves old packages'],
  [/^zcli\.apps\.config\.json$/, 'it holds the parameter values of one installation, secrets included'],
  [/\.map$/, 'source maps stay out of a package'],
];

/** Where a package's files stand; whatever a build leaves elsewhere is none of it. */
const PLACES = /^(manifest\.json|requirements\.json|(translations|assets)\/.+)$/;

export function* checkFiles(files: Files): Findings {
  for (const path of files.keys()) {
    const reason = FORBIDDEN.find(([pattern]) => pattern.test(path))?.[1];
    if (reason !== undefined) yield error(`${path}: ${reason}`);
    else if (!ACCEPTED.has(endingOf(path))) yield error(`${path}: Zendesk does not accept this type of file`);
    else if (!PLACES.test(path)) yield error(`${path}: does not belong into a package`);
  }
  const { length } = zipFiles(files);
  if (length > MOST_BYTES) yield error(`The zip has ${length} bytes; Zendesk takes ${MOST_BYTES}`);
}

const endingOf = (path: string) => path.split('.').at(-1)?.toLowerCase() ?? '';
