/** Kinds of masked values in order of precedence: where two overlap, the earlier one names the whole. */
export const KINDS = [
  'TEXT',
  'URL',
  'SECRET',
  'EMAIL',
  'IBAN',
  'CARD',
  'BANK',
  'CRYPTO',
  'SSN',
  'ID',
  'PASSPORT',
  'MAC',
  'IP',
  'ADDRESS',
  'PHONE',
  'BIRTHDATE',
  'NAME',
  'ORG',
] as const;
export type Kind = (typeof KINDS)[number];

/** What is masked whatever the tenant says: placeholders typed by a customer, URLs with credentials, secrets. */
const ALWAYS: ReadonlySet<Kind> = new Set<Kind>(['TEXT', 'URL', 'SECRET']);

/** The kinds that a tenant may leave readable. */
export const MASKABLE_KINDS: readonly Kind[] = KINDS.filter((kind) => !ALWAYS.has(kind));
