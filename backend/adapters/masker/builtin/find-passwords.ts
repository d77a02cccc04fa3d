import type { Span } from './span.ts';

const BEARER = /\b(?:bearer|basic)\s{1,4}([A-Za-z0-9._~+/-]{12,4000}={0,2})/gi;
/** A name for a secret; what follows is looked at alone. */
const NAME =
  /(?<![\p{Script=Latin}\p{N}])(?:pass ?words?|pass ?codes?|pass ?phrases?|passwd|(?:pwd|psw|pw|pin(?:[ -]?(?:code|number|nummer))?)(?!\p{L})|cv[cv]2?|security code|api[ _-]?keys?|(?:client|api|app)[ _-]?secret|secret(?:[ _-](?:access[ _-])?key)?|(?:access|auth|refresh)[ _-]?tokens?|token|credentials|passwor[dt]|kennwort|geheimzahl|zugangs(?:code|daten)|contraseña|contrasena|clave(?: secreta| de acceso)?|mots? de passe|code secret|senha|palavra-passe|chave secreta|wachtwoord|hasł[oaue]m?(?!\p{L})|parola(?: d['’]ordine)?(?!\p{L})|パスワード|暗証番号|ピンコード|密码|密碼|口令|비밀번호)/giu;
/** Compilers and tickets for a concert have one too. */
const PASS = /(?<![\p{L}\p{N}]|boarding )pass(?!\p{L})/giu;
const KEY_NAME =
  /(?<![\p{Script=Latin}\p{N}])(?:api[ _-]?key|api[ -]?schlüssel|api[ -]?sleutel|clés? (?:d['’] ?)?api|(?:clave|chave|chiave|klucz)(?: de| da| do| della)? (?:l['’]|la )?api|api ?キー|api ?密钥|api ?密鑰)/giu;
/** After `:` or `=` nearly anything is the value; after "is" only what no word of prose looks like. */
const ASSIGNED = /^["']?\s{0,3}[:=：](?!:)\s{0,3}["'`“„«]?([^\s"'`”»,;]{3,128})/u;
const QUALIFIED = /^(?: \p{L}{1,14}){1,4} ?[:：] {0,3}["'`“„«]?([^\s"'`”»,;]{4,128})/u;
const STATED =
  /^\s{0,2}(?:\p{L}{1,12}\s){0,4}(?:is(?: now)?|was|(?:changed|set|reset) to|to|ist(?: jetzt)?|lautet|war|es(?: ahora)?|era|est(?: maintenant)?|était|é|è|foi|jest|は|が|是|为|為)\s{0,3}["'`“„«「]?([^\s"'`”»」,;。]{4,128})/iu;
const PASSPHRASE = /^(?:\s\p{L}{1,12}){0,4}\s{0,2}[:=：]?\s{0,3}["“„«「]([^"“”»」\n]{4,128})["”“»」]/u;
const KEY = /^(?:\s\p{L}{1,8}){0,2}[\s:=：は是为]{0,3}["'`“„«「]?([\w.-]{16,200})/u;
/** "PIN 4711", "password Summer#24": with nothing between. */
const DIRECT = /^[ \t]{1,2}["'`“„«「]?([^\s"'`”»」,;。]{4,64})/u;
const USED_AS = / as (?:the |my |a |our )?(?:temporary |new )?(?:password|passcode|passphrase|pin)(?!\p{L})/giu;
const CURL_USER = /(?<=\s)(?:-u|--user)[ =]["']?[^\s:"']{1,64}:([^\s"']{3,128})/g;
/** A login given in one breath: "login ann@x.example / Torque88". */
const LOGIN =
  /(?<![\p{L}\p{N}])(?:log-?in|sign-?in|user(?: ?name)?|account|usuario|usuário|identifiant|utilisateur|benutzer(?:name)?|anmeldung|zugangsdaten|credentials|inloggegevens|dane logowania|credenziali|credenciales|ログイン|ユーザー)(?=[\s:=：])/giu;
const PAIRED = /^\s{0,3}[:=：]?\s{0,3}[^\s/|:=：][^\s/|]{1,127}\s{0,3}[/|]\s{0,3}([^\s/|]{4,128})/u;
const PROSE = /^\p{L}{1,40}(?:['’-]\p{L}{1,40}){0,4}[.!?:)…]{0,3}$/u;
const ADDRESS = /^[a-z]{2,8}:\/\/|^[^@\s]{1,64}@[\w-]{1,64}\.\w/i;
const COMPLAINT =
  /(?<!\p{L})(?:not|too|must|is|wrong|incorrect|invalid|failed|required|forgot(?:ten)?|reset|enter|password|your|falsch|ungültig|vergessen)(?!\p{L})/iu;
const REACH = 300;

type Form = [form: RegExp, isValue: (value: string, rest: string, name: string) => boolean];

const isStatedValue = (value: string): boolean =>
  !PROSE.test(value) && !ADDRESS.test(value) && !/^\d{1,3}[-–]\d{1,3}$/.test(value);
/** Letters and digits in one. */
const isOdd = (value: string): boolean => !ADDRESS.test(value) && /\p{L}/u.test(value) && /\d/.test(value);
const isDirectValue = (value: string, _rest: string, name: string): boolean =>
  /^(?:pin|密码|密碼|geheimzahl)/iu.test(name)
    ? /^(?=\D{0,20}\d)[\w#!$%&*+-]{4,20}[.!?]?$/.test(value)
    : value.length >= 6 && isOdd(value) && /[#!$%&*+=@^~?](?!$)/.test(value);
/** "password: hunter2" and "password: sunshine" at the end of a line, not "password: does not work". */
const isAssignedValue = (value: string, rest: string): boolean =>
  !PROSE.test(value) || /^["'`”».!)]?[^\S\n]{0,40}(?:[\n,;]|$)/.test(rest);
const isPassphrase = (value: string): boolean => value.trim().split(' ').length >= 3 && !COMPLAINT.test(value);

const AFTER_NAME: readonly Form[] = [
  [PASSPHRASE, isPassphrase],
  [ASSIGNED, isAssignedValue],
  [QUALIFIED, isOdd],
  [STATED, isStatedValue],
  [DIRECT, isDirectValue],
];
const AFTER_KEY_NAME: readonly Form[] = [
  [ASSIGNED, isAssignedValue],
  [KEY, isOdd],
];

/** Passwords and tokens that stand after a name for them, in prose or in a form; the name stays readable. */
export const findPasswords = (text: string): Span[] => [
  ...findBearers(text),
  ...findAfter(text, NAME, AFTER_NAME),
  ...findAfter(text, PASS, [[ASSIGNED, isOdd]]),
  ...findAfter(text, KEY_NAME, AFTER_KEY_NAME),
  ...findAfter(text, LOGIN, [[PAIRED, (value) => !PROSE.test(value)]]),
  ...findUsedAs(text),
  ...findCurlUsers(text),
];

function findUsedAs(text: string): Span[] {
  const spans: Span[] = [];
  for (const { index } of text.matchAll(USED_AS)) {
    const word =
      text
        .slice(Math.max(0, index - 64), index)
        .split(/\s/)
        .at(-1) ?? '';
    const value = word.replace(/^["'“„«]|["'”»]$/g, '');
    const start = index - word.length + word.indexOf(value);
    if (value.length >= 4 && isOdd(value)) spans.push({ kind: 'SECRET', start, end: start + value.length });
  }
  return spans;
}

function findCurlUsers(text: string): Span[] {
  const spans: Span[] = [];
  for (const { 0: whole, 1: value = '', index } of text.matchAll(CURL_USER)) {
    const end = index + whole.length;
    if (/\b(?:curl|wget|http)\b/i.test(text.slice(Math.max(0, index - 200), index)))
      spans.push({ kind: 'SECRET', start: end - value.length, end });
  }
  return spans;
}

function findBearers(text: string): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(BEARER)) {
    const value = match[1] ?? '';
    const end = match.index + match[0].length;
    if (/\d|[a-z][A-Z]/.test(value)) spans.push({ kind: 'SECRET', start: end - value.length, end });
  }
  return spans;
}

/** What the first of the forms that fits finds after each name. */
function findAfter(text: string, names: RegExp, forms: readonly Form[]): Span[] {
  const spans: Span[] = [];
  for (const { 0: name, index } of text.matchAll(names)) {
    const from = index + name.length;
    const after = text.slice(from, from + REACH);
    for (const [form, isValue] of forms) {
      const [whole, value] = form.exec(after) ?? [];
      if (whole === undefined || value === undefined) continue;
      if (!isValue(value, after.slice(whole.length, whole.length + 40), name)) continue;
      const start = from + whole.lastIndexOf(value);
      spans.push({ kind: 'SECRET', start, end: start + value.length });
      break;
    }
  }
  return spans;
}
