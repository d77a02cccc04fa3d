import * as abn from 'stdnum/lib/cjs/au/abn.js';
import * as acn from 'stdnum/lib/cjs/au/acn.js';
import * as tfn from 'stdnum/lib/cjs/au/tfn.js';
import * as nn from 'stdnum/lib/cjs/be/nn.js';
import * as cnpj from 'stdnum/lib/cjs/br/cnpj.js';
import * as cpf from 'stdnum/lib/cjs/br/cpf.js';
import * as ric from 'stdnum/lib/cjs/cn/ric.js';
import * as svnr from 'stdnum/lib/cjs/de/svnr.js';
import * as dni from 'stdnum/lib/cjs/es/dni.js';
import * as nie from 'stdnum/lib/cjs/es/nie.js';
import * as hetu from 'stdnum/lib/cjs/fi/hetu.js';
import * as nir from 'stdnum/lib/cjs/fr/nir.js';
import * as aadhaar from 'stdnum/lib/cjs/in/aadhaar.js';
import * as clabe from 'stdnum/lib/cjs/mx/clabe.js';
import * as bsn from 'stdnum/lib/cjs/nl/bsn.js';
import * as nip from 'stdnum/lib/cjs/pl/nip.js';
import * as pesel from 'stdnum/lib/cjs/pl/pesel.js';
import * as nif from 'stdnum/lib/cjs/pt/nif.js';
import * as personnummer from 'stdnum/lib/cjs/se/personnummer.js';
import * as uen from 'stdnum/lib/cjs/sg/uen.js';
import * as thai from 'stdnum/lib/cjs/th/idnr.js';
import * as tckimlik from 'stdnum/lib/cjs/tr/tckimlik.js';
import * as southAfrican from 'stdnum/lib/cjs/za/idnr.js';
import { isDay, isGermanTaxId, isLuhn, isMedicare, isMyNumber, isNhs, isNric, isRouting } from './checksums.ts';
import type { Topic } from './clues.ts';

export type IdRule = {
  kind: 'ID' | 'SSN' | 'BANK' | 'PASSPORT';
  /** ISO 3166: an account in this country expects such ids. */
  country?: string;
  topics: readonly Topic[];
  /** Without separators. */
  lengths: readonly number[];
  /** Upper case, without separators. */
  shape: RegExp;
  isValid?: (compact: string) => boolean;
  /** Grouped like this, in lower case, it is taken without a word that says so; `true`: however it is grouped. */
  alone?: RegExp | true;
  /** How it must be written, in lower case, where separators matter. */
  written?: RegExp;
  /** Never grouped. */
  isSolid?: true;
};

type Validator = { validate(value: string): { isValid: boolean } };
const by =
  ({ validate }: Validator) =>
  (compact: string): boolean =>
    validate(compact).isValid;

const id = (
  country: string,
  topic: Topic,
  lengths: readonly number[],
  shape: RegExp,
  rest: Partial<IdRule> = {},
): IdRule => ({
  kind: 'ID',
  country,
  topics: [topic, 'identity'],
  lengths,
  shape,
  ...rest,
});

export const ID_RULES: readonly IdRule[] = [
  {
    kind: 'BANK',
    country: 'US',
    topics: ['routing'],
    lengths: [9],
    shape: /^(?:0\d|1[0-2]|2[1-9]|3[0-2]|6[1-9]|7[0-2]|80)\d{7}$/,
    isValid: isRouting,
  },
  {
    kind: 'SSN',
    country: 'US',
    topics: ['ssn'],
    lengths: [9],
    shape: /^\d{9}$/,
    isValid: isSsn,
    alone: /^\d{3}([-. ])\d{2}\1\d{4}$/,
  },
  id('US', 'us', [10], /^[12]\d{9}$/, { isValid: (npi) => isLuhn(`80840${npi}`) && !/^(\d)\1{7}/.test(npi) }),
  id(
    'US',
    'us',
    [11],
    /^[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y\d]\d[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y\d]\d[AC-HJKMNP-RT-Y]{2}\d{2}$/,
    {
      alone: true,
    },
  ),
  id('GB', 'gb', [10], /^\d{10}$/, { isValid: isNhs }),
  id('GB', 'gb', [9], /^(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\d{6}[A-D]$/, { alone: true }),
  id(
    'GB',
    'licence',
    [16],
    /^[A-Z]{1,5}9{0,4}\d(?:0[1-9]|1[0-2]|5[1-9]|6[0-2])(?:0[1-9]|[12]\d|3[01])\d[A-Z9]{2}[A-Z\d]{3}$/,
    {
      isSolid: true,
      alone: true,
    },
  ),
  id('ES', 'es', [9], /^\d{8}[A-HJ-NP-TV-Z]$/, { isValid: by(dni), alone: true }),
  id('ES', 'es', [8], /^\d{7}[A-HJ-NP-TV-Z]$/, { isValid: (value) => by(dni)(`0${value}`) }),
  id('ES', 'es', [9], /^[XYZ]\d{7}[A-HJ-NP-TV-Z]$/, { isValid: by(nie), alone: true }),
  id('FR', 'fr', [15], /^[12378]\d{4}(?:\d{2}|2[AB])\d{8}$/, {
    isValid: by(nir),
    written: /^\d ?\d\d ?\d\d ?\d[\dab] ?\d{3} ?\d{3} ?\d\d$/,
    alone: true,
  }),
  id('FR', 'fr', [13], /^[0-3]\d{12}$/, {
    isValid: (number) => Number(number.slice(0, 10)) % 511 === Number(number.slice(10)),
  }),
  id('DE', 'de', [11], /^[1-9]\d{10}$/, { isValid: isGermanTaxId, alone: /^\d{2} \d{3} \d{3} \d{3}$/ }),
  id('DE', 'de', [12], /^\d{8}[A-Z]\d{3}$/, { isValid: by(svnr), alone: true }),
  id('BR', 'br', [11], /^\d{11}$/, { isValid: by(cpf), alone: /^\d{3}\.\d{3}\.\d{3}[-./ ]?\d{2}$|^\d{9}-?\d{2}$/ }),
  id('BR', 'br', [14], /^\d{14}$/, { isValid: by(cnpj), alone: /^\d{2}\.?\d{3}\.?\d{3}\/\d{4}-?\d{2}$/ }),
  id('JP', 'jp', [12], /^\d{12}$/, { isValid: isMyNumber, alone: /^\d{4}[ -]\d{4}[ -]\d{4}$/ }),
  id('IN', 'in', [12], /^[2-9]\d{11}$/, { isValid: by(aadhaar), alone: /^\d{4}[ -]\d{4}[ -]\d{4}$/ }),
  id('IN', 'in', [10], /^[A-Z]{3}[ABCFGHLJPT][A-Z]\d{4}[A-Z]$/, { isSolid: true, alone: true }),
  id('IN', 'in', [10], /^(?:[A-Z]{5}\d{4}[A-Z]|[A-Z]{3}\d{7})$/, { isSolid: true }),
  id('IN', 'in', [15], /^\d{2}[A-Z]{5}\d{4}[A-Z][A-Z\d]Z[A-Z\d]$/, { isSolid: true, alone: true }),
  id('IT', 'it', [16], /^[A-Z]{6}[\dLMNP-V]{2}[A-EHLMPRST][\dLMNP-V]{2}[A-Z][\dLMNP-V]{3}[A-Z]$/, {
    written: /^[a-z]{3} ?[a-z]{3} ?[\da-z]{2}[a-z][\da-z]{2} ?[a-z][\da-z]{4}$/,
    isValid: (code) => /\d{2}/.test(code),
    alone: true,
  }),
  id('IT', 'it', [11], /^\d{11}$/, { isValid: isLuhn }),
  id('PL', 'pl', [11], /^\d{11}$/, { isValid: by(pesel), alone: /^\d{11}$/ }),
  id('PL', 'nip', [10], /^\d{10}$/, { isValid: by(nip) }),
  id('CN', 'cn', [18], /^[1-8]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]$/, {
    isValid: by(ric),
    isSolid: true,
    alone: true,
  }),
  {
    kind: 'BANK',
    country: 'MX',
    topics: ['clabe'],
    lengths: [18],
    shape: /^\d{18}$/,
    isValid: by(clabe),
  },
  id('SE', 'se', [10, 12], /^(?:18|19|20)?\d{10}$/, {
    isValid: isPersonnummer,
    alone: /^(?:\d{2})?\d{6}[-+]\d{4}$|^(?:18|19|20)\d{10}$/,
  }),
  id('FI', 'fi', [10, 11], /^\d{6}[A-FUVWXY]?\d{3}[\dA-FHJ-NPR-Y]$/, {
    isValid: isHetu,
    written: /^\d{6}[-+a-fu-y]?\d{3}[\da-z]$/,
    alone: /^\d{6}[-+a-fu-y]\d{3}[\da-z]$/,
  }),
  id('KR', 'kr', [13], /^\d{6}[1-8]\d{6}$/, { isValid: isDay, written: /^\d{6}[- ]?\d{7}$/, alone: /^\d{6}-\d{7}$/ }),
  id('TR', 'tr', [11], /^[1-9]\d{10}$/, { isValid: by(tckimlik), alone: /^\d{11}$/ }),
  id('TH', 'th', [13], /^[1-8]\d{12}$/, { isValid: by(thai), alone: /^\d-\d{4}-\d{5}-\d{2}-\d$/ }),
  id('ZA', 'za', [13], /^\d{13}$/, { isValid: by(southAfrican), alone: /^\d{13}$/ }),
  id('SG', 'sg', [9], /^[STFGM]\d{7}[A-Z]$/, { isValid: isNric, alone: true }),
  id('SG', 'sg', [9], /^[STFGM]\d{7}[A-Z]$/),
  id('SG', 'sg', [9, 10], /^(?:\d{8,9}|[TSR]\d{2}[A-Z]{2}\d{4})[A-Z]$/, { isValid: by(uen) }),
  id('AU', 'au', [11], /^\d{11}$/, { isValid: by(abn), alone: /^\d{2} \d{3} \d{3} \d{3}$/ }),
  id('AU', 'au', [9], /^\d{9}$/, { isValid: (number) => by(tfn)(number) || by(acn)(number) }),
  id('AU', 'au', [10, 11], /^[2-6]\d{9,10}$/, { isValid: isMedicare, alone: /^\d{4} \d{5} \d(?:[ /-]?\d)?$/ }),
  id('CA', 'ca', [9], /^[1-79]\d{8}$/, { isValid: isLuhn }),
  id('PT', 'pt', [9], /^[1235689]\d{8}$/, { isValid: by(nif) }),
  id('NL', 'nl', [8, 9], /^\d{8,9}$/, { isValid: by(bsn) }),
  id('BE', 'be', [11], /^\d{11}$/, { isValid: by(nn), alone: /^\d{2}\.\d{2}\.\d{2}-\d{3}\.\d{2}$/ }),
  id('CH', 'fr', [13], /^756\d{10}$/, { alone: /^756\.\d{4}\.\d{4}\.\d{2}$/ }),
  id('MX', 'es', [18], /^[A-Z][AEIOUX][A-Z]{2}\d{6}[HMX][A-Z]{5}[A-Z\d]\d$/, { isSolid: true, alone: true }),
  {
    kind: 'ID',
    topics: ['licence', 'identity'],
    lengths: [8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18],
    shape: /^[A-Z\d]+$/,
    isValid: hasDigits,
    isSolid: true,
  },
  {
    kind: 'PASSPORT',
    topics: ['passport'],
    lengths: [7, 8, 9, 10],
    shape: /^[A-Z\d]+$/,
    isValid: hasDigits,
    isSolid: true,
  },
  {
    kind: 'PASSPORT',
    country: 'DE',
    topics: ['passport', 'identity'],
    lengths: [9, 10],
    shape: /^[CFGHJKLMNPRTVWXYZ][CFGHJKLMNPRTVWXYZ\d]{7,8}\d$/,
    isValid: isGermanDocument,
  },
];

/** Social security and individual taxpayer numbers. */
function isSsn(number: string): boolean {
  if (number.startsWith('9')) return /^9\d\d(?:5\d|6[0-5]|[78]\d|9[0-24-9])/.test(number);
  return !/^(?:000|666|\d{3}00|\d{5}0000|(\d)\1{8}$|078051120)/.test(number);
}

function isPersonnummer(number: string): boolean {
  const short = number.slice(-10);
  return by(personnummer)(`${short.slice(0, 6)}-${short.slice(6)}`);
}

/** Without its sign the century is unknown: any will do for the check. */
function isHetu(number: string): boolean {
  return by(hetu)(number.length === 10 ? `${number.slice(0, 6)}-${number.slice(6)}` : number);
}

/** Enough digits to be no word. */
function hasDigits(value: string): boolean {
  return value.replace(/\D/g, '').length >= Math.min(5, value.length - 3);
}

/** ICAO 9303 check digit, weights 7 3 1. */
function isGermanDocument(number: string): boolean {
  let sum = 0;
  for (let index = 0; index < number.length - 1; index++) {
    sum += Number.parseInt(number.charAt(index), 36) * ([7, 3, 1][index % 3] ?? 0);
  }
  return sum % 10 === Number(number.at(-1));
}
