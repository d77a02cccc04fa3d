import { matchSpans, type Span } from './span.ts';

const KEYS: readonly RegExp[] = [
  /(?<![A-Za-z\d])(?:sk-[\w-]{16,200}|[srp]k_(?:live|test)_\w{10,200}|gh[pousr]_\w{20,255}|github_pat_\w{20,255})/g,
  /(?<![A-Za-z\d])(?:glpat-[\w-]{16,64}|xox[abeoprs]-[\w-]{10,250}|xapp-[\w-]{10,250}|(?:AKIA|ASIA|AGPA|AROA)[A-Z\d]{16})/g,
  /(?<![A-Za-z\d])(?:AIza[\w-]{30,45}|ya29\.[\w-]{20,250}|GOCSPX-[\w-]{20,64}|SG\.[\w-]{16,64}\.[\w-]{16,64})/g,
  /(?<![A-Za-z\d])(?:npm_\w{30,60}|whsec_[\w+/=]{16,100}|shp(?:at|ss|ca|pa)_[\da-fA-F]{24,64}|hf_\w{24,64})/g,
  /(?<![A-Za-z\d])(?:do[opr]_v1_[\da-f]{32,80}|pypi-[\w-]{24,250}|key-[\da-f]{32}|(?:AC|SK)[\da-f]{32}|EAA[A-Za-z\d]{40,250})/g,
  /(?<![A-Za-z\d])(?:sq0[a-z]{3}-[\w-]{20,64}|EAAA[\w-]{40,100}|dckr_pat_[\w-]{20,64}|lin_api_\w{30,64}|ntn_\w{30,64}|secret_\w{32,64})/g,
  /(?<![A-Za-z\d])(?:gsk_\w{20,100}|r8_\w{30,64}|tfp_\w{30,64}|rk_\w{20,100}|PMAK-[\da-f-]{40,80}|sntry[su]_[\w+/=]{30,250})/g,
  /(?<![A-Za-z\d])(?:glsa_\w{30,64}|hv[sbr]\.[\w-]{20,200}|atlasv1\.[\w-]{40,100}|[\da-f]{32}-us\d{1,2}|\d{8,10}:AA[\w-]{33})/g,
  /(?<![A-Za-z\d])(?:ATATT3x[\w=-]{20,300}|figd_[\w-]{20,100}|NRAK-[A-Z\d]{20,64}|sbp_[\da-f]{32,64}|AGE-SECRET-KEY-1[A-Z\d]{40,80}|1\/\/0[\w-]{20,200})/g,
  /(?<=\bAccountKey=)[\w+/]{20,200}={0,2}/g,
  /(?<=\b(?:PHPSESSID|JSESSIONID|connect\.sid|sid|session|sessionid|session_id)=)[\w.%-]{16,400}/gi,
];
const JWT = /(?<![\w-])eyJ[\w-]{6,4000}\.[\w-]{6,8000}(?:\.[\w-]{0,2000})?/g;
const HOOK = /https:\/\/(?:hooks\.slack\.com\/services|discord(?:app)?\.com\/api\/webhooks)\/[\w/-]{10,200}/g;
const BEGIN = /-----BEGIN [A-Z\d ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g;
const KEY_WITHOUT_END = 10_000;

/** Keys and tokens that give themselves away by their form. */
export const findKeys = (text: string): Span[] => [
  ...KEYS.flatMap((pattern) => matchSpans('SECRET', pattern, text)),
  ...matchSpans('SECRET', JWT, text),
  ...matchSpans('SECRET', HOOK, text),
  ...findPrivateKeys(text),
];

function findPrivateKeys(text: string): Span[] {
  const spans: Span[] = [];
  let searchEnds = true;
  for (const match of text.matchAll(BEGIN)) {
    if (match.index < (spans.at(-1)?.end ?? 0)) continue;
    const close: number = searchEnds ? text.indexOf('PRIVATE KEY', match.index + match[0].length) : -1;
    searchEnds &&= close >= 0;
    const lineEnd = close < 0 ? -1 : text.indexOf('\n', close);
    const cut = close < 0 ? Math.min(text.length, match.index + KEY_WITHOUT_END) : lineEnd < 0 ? text.length : lineEnd;
    spans.push({ kind: 'SECRET', start: match.index, end: cut });
  }
  return spans;
}
