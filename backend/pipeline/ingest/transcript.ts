import type { Person } from '../../ports/ticket.ts';
import { isBlank, type Line, setAside } from './line.ts';
import { createRoles, type Role } from './speakers.ts';
import { isSystemLine } from './system-lines.ts';
import { isStamped, type Turn, turnAt } from './turn.ts';

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
  if (!(chat ? isChat(turns) : isPasted(lines, turns, roleOf))) return lines;
  const customers = customersAmong(turns, roleOf);
  return customers === null ? lines : keepCustomers(lines, turns, customers, chat);
}

/** A name with a colon may be anything: without a time it takes a chat and a speaker whom we know. */
function isTurn(turn: Turn, chat: boolean, roleOf: (speaker: string) => Role): boolean {
  const known = roleOf(turn.speaker) !== 'unknown';
  return known ? chat || turn.timed : turn.timed && !turn.heading;
}

const isChat = (turns: Turn[]): boolean => speakersOf(turns).length >= 2 || turns.some(({ timed }) => timed);

/** Elsewhere than in a chat, several timed turns that carry most of the text, of people whom we know; a log is none. */
function isPasted(lines: Line[], turns: Turn[], roleOf: (speaker: string) => Role): boolean {
  const speakers = speakersOf(turns);
  const text = lines.filter((line) => !isBlank(line)).length;
  return (
    turns.length >= 3 &&
    speakers.length >= 2 &&
    turns.length * 4 >= text &&
    speakers.every((speaker) => roleOf(speaker) !== 'unknown') &&
    !speakers.every((speaker) => /^[a-z][a-z\d_.-]*$/.test(speaker))
  );
}

const speakersOf = (turns: Turn[]): string[] => [...new Set(turns.map(({ speaker }) => speaker))];

/** The speakers who are the customer: by name or role, else the first who is no agent where some are; null = cannot be told. */
function customersAmong(turns: Turn[], roleOf: (speaker: string) => Role): Set<string> | null {
  const speakers = speakersOf(turns);
  const known = speakers.filter((speaker) => roleOf(speaker) === 'customer');
  if (known.length > 0) return new Set(known);
  const others = speakers.filter((speaker) => roleOf(speaker) === 'unknown');
  const [first] = others;
  return first === undefined || others.length === speakers.length ? null : new Set([first]);
}

function keepCustomers(lines: Line[], turns: Turn[], customers: Set<string>, chat: boolean): Line[] {
  const result = lines.map((line) => ({ ...line }));
  const byIndex = new Map(turns.map((turn) => [turn.index, turn]));
  const last = turns.at(-1)?.index ?? 0;
  let speaking: Turn | undefined;
  for (const [index, line] of result.entries()) {
    const turn = byIndex.get(index);
    if (turn) speaking = turn;
    else if (!isSystemLine(line.text) && endsTurn(line, index, last, speaking, chat)) speaking = undefined;
    const own = speaking === undefined || customers.has(speaking.speaker);
    const certain = chat || turn !== undefined || isStamped(line.text);
    if (turn && own && !turn.heading) line.text = turn.words;
    if ((own && turn?.heading) || (isSystemLine(line.text) && (certain || speaking)))
      setAside(result, index, index + 1, 'system', certain);
    else if (!own) setAside(result, index, index + 1, 'quote', certain);
  }
  return result;
}

/** Where the writer may speak for himself again: below the last turn, and outside chats below any blank line. */
function endsTurn(line: Line, index: number, last: number, speaking: Turn | undefined, chat: boolean): boolean {
  if (isBlank(line)) return index > last || (!chat && !(speaking?.heading && index === speaking.index + 1));
  return !chat && index > last && !(speaking?.heading && index === speaking.index + 1);
}
