import { error, type Files, type Findings, warning } from './finding.ts';

const CREDENTIAL = /-----BEGIN [A-Z ]*PRIVATE KEY|\bAKIA[0-9A-Z]{16}\b|\bxox[abop]-[\w-]{10}|\bsk-[\w-]{20}/;
const INSECURE = /http:\/\/[\w-]+(?:\.[\w-]+)+/g;
/** Names of XML and JSON vocabularies, which nothing fetches. */
const VOCABULARIES = new Set(['http://www.w3.org', 'http://json-schema.org']);

/** What Zendesk's scanner looks for in the text of a package, less its false alarms. */
export function* checkTexts(files: Files): Findings {
  for (const [path, bytes] of files) {
    if (!/\.(js|html?|css|json|svg|xml)$/.test(path)) continue;
    const text = new TextDecoder().decode(bytes);
    if (CREDENTIAL.test(text)) yield error(`${path}: holds what looks like a credential`);
    if (/\.(js|css)$/.test(path) && text.includes('sourceMappingURL='))
      yield error(`${path}: points to a source map, which is not packaged`);
    if (!/\.(js|html?)$/.test(path)) continue;
    const insecure = (text.match(INSECURE) ?? []).filter((address) => !VOCABULARIES.has(address));
    if (insecure.length > 0)
      yield warning(`${path}: names addresses without TLS: ${[...new Set(insecure)].join(', ')}`);
  }
}
