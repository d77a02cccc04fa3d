import { OUR_TAGS, TIER_TAG } from '../../contract/routing-rule.ts';
import { type Marks, organisationWord, type RoutingFacts, tagWord } from '../../ports/routing-rules.ts';
import type { Ticket } from '../../ports/ticket.ts';

/** What rules may look at, without a word that could name somebody. */
export function toFacts(
  { channel, tags, organisations }: Pick<Ticket, 'channel' | 'tags' | 'organisations'>,
  language: string,
  mark: (words: string[]) => Marks,
): RoutingFacts {
  const lower = tags.map((tag) => tag.trim().toLowerCase());
  const words = [
    ...lower.filter((tag) => !tag.startsWith(OUR_TAGS)).map(tagWord),
    ...organisations.map(organisationWord),
  ];
  const tier = lower.find((tag) => tag.startsWith(TIER_TAG) && tag.length > TIER_TAG.length);
  return {
    language,
    channel,
    tier: tier?.slice(TIER_TAG.length) ?? null,
    marks: Object.values(mark(words)).toSorted(),
  };
}
