import { type Asked, similarity, type Terms, type Weigh } from '../relevance.ts';
import { keepItems } from './answer-list.ts';
import { isLead, type Part } from './answer-parts.ts';
import { isPlain, isWhole } from './fitness.ts';
import type { Phrases } from './phrases.ts';

const MOST_SENTENCES = 3;
/** A second section goes along from this share of the best one's fit on. */
const NEARLY = 0.6;
/** An article's opening and the section that the question is about, with the next one if it fits nearly as well or has the steps that the first lacks. */
export function fromArticle(parts: readonly Part[], { terms, weigh }: Asked, phrases: Phrases): string[] {
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
    ...join(opening?.before.filter(isPlain) ?? [], phrases),
    ...sections.filter((section) => section === best || section === second).flatMap(({ paragraphs }) => paragraphs),
  ];
}

const termsOf = ({ heading, before, items, after }: Part, weigh: Weigh): Terms =>
  weigh({ text: heading ?? '', boost: 2 }, { text: [...before, ...items, ...after].join(' '), boost: 1 });

/** The list under the heading and the sentence that lead to it, then the rest. */
function toParagraphs({ heading, before, items, after }: Part, phrases: Phrases): string[] {
  const said = (sentences: string[]): string[] =>
    join(
      sentences.filter((sentence) => isPlain(sentence) && isWhole(sentence)),
      phrases,
    );
  const announced = before.at(-1);
  const announces = isLead(announced);
  const list = announces && !isPlain(announced ?? '') ? null : keepItems(items, isPlain);
  const body = announces && list ? join(before.filter(isPlain), phrases) : said(before);
  if (body.length === 0 && !list) return [];
  const title = heading === null ? [] : [/\p{P}$/u.test(heading) ? heading : `${heading}${phrases.colon}`];
  return [[...title, ...body, ...(list ?? [])].join('\n'), ...said(after)];
}

const join = (sentences: string[], { space }: Phrases): string[] =>
  sentences.length > 0 ? [sentences.slice(0, MOST_SENTENCES).join(space)] : [];
