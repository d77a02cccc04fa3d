import { type TicketEvent, ticketEvent } from './deliveries.ts';
import { createDice } from './dice.ts';

/** Of the deliveries, this part is sent 2 to 5 times and this part late; of one ticket in so many nothing is. */
const [DUPLICATED, REORDERED, WITHHELD] = [0.2, 0.2, 50];
const MOST_COPIES = 5;
/** What comes late comes after this part of the whole stream at most: ten minutes of an hour. */
const LATEST = 1 / 6;
/** Of the tickets, this part is written to again by its customer, and has a second event of it. */
const MOVED = 0.05;

/** `turn` in which an event happens and in which a delivery of it arrives. */
export type Arrival = { event: TicketEvent; happens: number; arrives: number };
export type Stream = {
  arrivals: Arrival[];
  /** Tickets that no delivery tells of. */
  withheld: number[];
  /** Tickets that their customer writes to again, in this turn. */
  moved: Map<number, number>;
  duplicates: number;
  reordered: number;
};
export type Ask = { tickets: readonly { id: number; requesterId: number }[]; turns: number; seed: number };

/** The deliveries of an account's events, in turns, with what becomes of some on the way. The same seed gives the same turns. */
export function planStream({ tickets, turns, seed }: Ask): Stream {
  const roll = createDice(seed);
  const isOne = (part: number) => roll() < part;
  const turnFrom = (first: number) => Math.min(turns - 1, first + Math.floor(roll() * (turns - first)));
  const stream: Stream = { arrivals: [], withheld: [], moved: new Map(), duplicates: 0, reordered: 0 };
  const late = (turn: number) => Math.min(turns - 1, turn + Math.ceil(roll() * LATEST * turns));

  const deliver = (event: TicketEvent, happens: number) => {
    const isLate = isOne(REORDERED);
    const arrives = isLate ? late(happens) : happens;
    if (isLate) stream.reordered += 1;
    stream.arrivals.push({ event, happens, arrives });
    if (!isOne(DUPLICATED)) return;
    const copies = 1 + Math.floor(roll() * (MOST_COPIES - 1));
    stream.duplicates += copies;
    for (let copy = 0; copy < copies; copy += 1) stream.arrivals.push({ event, happens, arrives: late(arrives) });
  };

  for (const [index, { id, requesterId }] of tickets.entries()) {
    if (index % WITHHELD === 0) {
      stream.withheld.push(id);
      continue;
    }
    const created = turnFrom(0);
    deliver(ticketEvent(id, requesterId, 'created'), created);
    if (!isOne(MOVED)) continue;
    const moved = turnFrom(created);
    stream.moved.set(id, moved);
    deliver(ticketEvent(id, requesterId, 'comment_added'), moved);
  }
  return stream;
}
