import { isGreeting } from './courtesies.ts';
import { splitSentences } from './sentences.ts';

const LONGEST = 160;
/** A sentence shorter than this says too little alone. */
const SHORT = 60;
const READ = 4000;

/** The first sentence, or sentences, that say something. */
export function summarise(subject: string, text: string): string {
  const sentences = splitSentences(unwrap(text)).map((sentence) => sentence.replace(/\s+/g, ' '));
  const telling = sentences.filter((sentence) => /[\p{L}\p{N}]/u.test(sentence) && !isGreeting(sentence));
  let summary = '';
  for (const sentence of telling) {
    const longer = summary === '' ? sentence : `${summary} ${sentence}`;
    if (summary !== '' && (summary.length >= SHORT || longer.length > LONGEST)) break;
    summary = longer;
  }
  return cut(summary || subject.trim() || text.slice(0, 1000).trim());
}

/** Lines that a mail program broke: the next one goes on in lower case. */
const unwrap = (text: string): string => text.slice(0, READ).replace(/[ \t]?\r?\n(?=\p{Ll})/gu, ' ');

function cut(text: string): string {
  if (text.length <= LONGEST) return text;
  const head = text.slice(0, LONGEST - 1).replace(/[\uD800-\uDBFF]$/, '');
  const space = head.lastIndexOf(' ');
  return `${(space > LONGEST / 2 ? head.slice(0, space) : head).trimEnd()}…`;
}
