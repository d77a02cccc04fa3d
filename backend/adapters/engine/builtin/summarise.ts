import { isCourtesy } from './courtesies.ts';
import { similarity, type Terms, type Weigh } from './relevance.ts';
import { splitSentences } from './sentences.ts';

const LONGEST = 160;
/** A sentence shorter than this says too little alone. */
const SHORT = 60;
/** In a text of this length most is background; the writer's own subject says best what matters, if it says something. */
const LONG = 2500;
const TELLING = 30;
const READ = 4000;
const MOST_SENTENCES = 25;
/** How much each sentence further down has to say more than the one before it. */
const LATER = 0.06;
/** What a question counts more. */
const ASKS = 1.3;
/** A salutation or thanks before the first comma, colon or exclamation mark. */
const SALUTATION = /^([^,:!、。.]{2,40})[,:!、。.]\s*(?=\S)/u;

/** The sentence that says the most of what the ticket is about, and the next one while both are short. */
export function summarise(weigh: Weigh, subject: string, text: string): string {
  if (text.length > LONG && subject.trim().length >= TELLING) return cut(subject.trim());
  const sentences = splitSentences(unwrap(text))
    .slice(0, MOST_SENTENCES)
    .map((sentence) => withoutSalutation(sentence.replace(/\s+/g, ' ')))
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence) && !isCourtesy(sentence));
  const matter = weigh({ text: subject, boost: 2 }, { text, boost: 1 });
  const points = sentences.map((sentence, index) => pointOf(sentence, index, matter, weigh));
  const best = points.reduce((top, point, index) => (point > (points[top] ?? 0) ? index : top), 0);
  const [chosen = '', next = ''] = sentences.slice(best);
  const longer = chosen.length < SHORT && next !== '' ? `${chosen} ${next}` : chosen;
  return cut((longer.length <= LONGEST ? longer : chosen) || subject.trim() || text.slice(0, 1000).trim());
}

function pointOf(sentence: string, index: number, matter: Terms, weigh: Weigh): number {
  const said = similarity(matter, weigh({ text: sentence, boost: 1 }));
  return (said * (/[?？]["'”»」]?$/u.test(sentence) ? ASKS : 1)) / (1 + LATER * index);
}

function withoutSalutation(sentence: string): string {
  const salutation = SALUTATION.exec(sentence);
  if (!salutation || !isCourtesy(salutation[1] ?? '')) return sentence;
  return sentence.slice(salutation[0].length).replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

/** Lines that a mail program broke: the next one goes on in lower case. */
const unwrap = (text: string): string => text.slice(0, READ).replace(/[ \t]?\r?\n(?=\p{Ll})/gu, ' ');

function cut(text: string): string {
  if (text.length <= LONGEST) return text;
  const head = text.slice(0, LONGEST - 1).replace(/[\uD800-\uDBFF]$/, '');
  const space = head.lastIndexOf(' ');
  return `${(space > LONGEST / 2 ? head.slice(0, space) : head).trimEnd()}…`;
}
