import fc from 'fast-check';
import { createMasker } from '../backend/adapters/masker/builtin/create-masker.ts';
import { escalationRulesSchema } from '../backend/contract/escalation-rules.ts';
import type { Ingested } from '../backend/pipeline/ingest.ts';
import type { Ticket } from '../backend/ports/ticket.ts';
import { createReader } from '../backend/reader/create-reader.ts';
import { createTextTasks } from '../backend/reader/text-tasks.ts';
import { aComment, aTicket } from '../backend/test/ticket.ts';
import { ms, quantile, type Row } from './benchmark.ts';
import { hostileText, PIECES } from './hostile-text.ts';

const CASES = Number(process.env.HOSTILE_CASES ?? 100_000);
const SEED = 1;
const KB = 1024;

const ticketOf = (text: string, html: boolean, channel: string) =>
  aTicket({ channel, subject: text.slice(0, 80), comments: [aComment({ text, html: html ? text : null })] });
const toRead = ({ subject, text, uncut }: Ingested) => ({
  ...{ subject, text, uncut, attached: [], maxTokens: 6_000, model: 'gpt-4o-mini' },
  escalation: escalationRulesSchema.parse(undefined),
  hints: { people: [{ id: '1', name: 'Ada Quill', email: 'ada@quill.example' }], organisations: ['Quill Ltd'] },
});

/** Reads every generated text on the reading thread: none may be ended there, and none may make it throw. */
async function readMany(): Promise<Row> {
  const faults: string[] = [];
  const reader = await createReader((_event, fields) => faults.push(String(fields.code)));
  const channels = ['email', 'chat', 'web', 'api', 'sample_interaction'];
  const started = performance.now();
  const texts = fc.sample(fc.tuple(hostileText, fc.boolean(), fc.constantFrom(...channels)), {
    numRuns: CASES,
    seed: SEED,
  });
  for (const [index, [text, html, channel]] of texts.entries()) {
    const before = faults.length;
    const ingested = await reader.ingest(ticketOf(text, html, channel));
    if (ingested) await reader.readText(toRead(ingested));
    if (faults.length > before) console.error(`case ${index}: ${faults.at(-1)}: ${JSON.stringify(text.slice(0, 400))}`);
    if (index % 10_000 === 0) console.error(`hostile: ${index} of ${CASES}`);
  }
  await reader.close();
  const seconds = Math.round((performance.now() - started) / 1000);
  return [`${CASES} generated texts, seed ${SEED}`, `${faults.length} crashed or ended`, `${seconds} s in all`];
}

/** CPU of the whole text path for each piece repeated to this length, as text and as HTML; a second reading counts, as in a running backend. */
async function measureCost(length: number): Promise<Row> {
  const tasks = createTextTasks(createMasker());
  const read = async (ticket: Ticket): Promise<number> => {
    const before = process.cpuUsage();
    const ingested = await tasks.ingest(ticket);
    tasks.readText(toRead(ingested));
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  const costs: { cost: number; piece: string }[] = [];
  for (const html of [false, true])
    for (const piece of PIECES) {
      const ticket = ticketOf(piece.repeat(Math.ceil(length / piece.length)).slice(0, length), html, 'email');
      await read(ticket);
      costs.push({ cost: await read(ticket), piece: `${html ? 'HTML ' : ''}${JSON.stringify(piece.slice(0, 20))}` });
    }
  const worst = costs.toSorted((a, b) => b.cost - a.cost).slice(0, 3);
  const all = costs.map(({ cost }) => cost);
  return [
    `CPU at ${length / KB} KB, ${costs.length} texts`,
    `p50 ${ms(quantile(all, 0.5))}, p99 ${ms(quantile(all, 0.99))}`,
    `dearest: ${worst.map(({ cost, piece }) => `${piece} ${ms(cost)}`).join(', ')}`,
  ];
}

/** Hostile text: nothing crashes, nothing hangs, and its cost stays in step with its length. */
export async function measureHostile(): Promise<Row[]> {
  await measureCost(KB);
  return [await measureCost(64 * KB), await measureCost(KB * KB), await readMany()];
}
