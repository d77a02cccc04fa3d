import type { Kind } from '../backend/contract/masking.ts';

const IDS: readonly Kind[] = ['ID', 'SSN'];

/** Types of the data with a fixed form that can be checked alone: pooled as `structured`. */
const STRUCTURED: Record<string, readonly Kind[]> = {
  CREDIT_CARD: ['CARD'],
  IBAN_CODE: ['IBAN'],
  EMAIL_ADDRESS: ['EMAIL'],
  PHONE_NUMBER: ['PHONE'],
  TR_PHONE_NUMBER: ['PHONE'],
  IP_ADDRESS: ['IP'],
  MAC_ADDRESS: ['MAC'],
  CRYPTO: ['CRYPTO'],
  DE_PASSPORT: ['PASSPORT'],
  ...Object.fromEntries(
    [
      'US_SSN US_ITIN US_MBI US_NPI UK_NHS UK_NINO UK_DRIVING_LICENCE ES_NIF ES_NIE FR_NIR DE_TAX_ID',
      'DE_SOCIAL_SECURITY BR_CPF BR_CNPJ JP_MY_NUMBER IN_AADHAAR IN_PAN IT_FISCAL_CODE PL_PESEL SE_PERSONNUMMER',
      'FI_PERSONAL_IDENTITY_CODE KR_RRN TR_NATIONAL_ID ZA_ID_NUMBER TH_TNIN SG_NRIC_FIN AU_TFN AU_ABN AU_ACN',
      'AU_MEDICARE CA_SIN SG_UEN',
    ]
      .flatMap((line) => line.split(' '))
      .map((type) => [type, IDS]),
  ),
};

/** In scope, and only words around the value can tell it. */
const IN_CONTEXT: Record<string, readonly Kind[]> = {
  ABA_ROUTING_NUMBER: ['BANK'],
  ADDRESS: ['ADDRESS'],
  STREET_ADDRESS: ['ADDRESS'],
  ZIP_CODE: ['ADDRESS'],
  UK_POSTCODE: ['ADDRESS'],
  DATE_OF_BIRTH: ['BIRTHDATE'],
};

/** Measured and shown, not counted: nothing in the value itself tells it from an order number or a word of prose. */
const OUT_OF_SCOPE: Record<string, readonly Kind[]> = {
  ...Object.fromEntries(
    'US_PASSPORT UK_PASSPORT ES_PASSPORT IT_PASSPORT IN_PASSPORT'
      .split(' ')
      .map((type) => [type, ['PASSPORT'] as const]),
  ),
  DE_ID_CARD: ['ID', 'PASSPORT'],
  US_DRIVER_LICENSE: IDS,
  IT_DRIVER_LICENSE: IDS,
  IN_VOTER: IDS,
  US_BANK_NUMBER: ['BANK'],
  DATE_TIME: ['BIRTHDATE'],
  LOCATION: ['ADDRESS'],
  GPE: ['ADDRESS'],
  PERSON: ['NAME'],
  TITLE: ['NAME'],
  ORGANIZATION: ['ORG'],
};

const KINDS_OF: Record<string, readonly Kind[]> = { ...STRUCTURED, ...IN_CONTEXT, ...OUT_OF_SCOPE };

/** Kinds of placeholders that stand for a type of the data; none for a type that is not masked at all, such as any date. */
export const kindsOf = (type: string): readonly Kind[] => KINDS_OF[type] ?? [];

export const scopeOf = (type: string): 'structured' | 'in context' | 'out' =>
  Object.hasOwn(STRUCTURED, type) ? 'structured' : Object.hasOwn(IN_CONTEXT, type) ? 'in context' : 'out';
