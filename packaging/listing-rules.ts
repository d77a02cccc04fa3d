import { z } from 'zod';
import { error, type Files, type Findings, warning } from './finding.ts';
import { parseObject } from './json-file.ts';
import type { Manifest } from './manifest-shape.ts';

/** Characters. Source: Zendesk's "Create content"; of the short description it gives a number for bots alone. */
const MOST = { name: 40, short_description: 80 };

const texts = z.looseObject({
  app: z.looseObject({ name: z.string().default(''), short_description: z.string().default('') }),
});

/** What the Marketplace's reviewers send back beyond the validator's rules: a listing, an address to write to, one backend for all. */
export function* checkListing(manifest: Manifest, files: Files): Findings {
  if (manifest.private) return;
  yield* checkAuthor(manifest);
  for (const [name, { url }] of Object.entries(manifest.location?.support ?? {}))
    if (url && URL.parse(url)?.hostname === 'localhost')
      yield error(`manifest.json: ${name}: ${url} cannot be reached from other accounts`);
  if (manifest.domainWhitelist.includes('localhost'))
    yield error('manifest.json: domainWhitelist names localhost, which no other account can reach');
  for (const [path, bytes] of files) if (path.startsWith('translations/')) yield* checkTexts(path, bytes);
}

function* checkAuthor({ author: { name, email, url } }: Manifest): Findings {
  for (const [key, value] of Object.entries({ name, email, url }))
    if (!value) yield warning(`manifest.json: author has no ${key}, which a listing shows`);
  if (/@example\.(com|net|org)$/.test(email ?? '')) yield warning(`manifest.json: ${email} is nobody's address`);
}

function* checkTexts(path: string, bytes: Uint8Array): Findings {
  const { data } = texts.safeParse(parseObject(new TextDecoder().decode(bytes)));
  if (data === undefined) return;
  for (const key of ['name', 'short_description'] as const)
    if ([...data.app[key]].length > MOST[key])
      yield error(`${path} > app > ${key}: has more than ${MOST[key]} characters`);
  if (/zendesk/i.test(data.app.name)) yield error(`${path} > app > name: uses Zendesk's name`);
}
