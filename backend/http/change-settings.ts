import { categoriesOf } from '../contract/categories.ts';
import type { TenantSettings } from '../contract/tenant-settings.ts';
import { type Followed, followTaxonomy } from '../pipeline/routing/follow-taxonomy.ts';
import type { Actor } from '../ports/audit.ts';
import type { Log } from '../ports/log.ts';
import type { Store } from '../ports/store.ts';
import type { SettingsVersion } from '../ports/tenant-settings.ts';
import { HttpProblem } from './errors.ts';

type Parts = { store: Pick<Store, 'saveTenantSettings' | 'readRouting' | 'saveRouting'>; log: Log };
export type Proposed = { settings: TenantSettings; followed: Followed; basedOn: number; note: string | null };
export type Asked = { tenantId: string; actor: Actor; requestId: string; outcome: string };

const nameOf = ({ kind, id }: Actor): string => (id === null ? kind : `${kind}:${id}`);

const MOST_CHARACTERS = 400;
const noteOf = ({ note, followed: { gained, team } }: Proposed): string | null => {
  const said = gained.length === 0 ? null : `New categories go to ${team}: ${gained.join(', ')}.`;
  return said === null ? note : [note, said].filter(Boolean).join(' ').slice(0, MOST_CHARACTERS);
};

/** Puts settings in force, unless somebody else did so meanwhile. Null where these are in force already. */
export async function saveSettings(proposed: Proposed, asked: Asked, { store, log }: Parts) {
  const { settings, basedOn } = proposed;
  const { tenantId, actor, requestId, outcome } = asked;
  const line = { tenant: tenantId, requestId, oldVersion: basedOn };
  const change = { savedBy: nameOf(actor), basedOn, note: noteOf(proposed) };
  const saved = await store.saveTenantSettings(tenantId, settings, change);
  if (!saved) {
    log('admin', { ...line, outcome: 'settings_conflict', newVersion: null });
    throw new HttpProblem(
      'conflict',
      `Version ${basedOn} is not in force any more; read the settings again and change those.`,
    );
  }
  const isNew = saved.version !== basedOn;
  log('admin', { ...line, outcome: isNew ? outcome : 'settings_unchanged', newVersion: saved.version });
  return isNew ? saved : null;
}

const TRIES = 5;

/** Gives new categories their rows in the routing rules, and takes the rows of those that are gone. */
export async function followRules(
  tenantId: string,
  { version, settings }: SettingsVersion,
  { store }: Parts,
): Promise<void> {
  const note = `Follows the categories of version ${version} of the settings.`;
  for (let tries = 0; tries < TRIES; tries++) {
    const inForce = await store.readRouting(tenantId);
    if (!inForce) return;
    const { rules } = followTaxonomy(inForce.rules, categoriesOf(settings.taxonomy));
    if (rules === inForce.rules) return;
    const { savedBy, version: basedOn } = inForce;
    if (await store.saveRouting(tenantId, rules, { savedBy, basedOn, note })) return;
  }
  throw new HttpProblem(
    'conflict',
    'The settings are saved, but the routing rules keep changing; look at their teams.',
  );
}

/** The names of the parts that differ. */
export const changedParts = (before: TenantSettings, after: TenantSettings): string =>
  (Object.keys(after) as (keyof TenantSettings)[])
    .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
    .join(' ');
