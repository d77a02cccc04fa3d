import { expect, it } from 'vitest';
import type { SolvedTicket } from '../ports/ticket.ts';
import { aTaxonomy } from '../test/engine.ts';
import { quickReader } from '../test/import-parts.ts';
import { aTicket } from '../test/ticket.ts';
import { judgeBatch } from './judge-batch.ts';

const solved: SolvedTicket = {
  ...{ ticket: aTicket(), category: null, urgency: null, sentiment: null, solvedAt: '' },
  ...{ resolutionHours: null, satisfaction: null, reopens: null, resolution: null },
};

it('leaves the reader room for tickets that are triaged meanwhile, and keeps the order', async () => {
  let [reading, most] = [0, 0];
  const reader: typeof quickReader = {
    ...quickReader,
    readSolvedTicket: async () => {
      reading += 1;
      most = Math.max(most, reading);
      await Promise.resolve();
      reading -= 1;
      return { ok: false, id: 'ticket:1', reason: 'no_reply' };
    },
  };
  const places = Array.from({ length: 400 }, (_, row) => `row ${row}`);
  const tenant = { masking: { keep: [], regions: [] }, taxonomy: aTaxonomy() };
  const judged = await judgeBatch({ found: places.map((place) => ({ place, solved })) }, { tenant, reader });
  expect(judged.map(({ place }) => place)).toEqual(places);
  expect(most).toBeLessThanOrEqual(4);
});
