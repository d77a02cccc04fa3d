import { matchSpans, type Span } from './span.ts';

const URL_WITH_SCHEME =
  /\b(?:https?|ftps?|sftp|ssh|git|smtp|redis|amqps?|mysql|postgres(?:ql)?|mongodb(?:\+srv)?):\/\/[^\s<>"]{1,4000}/gi;
const USER_INFO = /^[a-z+]{2,14}:\/\/[^\s/@?#]{1,200}@/i;
const PARAMETER =
  /[?&#;](?:[\w-]{0,20}(?:token|key|secret|password|passwd|pwd|sig|signature|session|sessionid|sid|auth|otp|credential|ticket)|code|jwt)=[^&\s]{4}/i;

/** URLs that open something for whoever holds them: user and password, tokens, signatures, sessions. */
export const findCredentialUrls = (text: string): Span[] =>
  matchSpans('URL', URL_WITH_SCHEME, text, (url) => USER_INFO.test(url) || PARAMETER.test(url));
