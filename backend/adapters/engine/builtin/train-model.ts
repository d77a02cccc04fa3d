import { createHash } from 'node:crypto';
import { readTicket } from './features.ts';
import { type FittedHead, fitHead } from './fit-head.ts';
import type { LabelledRow } from './labelled-row.ts';
import type { LabelledTicket } from './labelled-ticket.ts';
import { toLinear } from './linear.ts';
import { HEADS, type HeadName, type Model } from './model.ts';
import { groupNearDuplicates } from './near-duplicates.ts';
import { packModel, versionOf } from './pack-model.ts';
import { countStems } from './relevance.ts';
import { toBlock } from './row.ts';
import { createVectoriser, fitVectoriser, type Vectoriser } from './vectoriser.ts';

/** The others are recognised, but weigh nothing. */
const MOST_COLUMNS = 60_000;

/** Deterministic, and nothing but computing: may run in a worker thread. Throws an Error when there is no ticket. */
export function trainModel(tickets: readonly LabelledTicket[]): Model {
  if (tickets.length === 0) throw new Error('there is no ticket to learn from');
  const readings = tickets.map(({ subject, text }) => readTicket(subject, text));
  const vectoriser = fitVectoriser(readings);
  const rows = readings.map(vectoriser.vectorise);
  const block = toBlock(rows);
  const columns = vectoriser.hashes.length;
  const groups = groupNearDuplicates(rows, columns);
  const fitted = HEADS.flatMap((name): [HeadName, FittedHead][] => {
    const labelled = labelRows(tickets, name, groups);
    return labelled.length === 0 ? [] : [[name, fitHead({ block, columns, labelled })]];
  });
  const model = assemble(vectoriser, fitted);
  const texts = tickets.map(({ subject, text }) => `${subject}\n${text}`);
  const named = { ...model, trainedOn: hashTickets(tickets), commonness: countStems(texts), version: '' };
  return { ...named, version: versionOf(packModel(named)) };
}

export const hashTickets = (tickets: readonly LabelledTicket[]): string =>
  createHash('sha256').update(JSON.stringify(tickets)).digest('hex').slice(0, 32);

function labelRows(tickets: readonly LabelledTicket[], name: HeadName, groups: Int32Array): LabelledRow[] {
  return tickets.flatMap((ticket, row) => {
    const label = labelOf(ticket, name);
    const secondary = name === 'category' ? (ticket.secondary ?? null) : null;
    return label === undefined
      ? []
      : [{ row, label, secondary, weight: ticket.weight ?? 1, group: groups[row] as number }];
  });
}

function labelOf(ticket: LabelledTicket, name: HeadName): string | undefined {
  if (name !== 'subcategory') return ticket[name];
  return ticket.category && ticket.subcategory ? `${ticket.category}/${ticket.subcategory}` : undefined;
}

/** Columns that decide much come first; only they get weights. */
function assemble(vectoriser: Vectoriser, fitted: [HeadName, FittedHead][]): Pick<Model, 'vectoriser' | HeadName> {
  const importance = Float64Array.from(vectoriser.hashes, (_, column) => {
    let most = 0;
    for (const [, { vectors }] of fitted) {
      for (const vector of vectors) most = Math.max(most, Math.abs(vector[column] as number));
    }
    return most;
  });
  const order = Int32Array.from(importance.keys()).sort(
    (a, b) => (importance[b] as number) - (importance[a] as number) || a - b,
  );
  const { hashes, seenIn, tickets } = vectoriser;
  return {
    vectoriser: createVectoriser({
      hashes: Uint32Array.from(order, (column) => hashes[column] as number),
      seenIn: Uint16Array.from(order, (column) => seenIn[column] as number),
      tickets,
    }),
    ...Object.fromEntries(
      fitted.map(([name, { labels, vectors, calibration }]) => [
        name,
        { labels, calibration, linear: toLinear(vectors, order.subarray(0, MOST_COLUMNS)) },
      ]),
    ),
  };
}
