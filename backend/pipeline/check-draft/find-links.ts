import type { Claim } from './claim.ts';

const EMAIL =
  /(?<![^\s@<>()[\],;:"'“”「」、。])[^\s@<>()[\],;:"'“”「」、。]{1,80}[@＠][\p{L}\p{N}-]{1,63}(?:[.．][\p{L}\p{N}-]{1,63}){1,6}/gu;
/** With any scheme, or bare: `pay.example/now` is a link to whoever reads it. */
const WITH_SCHEME = /(?<![a-z0-9+.-])(?:[a-z][a-z0-9+.-]{1,20}:\/\/|www\.)/gi;
const BARE = /(?<![\p{L}\p{N}@._-])[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,4}\.[a-z]{2,24}(?![\p{L}\p{N}_-]|\.[a-z])/giu;
const PATH = /^[:/?#]/;
const AFTER_LINK = /[\s<>()「」、。"“”]/g;
const LONGEST = 2000;
/** Ends of file names that are no top-level domains, and abbreviations. */
const FILE =
  /\.(?:pdf|csv|tsv|json|xlsx?|docx?|pptx?|txt|png|jpe?g|gif|svg|exe|dmg|html?|xml|ya?ml|ini|cfg|conf|log|eml|msg|ics|vcf|bak|dll|js|ts|css|php|apk|ipa|rtf|odt|ods|mp3|mp4)$/i;
const ABBREVIATION = /^(?:[a-z]\.[a-z]|e\.g|i\.e|z\.b|d\.h|u\.a|p\.ex|p\.ej|a\.m|p\.m|u\.s|no\.of|etc\.)$/i;
/** "done.Please": a blank is missing there. */
const RUN_ON = /\.\p{Lu}\p{Ll}{1,23}$/u;

const bareEnd = (found: string): string => found.replace(/(?<![.,;:!?'’*_])[.,;:!?'’*_]{1,300}$/u, '');

/** Scheme, `www.` and the last slash make no difference to where a link leads; case does beyond the host. */
function linkKeys(link: string): string[] {
  const rest = bareEnd(link)
    .replace(/^https?:\/\//i, '')
    .replace(/^www\./i, '')
    .replace(/\/$/, '');
  const end = rest.search(/[/?#]/);
  const host = end < 0 ? rest : rest.slice(0, end);
  return [`link:${host.toLowerCase()}${rest.slice(host.length)}`];
}

const isLink = (found: string): boolean => !FILE.test(found) && !ABBREVIATION.test(found) && !RUN_ON.test(found);

function endOfLink(text: string, from: number): number {
  AFTER_LINK.lastIndex = from;
  return Math.min(AFTER_LINK.exec(text)?.index ?? text.length, from + LONGEST);
}

/** Takes what begins as told, up to where a link ends. */
function takeLinks(text: string, begins: RegExp, take: (link: string) => boolean): string {
  let rest = '';
  let done = 0;
  for (const match of text.matchAll(begins)) {
    if (match.index < done) continue;
    const from = match.index + match[0].length;
    const goesOn = begins === WITH_SCHEME || PATH.test(text.slice(from, from + 1));
    const end = goesOn ? endOfLink(text, from) : from;
    if (!take(text.slice(match.index, end))) continue;
    rest += `${text.slice(done, match.index)} `;
    done = end;
  }
  return rest + text.slice(done);
}

/** The links and addresses of a text, and the text without them. */
export function findLinks(text: string): { claims: Claim[]; rest: string } {
  const claims: Claim[] = [];
  const takeLink = (link: string): boolean => {
    if (!isLink(link)) return false;
    claims.push({ reason: 'link', keys: linkKeys(link) });
    return true;
  };
  const withoutSchemes = takeLinks(text, WITH_SCHEME, takeLink);
  const withoutEmails = withoutSchemes.replace(EMAIL, (found) => {
    claims.push({ reason: 'address', keys: [`address:${found.normalize('NFKC').toLowerCase()}`] });
    return ' ';
  });
  return { claims, rest: takeLinks(withoutEmails, BARE, takeLink) };
}

const hostKey = (key: string): string => key.split(/[/?#]/, 1)[0] ?? key;

/** What a source that gives these also gives: the site of a link. */
export const impliedByLink = (keys: readonly string[]): string[] =>
  keys.filter((key) => key.startsWith('link:')).map(hostKey);
