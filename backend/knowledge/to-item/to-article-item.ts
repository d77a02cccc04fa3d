import { MASKABLE_KINDS } from '../../contract/masking.ts';
import type { ItemRead } from '../../ports/knowledge.ts';
import type { Article } from '../../ports/ticket.ts';
import { anonymise, clip, hashOf } from './anonymise.ts';
import { ANSWER_CHARS, QUESTION_CHARS, TITLE_CHARS } from './lengths.ts';
import type { Reading } from './reading.ts';

/** A help-centre article as knowledge. What is published may name addresses and telephones, which a reply may then name too; secrets it may not. */
export function toArticleItem(article: Article, { masker, policy, htmlToText }: Reading): ItemRead {
  const id = `article:${article.locale}:${article.id}`;
  const body = htmlToText(article.html).trim();
  if (!body) return { ok: false, id, reason: 'empty_article' };
  const [heading, text] = anonymise(
    [article.title, body],
    { people: [], policy: { ...policy, keep: MASKABLE_KINDS } },
    masker,
  );
  if (heading === undefined || text === undefined) return { ok: false, id, reason: 'empty_article' };
  const title = clip(heading, TITLE_CHARS);
  const question = clip(text, QUESTION_CHARS);
  const item = {
    id,
    kind: 'article' as const,
    ticketId: null,
    url: article.url,
    ...{ title, question, answer: clip(text, ANSWER_CHARS), resolution: null },
    ...{ category: null, urgency: null, sentiment: null },
    language: article.locale.slice(0, 2).toLowerCase(),
    resolvedAt: article.updatedAt,
    ...{ resolutionHours: null, satisfaction: null, gold: false },
    contentHash: hashOf(title, question),
  };
  return { ok: true, item, people: [] };
}
