import type { Span } from './span.ts';

const BEARER = /\b(?:bearer|basic)\s{1,4}([A-Za-z0-9._~+/-]{12,4000}={0,2})/gi;
/** A name for a secret; what follows is looked at alone. */
const NAME =
  /(?<![\p{L}\p{N}])(?:pass ?words?|pass ?codes?|pass ?phrases?|passwd|pwd|pin(?: ?code| number)?|cv[cv]2?|security code|api[ _-]?keys?|(?:client|api|app)[ _-]?secret|secret(?:[ _-](?:access[ _-])?key)?|(?:access|auth|refresh)[ _-]?tokens?|token|passwor[dt]|kennwort|geheimzahl|zugangscode|contraseña|contrasena|clave(?: secreta| de acceso)?|mots? de passe|code secret|senha|palavra-passe|chave secreta|パスワード|暗証番号|ピンコード|密码|비밀번호)/giu;
/** After `:` or `=` nearly anything is the value; after "is" only what no word of prose looks like. */
const ASSIGNED = /^["']?\s{0,3}[:=：]\s{0,3}["'`“„«]?([^\s"'`”»,;]{3,128})/u;
const STATED =
  /^\s{0,2}(?:\p{L}{1,12}\s){0,2}(?:is|was|ist|lautet|war|es|era|est|était|é|foi|は|が)\s{0,3}["'`“„«「]?([^\s"'`”»」,;。]{4,128})/iu;
/** A login given in one breath: "login ann@x.example / Torque88". */
const LOGIN =
  /(?<![\p{L}\p{N}])(?:log-?in|sign-?in|user(?: ?name)?|account|usuario|usuário|identifiant|utilisateur|benutzer(?:name)?|anmeldung|ログイン|ユーザー)(?=[\s:=：])/giu;
const PAIRED = /^\s{0,3}[:=：]?\s{0,3}[^\s/|:=：][^\s/|]{1,127}\s{0,3}[/|]\s{0,3}([^\s/|]{4,128})/u;
const PROSE = /^\p{L}{1,40}[.!?:)]{0,3}$/u;
const REACH = 300;

/** Passwords and tokens that stand after a name for them, in prose or in a form; the name stays readable. */
export const findPasswords = (text: string): Span[] => [
  ...findBearers(text),
  ...findAfter(text, NAME, ASSIGNED, isAssignedValue),
  ...findAfter(text, NAME, STATED, (value) => !PROSE.test(value)),
  ...findAfter(text, LOGIN, PAIRED, (value) => !PROSE.test(value)),
];

function findBearers(text: string): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(BEARER)) {
    const value = match[1] ?? '';
    const end = match.index + match[0].length;
    if (/\d|[a-z][A-Z]/.test(value)) spans.push({ kind: 'SECRET', start: end - value.length, end });
  }
  return spans;
}

function findAfter(
  text: string,
  names: RegExp,
  form: RegExp,
  isValue: (value: string, rest: string) => boolean,
): Span[] {
  const spans: Span[] = [];
  for (const name of text.matchAll(names)) {
    const from = name.index + name[0].length;
    const match = form.exec(text.slice(from, from + REACH));
    const value = match?.[1];
    if (!match || value === undefined) continue;
    const end = from + match[0].length;
    if (isValue(value, text.slice(end, end + 40))) spans.push({ kind: 'SECRET', start: end - value.length, end });
  }
  return spans;
}

/** "password: hunter2" and "password: sunshine" at the end of a line, not "password: does not work". */
const isAssignedValue = (value: string, rest: string): boolean =>
  !PROSE.test(value) || /^["'`”».!)]?[^\S\n]{0,40}(?:[\n,;]|$)/.test(rest);
