import type { Passage } from '../../../../ports/engine.ts';
import type { Asked } from '../relevance.ts';
import { readParts } from './answer-parts.ts';
import { fromArticle } from './from-article.ts';
import { fromReply } from './from-reply.ts';
import type { Phrases } from './phrases.ts';
import type { Paragraph } from './said.ts';

/** Shorter than this, what is left of an answer ("No problem at all.") helps nobody; kanji say more with less. */
const LEAST = 40;
const LEAST_WIDE = 15;
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** The paragraphs of another customer's answer, or of an article, that hold for this customer, too; none if that is too little. */
export function reusable({ source, answer }: Passage, asked: Asked, phrases: Phrases): Paragraph[] {
  const parts = readParts(answer);
  const paragraphs =
    source.kind === 'article' ? fromArticle(parts, asked, phrases) : fromReply(parts, asked, phrases, source.gold);
  const text = paragraphs
    .flat(2)
    .map((said) => said.text)
    .join('');
  return text.length >= (WIDE.test(text) ? LEAST_WIDE : LEAST) ? paragraphs : [];
}
