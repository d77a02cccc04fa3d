import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { lockFolder } from '../backend/adapters/store/postgres/lock-folder.ts';
import { type Config, ConfigError, readConfig } from '../backend/config.ts';
import { forgetSchema } from '../backend/contract/erasure.ts';
import { rebuildIndex } from '../backend/knowledge/rebuild-index.ts';
import { createLog } from '../backend/log.ts';
import { OutsideError } from '../backend/ports/errors.ts';
import type { Tenant } from '../backend/ports/tenant.ts';
import { forgetNow } from '../backend/privacy/forget.ts';
import { type Wired, wire } from '../backend/wire.ts';
import { planImport } from './knowledge/import.ts';
import { tellStatus } from './knowledge/status.ts';
import { USAGE, UsageError } from './knowledge/usage.ts';

const string = { type: 'string' } as const;
const boolean = { type: 'boolean', default: false } as const;

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        ...{ format: string, helpdesk: boolean, all: boolean, 'dry-run': boolean, tenant: string },
        ...{ ticket: string, person: string, email: string },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
type Arguments = ReturnType<typeof readArguments>;

/** The embedded database serves one process: a backend that runs on it does the work itself. */
function refuseBesideBackend({ DATABASE_URL, DATA_DIR }: Config): void {
  if (DATABASE_URL) return;
  try {
    lockFolder(join(DATA_DIR, 'postgres'))();
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new Error(`${said}\nOr let it do the work: POST /v1/admin/imports and /v1/admin/erasures (docs/operate.md).`);
  }
}

type Perform = (tenant: Tenant, wired: Wired) => Promise<number>;

function planForgetting({ values: { ticket: ticketId, person: personId, email } }: Arguments): Perform {
  const subject = forgetSchema.safeParse(ticketId ? { ticketId } : personId ? { personId } : { email });
  if (!subject.success) throw new UsageError('Say whom to forget: --ticket ID, --person ID or --email ADDRESS.');
  return async (tenant, wired) => {
    console.log(JSON.stringify(await forgetNow(tenant, subject.data, { ...wired, models: tenant.builtin }), null, 2));
    return 0;
  };
}

async function rebuild(tenant: Tenant, wired: Wired): Promise<number> {
  let done = 0;
  const { embedded, refused, whole } = await rebuildIndex(tenant, wired, (count) => {
    done += count;
    console.error(`${done} embedded`);
  });
  console.log(`${embedded} items are embedded anew, ${refused} were refused${whole ? '' : '; some are missing yet'}`);
  return whole ? 0 : 1;
}

/** What is asked is checked before anything is opened. */
const COMMANDS: Record<string, (given: Arguments) => Perform | Promise<Perform>> = {
  import: ({ values, positionals: [, file] }) => {
    const { helpdesk, all, 'dry-run': dryRun, format } = values;
    return planImport({ helpdesk, all, dryRun, ...(file && { file }), ...(format && { format }) });
  },
  status: () => async (tenant, wired) => {
    await tellStatus(tenant, wired);
    return 0;
  },
  rebuild: () => rebuild,
  forget: planForgetting,
};

async function main(): Promise<number> {
  const given = readArguments();
  const [name = '', ...rest] = given.positionals;
  const plan = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!plan || rest.length > (name === 'import' ? 1 : 0)) throw new UsageError('There is no such command.');
  const perform = await plan(given);
  const config = readConfig(process.env);
  refuseBesideBackend(config);
  const wired = await wire(config, createLog('silent'));
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      console.error('\nStopped; the same command goes on from here.');
      wired.close().finally(() => process.exit(1));
    });
  try {
    const { tenant: id } = given.values;
    const named = id ?? wired.tenants.sole;
    const tenant = named === null ? null : await wired.tenants.find(named);
    if (!tenant) throw new UsageError('There is no such tenant.');
    return await perform(tenant, wired);
  } finally {
    await wired.close();
  }
}

function giveUp(error: unknown): number {
  const said = error instanceof Error ? error.message : String(error);
  console.error(error instanceof UsageError ? `${said}\n\n${USAGE}` : said);
  if (error instanceof OutsideError && error.retryable)
    console.error('What was begun is kept; the backend goes on with it once that answers.');
  return error instanceof UsageError || error instanceof ConfigError ? 2 : 1;
}

process.exit(await main().catch(giveUp));
