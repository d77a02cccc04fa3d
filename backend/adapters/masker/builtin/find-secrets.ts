import { matchSpans, type Span } from './span.ts';

const KEYS =
  /(?<![A-Za-z0-9])(?:sk-[\w-]{16,200}|[srp]k_(?:live|test)_\w{10,200}|gh[pousr]_\w{20,255}|github_pat_\w{20,255}|glpat-[\w-]{16,64}|xox[abeoprs]-[\w-]{10,250}|(?:AKIA|ASIA|AGPA|AROA)[A-Z0-9]{16}|AIza[\w-]{30,45}|ya29\.[\w-]{20,250}|SG\.[\w-]{16,64}\.[\w-]{16,64}|npm_\w{30,60}|whsec_[\w+/=]{16,100}|shp(?:at|ss|ca|pa)_[0-9a-fA-F]{24,64}|hf_\w{24,64}|dop_v1_[0-9a-f]{32,80}|pypi-[\w-]{24,250}|key-[0-9a-f]{32}|AC[0-9a-f]{32}|EAA[A-Za-z0-9]{40,250})/g;
const JWT = /(?<![\w-])eyJ[\w-]{6,4000}\.[\w-]{6,8000}(?:\.[\w-]{0,2000})?/g;
const BEARER = /\b(?:bearer|basic)\s{1,4}([A-Za-z0-9._~+/-]{12,4000}={0,2})/gi;

const NAMES =
  'pass ?words?|pass ?codes?|pass ?phrases?|pwd|pin(?: ?code| number)?|cv[cv]2?|security code|api[ _-]?keys?|(?:client|api|app)[ _-]?secret|secret(?: key)?|access[ _-]?tokens?|auth[ _-]?tokens?|token|passwor[dt]|kennwort|geheimzahl|zugangscode|contraseña|contrasena|clave(?: secreta| de acceso)?|mots? de passe|code secret|senha|palavra-passe|chave secreta|パスワード|暗証番号|ピンコード';
/** After `:` or `=` nearly anything is the value; after "is" only what no word of prose looks like. */
const ASSIGNED = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${NAMES})["']?\\s{0,3}[:=：]\\s{0,3}["'\`“„«]?([^\\s"'\`”»,;]{3,128})`,
  'giu',
);
const STATED = new RegExp(
  `(?<![\\p{L}])(?:${NAMES})\\s{0,2}(?:\\p{L}{1,12}\\s){0,2}(?:is|was|ist|lautet|war|es|era|est|était|é|foi|は|が)\\s{0,3}["'\`“„«「]?([^\\s"'\`”»」,;。]{4,128})`,
  'giu',
);
/** A login given in one breath: "login ann@x.example / Torque88", "user ann pw…" has its own name above. */
const PAIRED =
  /(?<![\p{L}\p{N}])(?:log-?in|sign-?in|user(?: ?name)?|account|usuario|usuário|identifiant|utilisateur|benutzer(?:name)?|anmeldung|ログイン|ユーザー)\s{0,3}[:=：]?\s{0,3}[^\s/|]{2,128}\s{0,3}[/|]\s{0,3}([^\s/|]{4,128})/giu;
const PROSE = /^\p{L}{1,40}[.!?:)]{0,3}$/u;
const BEGIN = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g;
const CREDENTIAL_URL =
  /\b(?:https?|ftps?|sftp|ssh|git|smtp|redis|amqps?|mysql|postgres(?:ql)?|mongodb(?:\+srv)?):\/\/[^\s<>"]{1,4000}/gi;
const HOLDS_CREDENTIAL =
  /^\w{2,12}(?:\+srv)?:\/\/[^\s/@]{1,200}@|[?&#;](?:[\w-]{0,20}(?:token|key|secret|password|passwd|pwd|sig|signature|session|sid|auth|otp|credential)|code|jwt)=[^&\s]{4}/i;

export function findSecrets(text: string): Span[] {
  return [
    ...matchSpans('SECRET', KEYS, text),
    ...matchSpans('SECRET', JWT, text),
    ...findPrivateKeys(text),
    ...findNamed(text, BEARER, (value) => /\d|[a-z][A-Z]/.test(value)),
    ...findNamed(text, ASSIGNED, isAssignedValue),
    ...findNamed(text, STATED, (value) => !PROSE.test(value)),
    ...findNamed(text, PAIRED, (value) => !PROSE.test(value)),
  ];
}

export const findCredentialUrls = (text: string): Span[] =>
  matchSpans('URL', CREDENTIAL_URL, text, (url) => HOLDS_CREDENTIAL.test(url));

/** Values that stand after a name for them; the name stays readable. */
function findNamed(text: string, pattern: RegExp, isValue: (value: string, rest: string) => boolean): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(pattern)) {
    const value = match[1] ?? '';
    const end = match.index + match[0].length;
    if (isValue(value, text.slice(end, end + 40))) spans.push({ kind: 'SECRET', start: end - value.length, end });
  }
  return spans;
}

/** "password: hunter2" and "password: sunshine" at the end of a line, not "password: does not work". */
const isAssignedValue = (value: string, rest: string): boolean =>
  !PROSE.test(value) || /^["'`”».!)]?\s*(?:[\n,;]|$)/.test(rest);

function findPrivateKeys(text: string): Span[] {
  const spans: Span[] = [];
  let searchEnds = true;
  for (const match of text.matchAll(BEGIN)) {
    if (match.index < (spans.at(-1)?.end ?? 0)) continue;
    const close: number = searchEnds ? text.indexOf('PRIVATE KEY', match.index + match[0].length) : -1;
    searchEnds &&= close >= 0;
    const lineEnd = close < 0 ? -1 : text.indexOf('\n', close);
    const cut = close < 0 ? Math.min(text.length, match.index + 10_000) : lineEnd < 0 ? text.length : lineEnd;
    spans.push({ kind: 'SECRET', start: match.index, end: cut });
  }
  return spans;
}
