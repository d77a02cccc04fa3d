import type { Kind } from '../../../contract/masking.ts';

const KINDS: Readonly<Record<string, Kind>> = {
  PERSON: 'NAME',
  ORGANIZATION: 'ORG',
  EMAIL_ADDRESS: 'EMAIL',
  PHONE_NUMBER: 'PHONE',
  CREDIT_CARD: 'CARD',
  IBAN_CODE: 'IBAN',
  CRYPTO: 'CRYPTO',
  IP_ADDRESS: 'IP',
  MAC_ADDRESS: 'MAC',
  US_SSN: 'SSN',
  US_ITIN: 'SSN',
  US_BANK_NUMBER: 'BANK',
  ABA_ROUTING_NUMBER: 'BANK',
  MEDICAL_LICENSE: 'ID',
};
const NATIONAL = /^[A-Z]{2}_[A-Z_]{2,60}$/;
/** National, and no secret about a person by themselves. */
const PUBLIC: ReadonlySet<string> = new Set(['UK_POSTCODE', 'UK_VEHICLE_REGISTRATION', 'IN_VEHICLE_REGISTRATION']);

/** Our kind for an entity type of Presidio; null for what we leave readable: dates, places, links, nationalities. */
export function kindOfEntity(type: string): Kind | null {
  if (Object.hasOwn(KINDS, type)) return KINDS[type] ?? null;
  if (!NATIONAL.test(type) || PUBLIC.has(type)) return null;
  if (type.endsWith('_PASSPORT')) return 'PASSPORT';
  return type.endsWith('_PHONE_NUMBER') ? 'PHONE' : 'ID';
}
