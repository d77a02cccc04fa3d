import type { Group, User } from './state.ts';

/** Zendesk's ids are far above 32 bits. */
export const FIRST_ID = 4_410_000_000_000;
export const ACCOUNT_ID = 22_841_907;
export const SUBDOMAIN = 'bookwren';
export const CLIENT_ID = 'triage_backend';
/** The Marketplace's client, one for all accounts. */
export const GLOBAL_CLIENT_ID = 'zdg-ticket_triage';
export const APP_ID = 1_084_321;
export const INSTALLATION_ID = FIRST_ID + 900;
export const BRAND_ID = FIRST_ID + 901;
export const FORM_ID = FIRST_ID + 902;

/** A new account's. */
export const GROUPS: readonly Group[] = [
  'billing_support',
  'billing_lead',
  'tech_support',
  'engineering_oncall',
  'account_support',
  'account_manager',
  'product_feedback',
  'product_manager',
  'general_support',
  'support_lead',
].map((name, index) => ({ id: FIRST_ID + 100 + index, name }));

const groupIds = (...names: string[]) => GROUPS.filter((group) => names.includes(group.name)).map((group) => group.id);
const everyGroup = GROUPS.map((group) => group.id);

export const API_USER: User = {
  id: FIRST_ID + 1,
  name: 'Triage (API)',
  email: 'triage-api@bookwren.example',
  role: 'admin',
  locale: 'en-US',
  organization_id: null,
  group_ids: everyGroup,
};

/** Installs apps and allows them; has no tickets of her own. */
export const ADMIN: User = {
  id: FIRST_ID + 5,
  name: 'Ingrid Solberg',
  email: 'ingrid@bookwren.example',
  role: 'admin',
  locale: 'en-US',
  organization_id: null,
  group_ids: [],
};

/** The first one is signed in to the workspace page unless it is asked for somebody else. */
export const AGENTS: readonly User[] = [
  agent(2, 'Nora Lindqvist', 'nora@bookwren.example', everyGroup),
  agent(
    3,
    'Tomás Ferreira',
    'tomas@bookwren.example',
    groupIds('billing_support', 'billing_lead', 'account_support', 'account_manager'),
  ),
  agent(
    4,
    'Aiko Mori',
    'aiko@bookwren.example',
    groupIds('tech_support', 'engineering_oncall', 'product_feedback', 'general_support'),
  ),
];

function agent(offset: number, name: string, email: string, group_ids: number[]): User {
  return { id: FIRST_ID + offset, name, email, role: 'agent', locale: 'en-US', organization_id: null, group_ids };
}

/** Every account has a number of its own. */
export function accountIdOf(subdomain: string): number {
  if (subdomain === SUBDOMAIN) return ACCOUNT_ID;
  const hash = [...subdomain].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9_999_991, 7);
  return ACCOUNT_ID + 1 + hash;
}
