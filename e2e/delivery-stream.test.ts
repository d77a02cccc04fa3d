import { describe, expect, it } from 'vitest';
import { planStream } from './delivery-stream.ts';
import { ticketIds } from './many-tickets.ts';

const TURNS = 60;
const tickets = ticketIds(2_000).map((id) => ({ id, requesterId: id + 10_000 }));
const plan = (seed: number) => planStream({ tickets, turns: TURNS, seed });
const turnsOf = ({ arrivals }: ReturnType<typeof plan>) => arrivals.map(({ happens, arrives }) => [happens, arrives]);

describe('the stream of deliveries', () => {
  const stream = plan(1);
  const copies = Map.groupBy(stream.arrivals, ({ event }) => event.id);

  it('tells of every ticket but those that are withheld, one of fifty', () => {
    const told = new Set(stream.arrivals.map(({ event }) => Number(event.detail.id)));
    expect(stream.withheld).toHaveLength(40);
    expect(tickets.filter(({ id }) => !told.has(id)).map(({ id }) => id)).toEqual(stream.withheld);
  });

  it('sends about a fifth 2 to 5 times and brings about a fifth late, by a sixth of the turns at most', () => {
    const sizes = [...copies.values()].map(({ length }) => length);
    const doubled = sizes.filter((size) => size > 1);
    expect(new Set(doubled)).toEqual(new Set([2, 3, 4, 5]));
    expect(doubled.length / sizes.length).toBeCloseTo(0.2, 1);
    expect(stream.reordered / sizes.length).toBeCloseTo(0.2, 1);
    const lateness = [...copies.values()].map(([first]) => (first ? first.arrives - first.happens : -1));
    expect(Math.min(...lateness)).toBe(0);
    expect(Math.max(...lateness)).toBe(TURNS / 6);
  });

  it("brings some tickets' second event before their first", () => {
    const arrives = (id: number, name: string) =>
      stream.arrivals.find(({ event }) => event.detail.id === String(id) && event.type.endsWith(name))?.arrives ?? -1;
    const turned = [...stream.moved.keys()].filter((id) => arrives(id, 'comment_added') < arrives(id, 'created'));
    expect(turned.length).toBeGreaterThan(0);
  });

  it('is the same for the same seed', () => {
    expect(turnsOf(plan(1))).toEqual(turnsOf(stream));
    expect(turnsOf(plan(2))).not.toEqual(turnsOf(stream));
  });
});
