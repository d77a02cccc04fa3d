import type { Person } from '../../ports/ticket.ts';
import { isBlank, type Line, setAside } from './line.ts';

const CHAT_CHANNELS = /chat|messag|whatsapp|sms|telegram|instagram|^line$/i;
const TIME = '\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2})?(?: ?[ap]\\.?m\\.?)?';
const STAMP = `(?:\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}[,T]? {0,2})?${TIME}(?:Z| ?UTC)?`;
const SPEAKER = '([^\\s:：][^:：\\n]{0,60}?)';

/** Each gives speaker and words: `[10:32] Jo: hi`, `10:32 - Jo: hi`, `Jo (10:32): hi`, `Jo 10:32: hi`. */
const TIMED = [
  new RegExp(`^\\s{0,8}[([]${STAMP}[)\\]] {0,3}[-–]? {0,2}${SPEAKER}\\s?[:：] {0,3}(.*)$`, 'iu'),
  new RegExp(`^\\s{0,8}${STAMP}[,]? {0,3}[-–|]? {0,2}${SPEAKER}\\s?[:：] {0,3}(.*)$`, 'iu'),
  new RegExp(`^\\s{0,8}${SPEAKER} {0,3}[([]?${STAMP}[)\\]]?\\s?[:：] {0,3}(.*)$`, 'iu'),
];
const NAMED = new RegExp(`^\\s{0,8}${SPEAKER}\\s?[:：] {1,3}(.*)$`, 'u');
const SYSTEM = new RegExp(
  `^\\s{0,8}(?:[([]?${STAMP}[)\\]]?\\s*[-–]?\\s*)?(?:\\*\\*\\*.{0,200}\\*\\*\\*|-{2,} ?.{0,120}-{2,}|(?:chat|conversation|session) (?:started|ended|transferred|transcript|closed|rating|id)\\b.{0,120}|.{1,60} (?:has )?(?:joined|left|entered|ended|closed) (?:the )?(?:chat|conversation|room|session)\\.?|(?:served|assigned|transferred) (?:by|to)\\b.{0,80})?\\s*$`,
  'iu',
);
const CUSTOMER_ROLE =
  /^(?:visitor|customer|client|user|end[- ]user|guest|me|you|cliente|visitante|usuario|usuário|kunde|kundin|besucher(?:in)?|gast|client(?:e)?|visiteur|お客様|ユーザー|訪問者)\b.{0,24}$/iu;
const AGENT_ROLE =
  /\b(?:agent|bot|support|assistant|system|operator|representative|advisor|agente|soporte|suporte|berater|conseiller)\b|エージェント|担当|サポート/iu;

type Turn = { index: number; speaker: string; words: string; timed: boolean };

/** A turn's head is looked for in so many characters. */
const HEAD = 200;

/** Marks what others and the system said and strips stamps and speakers off the customer's own lines. */
export function readTranscript(lines: Line[], channel: string, requester: Person, people: Person[]): Line[] {
  const chat = CHAT_CHANNELS.test(channel);
  const known = people.map((person) => fold(person.name)).filter((name) => name !== '');
  const turns = lines.flatMap((line, index) => findTurn(line.text, index, chat, [...known, fold(requester.name)]));
  if (!isTranscript(lines, turns, chat)) return lines;
  const isCustomer = customerTest(turns, requester, known);
  const result = lines.map((line) => ({ ...line }));
  let last: Turn | undefined;
  const byIndex = new Map(turns.map((turn) => [turn.index, turn]));
  for (const [index, line] of result.entries()) {
    const turn = byIndex.get(index);
    last = turn ?? last;
    if (turn && isCustomer(turn.speaker)) line.text = turn.words;
    else if (!turn && !isBlank(line) && SYSTEM.test(line.text.slice(0, 300)))
      setAside(result, index, index + 1, 'system', true);
    else if (last && !isCustomer(last.speaker)) setAside(result, index, index + 1, 'quote', true);
  }
  return result;
}

const fold = (name: string | null): string => (name ?? '').normalize('NFKC').trim().toLowerCase();

function findTurn(text: string, index: number, chat: boolean, known: string[]): Turn[] {
  const head = text.slice(0, HEAD);
  for (const pattern of TIMED) {
    const [, speaker, words] = pattern.exec(head) ?? [];
    if (speaker !== undefined && words !== undefined && /\p{L}/u.test(speaker))
      return [{ index, speaker: speaker.trim(), words: words + text.slice(HEAD), timed: true }];
  }
  const [, speaker = '', words = ''] = chat ? (NAMED.exec(head) ?? []) : [];
  const role =
    CUSTOMER_ROLE.test(speaker.trim()) ||
    AGENT_ROLE.test(speaker) ||
    known.some((name) => sameName(name, fold(speaker)));
  return role ? [{ index, speaker: speaker.trim(), words: words + text.slice(HEAD), timed: false }] : [];
}

/** Elsewhere than in a chat, timed turns on most lines; always more than a stray line with a colon. */
function isTranscript(lines: Line[], turns: Turn[], chat: boolean): boolean {
  const speakers = new Set(turns.map((turn) => turn.speaker)).size;
  if (chat) return speakers >= 2 || turns.some((turn) => turn.timed);
  const text = lines.filter((line) => !isBlank(line)).length;
  return turns.length >= 3 && turns.length * 2 >= text && speakers >= 2 && turns.every((turn) => turn.timed);
}

const sameName = (name: string, speaker: string): boolean =>
  name !== '' &&
  speaker !== '' &&
  (name === speaker || name.split(' ')[0] === speaker || speaker.split(' ')[0] === name);

/** Who of the speakers is the customer: the requester by name, a visitor by role, else whoever is no agent and spoke first. */
function customerTest(turns: Turn[], requester: Person, known: string[]): (speaker: string) => boolean {
  const speakers = [...new Set(turns.map((turn) => turn.speaker))];
  const own = fold(requester.name);
  const agents = known.filter((name) => name !== own);
  const byName = speakers.filter((speaker) => sameName(own, fold(speaker)) || CUSTOMER_ROLE.test(speaker));
  const others = speakers.filter(
    (speaker) => !AGENT_ROLE.test(speaker) && !agents.some((name) => sameName(name, fold(speaker))),
  );
  const customers = new Set(byName.length > 0 ? byName : others.slice(0, 1));
  return (speaker) => customers.has(speaker);
}
