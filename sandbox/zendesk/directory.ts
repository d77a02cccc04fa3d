import type { User } from './state.ts';

/** Zendesk's ids are far above 32 bits. */
export const FIRST_ID = 4_410_000_000_000;
export const ACCOUNT_ID = 22_841_907;
export const SUBDOMAIN = 'bookwren';
export const CLIENT_ID = 'triage_backend';
export const APP_ID = 1_084_321;
export const INSTALLATION_ID = FIRST_ID + 900;
export const BRAND_ID = FIRST_ID + 901;
export const FORM_ID = FIRST_ID + 902;

export type Group = { id: number; name: string };
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

/** The first one is signed in to the workspace page. */
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
