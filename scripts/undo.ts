import { parseArgs } from 'node:util';
import { type UndoDryRun, type UndoView, undoApi, undoDryRunSchema, undoViewSchema } from '../backend/contract/undo.ts';

const USAGE = `npm run undo -- --since WHEN [--until WHEN] [--prompt VERSION] [--engine NAME] [--model NAME] [--dry-run]
  takes back what the backend wrote to tickets since then, where nobody has changed it after that
npm run undo -- --show ID
  how far an undo has come
WHEN is an ISO date and time, such as 2026-11-27T14:00, in this machine's time unless it names a zone.
All take --url ADDRESS of the backend (PUBLIC_URL, else http://localhost:8787) and --tenant ID where there are several.
ADMIN_TOKEN is the backend's.`;

const POLL_MS = 2_000;

/** A command that cannot be understood, with what to write instead. */
class UsageError extends Error {
  override readonly name = 'UsageError';
}

const string = { type: 'string' } as const;

function readArguments() {
  try {
    return parseArgs({
      options: {
        ...{ since: string, until: string, prompt: string, engine: string, model: string },
        ...{ show: string, url: string, tenant: string, 'dry-run': { type: 'boolean', default: false } },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
type Arguments = ReturnType<typeof readArguments>;

function readMoment(name: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const at = new Date(text);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text) || Number.isNaN(at.getTime()))
    throw new UsageError(`--${name}: ${text} is no date and time.`);
  return at.toISOString();
}

function openApi({ url, tenant }: Arguments, { ADMIN_TOKEN, PUBLIC_URL }: NodeJS.ProcessEnv) {
  if (!ADMIN_TOKEN) throw new UsageError('ADMIN_TOKEN is not set.');
  const base = url ?? PUBLIC_URL ?? 'http://localhost:8787';
  return async (method: string, path: string, body?: object): Promise<unknown> => {
    const address = new URL(path, base);
    if (tenant) address.searchParams.set('tenant', tenant);
    const headers = { authorization: `Bearer ${ADMIN_TOKEN}`, 'content-type': 'application/json' };
    const answer = await fetch(address, { method, headers, ...(body && { body: JSON.stringify(body) }) }).catch(() => {
      throw new Error(`No backend answers at ${base}.`);
    });
    const said = (await answer.json().catch(() => null)) as { error?: { message?: string } } | null;
    if (!answer.ok) throw new Error(said?.error?.message ?? `The backend answered ${answer.status}.`);
    return said;
  };
}
type Api = ReturnType<typeof openApi>;

const listed = (counts: Record<string, number>): string =>
  Object.entries(counts)
    .map(([field, tickets]) => `${field} ${tickets}`)
    .join(', ') || 'none';

function tellDryRun({ tickets, writes, fields, first }: UndoDryRun): void {
  console.log(`${writes} writes to ${tickets} tickets; fields: ${listed(fields)}`);
  for (const { ticketId, changes } of first)
    console.log(
      `  #${ticketId}  ${changes.map(({ field, from, to }) => `${field} ${from} → ${to}`).join(', ') || '-'}`,
    );
  if (tickets > first.length) console.log(`  … and ${tickets - first.length} more`);
  console.log('What people or rules have changed since stays; that is seen only when it runs.');
}

function tell({ state, tickets, restored, left, shown }: UndoView): void {
  const { total, waiting, undone, gone, failed } = tickets;
  console.log(`${state}: ${undone} of ${total} undone, ${waiting} waiting, ${gone} gone or closed, ${failed} failed`);
  if (state === 'running') return;
  console.log(`restored: ${listed(restored)}\nleft, changed since: ${listed(left)}`);
  for (const { ticketId, code, left: fields } of shown) console.log(`  #${ticketId}  ${code ?? fields.join(', ')}`);
}

async function follow(api: Api, id: string): Promise<number> {
  for (;;) {
    const view = undoViewSchema.parse(await api('GET', undoApi.readUndo.path.replace('{id}', encodeURIComponent(id))));
    tell(view);
    if (view.state === 'done') return view.tickets.failed > 0 ? 1 : 0;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

async function main(): Promise<number> {
  const given = readArguments();
  const api = openApi(given, process.env);
  if (given.show) return follow(api, given.show);
  const since = readMoment('since', given.since);
  if (!since) throw new UsageError('Say since when: --since WHEN.');
  const named = { promptVersion: given.prompt, engine: given.engine, model: given.model };
  const body = { since, until: readMoment('until', given.until), ...named, dryRun: given['dry-run'] };
  const answer = await api('POST', undoApi.undo.path, body);
  if (given['dry-run']) {
    tellDryRun(undoDryRunSchema.parse(answer));
    return 0;
  }
  const { id } = undoViewSchema.parse(answer);
  console.log(`The backend undoes it, also when this command ends: npm run undo -- --show ${id}`);
  return follow(api, id);
}

process.exit(
  await main().catch((error: unknown) => {
    const said = error instanceof Error ? error.message : String(error);
    console.error(error instanceof UsageError ? `${said}\n\n${USAGE}` : said);
    return error instanceof UsageError ? 2 : 1;
  }),
);
