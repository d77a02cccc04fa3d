import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ADMIN, accountIdOf, GROUPS, INSTALLATION_ID, SUBDOMAIN } from './directory.ts';
import { FIELDS } from './fields.ts';
import type { KeptInstallation, State } from './state.ts';

const QUIET_MS = 500;

/** Reads a kept state; null when there is none yet. Throws when the file cannot be understood. */
export function readState(path: string | undefined): State | null {
  if (path === undefined) return null;
  try {
    const kept = JSON.parse(readFileSync(path, 'utf8'));
    if (kept.version !== 1) throw new Error('unknown version');
    return complete({ ...kept, tickets: new Map(kept.tickets) });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw new Error(`The sandbox's state in ${path} cannot be read: delete it to start anew`, { cause: error });
  }
}

/** An account that had the app before anybody could install it. */
export const firstInstallation = (settings: Record<string, string>, subdomain: string): KeptInstallation => ({
  id: subdomain === SUBDOMAIN ? INSTALLATION_ID : INSTALLATION_ID + accountIdOf(subdomain),
  settings: { ...settings },
  requirements: Object.fromEntries(FIELDS.map(({ identifier, id }) => [identifier, id])),
});

/** What states that were kept earlier lack. */
function complete(kept: Partial<State> & Pick<State, 'users'> & { session?: string }): State {
  const { session, ...rest } = kept;
  const [first] = rest.users.filter(({ role }) => role === 'agent');
  const missing = {
    subdomain: SUBDOMAIN,
    accountId: accountIdOf(SUBDOMAIN),
    sessions: session !== undefined && first ? { [session]: first.id } : {},
    groups: structuredClone([...GROUPS]),
    fields: structuredClone([...FIELDS]),
    installation: firstInstallation({}, SUBDOMAIN),
    triggers: [],
  };
  const users = rest.users.some(({ id }) => id === ADMIN.id) ? rest.users : [...rest.users, structuredClone(ADMIN)];
  return { ...missing, ...rest, users } as State;
}

/** Keeps the state in a file, a moment after the last change and at the end. */
export function keepState(path: string | undefined, state: State) {
  let timer: NodeJS.Timeout | undefined;
  const write = () => {
    timer = undefined;
    if (path === undefined) return;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.new`, JSON.stringify({ ...state, tickets: [...state.tickets] }), { mode: 0o600 });
    renameSync(`${path}.new`, path);
  };
  return {
    touched(): void {
      if (path !== undefined) timer ??= setTimeout(write, QUIET_MS);
    },
    close(): void {
      clearTimeout(timer);
      write();
    },
  };
}
