import type { Reading } from './reading.ts';
import { matchSpans, type Span } from './span.ts';

const SORT_CODE = /(?<![\d-])\d{2}([- ]?)\d{2}\1\d{2}(?![\d-])/g;
const ACCOUNT = /(?<![\p{L}\d.,/-])\d{1,4}(?:[ -]?\d{2,5}){1,4}(?![\p{L}\d/]|[.,]\d)/gu;
const BIC = /(?<![A-Z\d])[A-Z]{6}[A-Z\d]{2}(?:[A-Z\d]{3})?(?![A-Z\d])/g;

/** Bank accounts, UK sort codes and BICs: only where words about a bank stand near. */
export const findAccounts = ({ text, clues }: Reading): Span[] => [
  ...matchSpans('BANK', SORT_CODE, text, (code, at) => clues.isNear('sort', at, at + code.length, 30, 0)),
  ...matchSpans('BANK', ACCOUNT, text, (account, at) => {
    const digits = account.replace(/\D/g, '').length;
    const isNamed = clues.isNear('account', at, at, 30, 0);
    const isBank = clues.isNear('bank', at, at + account.length, 90, 60) || clues.isNear('sort', at, at, 60, 40);
    return digits >= 6 && digits <= 17 && isNamed && isBank;
  }),
  ...matchSpans('BANK', BIC, text, (bic, at) => clues.isNear('bic', at, at + bic.length, 25, 0)),
];
