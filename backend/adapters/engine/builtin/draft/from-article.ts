import { type Asked, similarity, type Terms, type Weigh } from '../relevance.ts';
import { keepItems } from './answer-list.ts';
import { isLead, type Part } from './answer-parts.ts';
import { isPlain, isWhole } from './fitness.ts';
import type { Phrases } from './phrases.ts';
import { type Paragraph, repeat } from './said.ts';

const MOST_SENTENCES = 3;
/** A second section goes along from this share of the best one's fit on. */
const NEARLY = 0.6;
/** An article's opening and the section that the question is about, with the next one if it fits nearly as well or has the steps that the first lacks. */
export function fromArticle(parts: readonly Part[], { terms, weigh }: Asked, phrases: Phrases): Paragraph[] {
  const opening = parts[0]?.heading === null && parts[0].items.length === 0 ? parts[0] : null;
  const sections = parts
    .filter((part) => part !== opening)
    .map((part) => ({
      isList: part.items.length > 0,
      paragraphs: toParagraphs(part, phrases),
      fit: similarity(terms, termsOf(part, weigh)),
    }))
    .filter(({ paragraphs }) => paragraphs.length > 0);
  const [best, ...others] = sections.toSorted((a, b) => b.fit - a.fit);
  const second = best?.isList
    ? others.find(({ fit }) => fit >= NEARLY * best.fit)
    : others.find(({ isList }) => isList);
  return [
    ...asParagraph(toLines(opening?.before.filter(isPlain) ?? [])),
    ...sections.filter((section) => section === best || section === second).flatMap(({ paragraphs }) => paragraphs),
  ];
}

const termsOf = ({ heading, before, items, after }: Part, weigh: Weigh): Terms =>
  weigh({ text: heading ?? '', boost: 2 }, { text: [...before, ...items, ...after].join(' '), boost: 1 });

const said = (sentences: string[]): Paragraph =>
  toLines(sentences.filter((sentence) => isPlain(sentence) && isWhole(sentence)));

/** The list under the heading and the sentence that lead to it, then the rest. */
function toParagraphs({ heading, before, items, after }: Part, { colon }: Phrases): Paragraph[] {
  const announced = before.at(-1);
  const announces = isLead(announced);
  const list = announces && !isPlain(announced ?? '') ? null : keepItems(items, isPlain);
  const body = announces && list ? toLines(before.filter(isPlain)) : said(before);
  if (body.length === 0 && !list) return [];
  const title =
    heading === null ? [] : [[{ text: /\p{P}$/u.test(heading) ? heading : heading + colon, quote: heading }]];
  return [[...title, ...body, ...(list ?? []).map((item) => [item])], ...asParagraph(said(after))];
}

const toLines = (sentences: string[]): Paragraph =>
  sentences.length > 0 ? [sentences.slice(0, MOST_SENTENCES).map(repeat)] : [];

const asParagraph = (lines: Paragraph): Paragraph[] => (lines.length > 0 ? [lines] : []);
