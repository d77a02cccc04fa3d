import type { Agreement, CellTickets, Confidence, DayCount, Volume } from '../../backend/contract/overview.ts';

/** Four days of an account in Berlin, counted up to its last evening. */
export const aHead = {
  from: '2026-03-02',
  to: '2026-03-05',
  timeZone: 'Europe/Berlin',
  countedAt: '2026-03-05T18:32:00.000Z',
  waiting: 3,
};

/** Days of the head for each key, as many tickets as given, from the first day on. */
export const countsOf = (rows: Record<string, readonly number[]>): DayCount[] =>
  Object.entries(rows).flatMap(([key, values]) =>
    values.flatMap((tickets, index) => (tickets > 0 ? [{ day: `2026-03-0${index + 2}`, key, tickets }] : [])),
  );

export const aVolume = (parts: Partial<Volume> = {}): Volume => ({
  ...aHead,
  category: countsOf({ billing: [5, 8, 3, 6], technical: [10, 4, 0, 7], general: [1, 1, 1, 1] }),
  urgency: countsOf({ P1: [1, 0, 1, 2], P3: [15, 13, 3, 12] }),
  language: countsOf({ en: [14, 12, 4, 13], de: [1, 1, 0, 1], und: [1, 0, 0, 0] }),
  decidedBy: countsOf({ openai: [15, 13, 3, 13], builtin: [1, 0, 1, 1] }),
  ...parts,
});

const aRate = { draftsKept: 0, draftsEdited: 0, draftsUnused: 0 };

export const anAgreement = (parts: Partial<Agreement> = {}): Agreement => ({
  ...aHead,
  field: 'category',
  matrix: [
    { suggested: 'billing', final: 'billing', tickets: 80 },
    { suggested: 'billing', final: 'technical', tickets: 12 },
    { suggested: 'technical', final: 'technical', tickets: 105 },
    { suggested: 'technical', final: 'none', tickets: 3 },
  ],
  rates: [
    {
      dimension: 'category',
      key: 'billing',
      decided: 92,
      overridden: 12,
      draftsKept: 30,
      draftsEdited: 10,
      draftsUnused: 10,
    },
    { dimension: 'category', key: 'technical', decided: 108, overridden: 3, ...aRate },
    { dimension: 'language', key: 'de', decided: 4, overridden: 1, ...aRate },
    { dimension: 'group', key: '360', decided: 92, overridden: 12, ...aRate },
  ],
  groups: { '360': 'Payments' },
  ...parts,
});

const aTicket = (n: number): CellTickets['tickets'][number] => ({
  ticketId: String(n),
  triageId: `7b1c9d3e-1111-4000-8000-${String(n).padStart(12, '0')}`,
  triagedAt: '2026-03-03T09:00:00.000Z',
  decidedAt: '2026-03-04T10:00:00.000Z',
  language: 'en',
  confidence: 0.62,
  decidedBy: 'openai',
});

/** Tickets from one number to another, both included. */
export const someCellTickets = (first: number, last: number, nextCursor: string | null = null): CellTickets => ({
  tickets: Array.from({ length: last - first + 1 }, (_, index) => aTicket(first + index)),
  nextCursor,
});

export const aConfidence = (parts: Partial<Confidence> = {}): Confidence => ({
  ...aHead,
  field: 'category',
  bins: [
    { decidedBy: 'openai', from: 0.5, tickets: 20, right: 10, confidence: 10.2 },
    { decidedBy: 'openai', from: 0.7, tickets: 18, right: 14, confidence: 12.8 },
    { decidedBy: 'openai', from: 0.8, tickets: 30, right: 28, confidence: 24.4 },
    { decidedBy: 'openai', from: 0.975, tickets: 32, right: 31, confidence: 31.6 },
    { decidedBy: 'builtin', from: 0.6, tickets: 12, right: 7, confidence: 7.4 },
  ],
  ...parts,
});

/** What the backend usually answers about the lead's pages. */
export const overviewAnswers = {
  readVolume: () => aVolume(),
  readAgreement: ({ query }: { query: Record<string, unknown> }) =>
    anAgreement({ field: query.field as Agreement['field'] }),
  readCellTickets: () => someCellTickets(101, 103),
  readConfidence: ({ query }: { query: Record<string, unknown> }) =>
    aConfidence({ field: query.field as Confidence['field'] }),
};
