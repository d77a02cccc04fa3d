import type { Reading } from './reading.ts';
import type { Span } from './span.ts';

/** Words for a one-time or card security code, the value right after. */
const ONE_TIME =
  /(?:verification|security|one[- ]time|log-?in|sign-?in|access|confirmation|authentication|auth|otp|2fa|mfa|sms|your|my|the) (?:code|pin|password|passcode|otp)|\botp|código de (?:verificación|seguridad|acceso|verificação|segurança|acesso)|(?:bestätigungs|sicherheits|zugangs|verifizierungs|einmal|sms-)(?:code|pin|passwort)|code (?:de (?:vérification|sécurité|confirmation)|secret)|codice (?:di (?:verifica|sicurezza|accesso|conferma)|otp|pin)|(?:verificatie|beveiligings|bevestigings|inlog|toegangs)code|kod(?:em|u)? (?:weryfikacyjny|weryfikacji|sms|dostępu|potwierdzający|autoryzacyjny)|(?<!\p{L})(?:sms-?|m|push|photo)?tan(?!\p{L})|验证码|驗證碼|校验码|动态码|(?:認証|確認|ワンタイム|セキュリティ)(?:コード|パスワード|番号)/gu;
const CARD_CODE = /\b(?:cv[cv]2?|csc|cvn|security code|kartenprüfnummer|prüfziffer|cryptogramme)/g;
const VALUE =
  /^[ )]{0,2}(?:\p{L}{1,10} ){0,2}(?:is|was|ist|lautet|es|era|est|é|è|jest|は|是|为|為|:|：|=)?[ :："'“「]{0,3}((?:[a-z]-)?\d{4,8}|\d{3}[- ]\d{3})(?![\p{L}\d]|[.,:/-]\d)/u;
const CARD_VALUE = /^(?: (?:is|ist|es|est|é))?[ :：=#]{0,3}(\d{3,4})(?![\p{L}\d]|[.,:/-]\d)/u;
const REACH = 60;

/** One-time codes and the codes on the back of cards, where words say that they are. */
export const findCodes = ({ lower }: Reading): Span[] => [
  ...findAfter(lower, ONE_TIME, VALUE),
  ...findAfter(lower, CARD_CODE, CARD_VALUE),
];

function findAfter(lower: string, words: RegExp, value: RegExp): Span[] {
  const spans: Span[] = [];
  for (const match of lower.matchAll(words)) {
    const from = match.index + match[0].length;
    const found = value.exec(lower.slice(from, from + REACH));
    const code = found?.[1];
    if (!found || code === undefined) continue;
    const end = from + found[0].length;
    spans.push({ kind: 'SECRET', start: end - code.length, end });
  }
  return spans;
}
