import { matchSpans, type Span } from './span.ts';

const URL_WITH_SCHEME =
  /\b(?:https?|ftps?|sftp|ssh|git|smtp|redis|amqps?|mysql|postgres(?:ql)?|mongodb(?:\+srv)?):\/\/[^\s<>"]{1,4000}/gi;
const USER_INFO = /^[a-z+]{2,14}:\/\/[^\s/@?#]{1,200}@/i;
const PARAMETER =
  /[?&#;](?:[\w-]{0,20}(?:token|key|secret|password|passwd|pwd|sig|signature|session|sessionid|sid|auth|otp|credential|ticket)|code|jwt)=[^&\s]{4}/i;
const LONG_PARAMETER = /[?&](?:t|c|k|code|data|hash|h)=[\w.%~-]{24}/i;
const TOKEN_PATH =
  /\/(?:[a-z]{1,16}[_-])?(?:reset|invite|invites|invitation|verify|verification|confirm|confirmation|activate|activation|recover|unsubscribe|magic|magic-link|token|login|auth|join|share|password)(?:[_-][a-z]{1,16})?\/([\w-]{16,512})/i;

/** URLs that open something for whoever holds them: user and password, tokens, signatures, sessions. */
export const findCredentialUrls = (text: string): Span[] => matchSpans('URL', URL_WITH_SCHEME, text, isCredential);

const isCredential = (url: string): boolean =>
  USER_INFO.test(url) || PARAMETER.test(url) || LONG_PARAMETER.test(url) || isToken(TOKEN_PATH.exec(url)?.[1] ?? '');

/** Letters and digits in one piece, not a title with dashes. */
const isToken = (part: string): boolean =>
  /[a-z]/i.test(part) && /\d/.test(part) && part.split('-').some((piece) => piece.length >= 8 && /\d/.test(piece));
