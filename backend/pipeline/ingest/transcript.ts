import type { Person } from '../../ports/ticket.ts';
import { isBlank, type Line, setAside } from './line.ts';
import { createRoles, type Role } from './speakers.ts';
import { isSystemLine } from './system-lines.ts';
import { type Turn, turnAt } from './turn.ts';

const CHAT_CHANNELS = /chat|messag|whatsapp|sms|telegram|instagram|slack|teams|^line$/i;

/**
 * Marks what others and the system said and strips stamps and speakers off the customer's own lines. Who the customer is
 * must be told by a name or a role; in doubt all stays as it is.
 */
export function readTranscript(lines: Line[], channel: string, requester: Person, people: Person[]): Line[] {
  const roleOf = createRoles(requester, people);
  const chat = CHAT_CHANNELS.test(channel);
  const turns = lines.flatMap((line, index) => {
    const turn = turnAt(line.text, index);
    return turn && isTurn(turn, chat, roleOf) && !isSystemLine(line.text) ? [turn] : [];
  });
  if (!isTranscript(lines, turns, chat)) return lines;
  const customers = customersAmong(turns, roleOf);
  return customers === null ? lines : keepCustomers(lines, turns, customers);
}

/** A name with a colon may be anything: without a time it takes a chat and a speaker whom we know. */
function isTurn(turn: Turn, chat: boolean, roleOf: (speaker: string) => Role): boolean {
  const known = roleOf(turn.speaker) !== 'unknown';
  return known ? chat || turn.timed : turn.timed && !turn.heading;
}

/** Elsewhere than in a chat, several timed turns that carry most of the text. */
function isTranscript(lines: Line[], turns: Turn[], chat: boolean): boolean {
  const speakers = new Set(turns.map(({ speaker }) => speaker)).size;
  if (chat) return speakers >= 2 || turns.some(({ timed }) => timed);
  const text = lines.filter((line) => !isBlank(line)).length;
  return turns.length >= 3 && speakers >= 2 && turns.length * 4 >= text;
}

/** The speakers who are the customer: by name or role, else the first who is no agent where some are; null = cannot be told. */
function customersAmong(turns: Turn[], roleOf: (speaker: string) => Role): Set<string> | null {
  const speakers = [...new Set(turns.map(({ speaker }) => speaker))];
  const known = speakers.filter((speaker) => roleOf(speaker) === 'customer');
  if (known.length > 0) return new Set(known);
  const others = speakers.filter((speaker) => roleOf(speaker) === 'unknown');
  const [first] = others;
  return first === undefined || others.length === speakers.length ? null : new Set([first]);
}

function keepCustomers(lines: Line[], turns: Turn[], customers: Set<string>): Line[] {
  const result = lines.map((line) => ({ ...line }));
  const byIndex = new Map(turns.map((turn) => [turn.index, turn]));
  let speaking: Turn | undefined;
  for (const [index, line] of result.entries()) {
    const turn = byIndex.get(index);
    speaking = turn ?? speaking;
    const own = speaking === undefined || customers.has(speaking.speaker);
    if (turn && own && !turn.heading) line.text = turn.words;
    if ((own && turn?.heading) || isSystemLine(line.text)) setAside(result, index, index + 1, 'system', true);
    else if (!own) setAside(result, index, index + 1, 'quote', true);
  }
  return result;
}
