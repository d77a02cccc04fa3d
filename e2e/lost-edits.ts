import type { TicketSnapshot } from '../sandbox/zendesk/start.ts';

type Change = { field_name: string; value: unknown };

/** Tags of our fields follow these, which are looked at themselves. */
const OURS = /^ait_/;

const isChange = (event: object): event is Change => 'field_name' in event;
const tagsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value.map(String) : []).filter((tag) => !OURS.test(tag));

/**
 * Walks a ticket's history and names what people had set and we set otherwise afterwards. What they cleared is unset, and
 * our own value stays ours when a whole set of tags from a page read earlier takes it away and another one brings it back.
 */
export function findLostEdits({ id, audits }: TicketSnapshot, ownUserId: number, firstTags: string[]): string[] {
  const setByPeople = new Set<string>();
  const ourLast = new Map<string, unknown>();
  const tagsByPeople = new Map<string, 'added' | 'removed'>();
  const lost: string[] = [];
  let tags = firstTags;
  const changeTags = (now: string[], ours: boolean): void => {
    const changes = [
      ...now.filter((tag) => !tags.includes(tag)).map((tag) => [tag, 'added'] as const),
      ...tags.filter((tag) => !now.includes(tag)).map((tag) => [tag, 'removed'] as const),
    ];
    for (const [tag, change] of changes) {
      if (!ours) tagsByPeople.set(tag, change);
      else if (tagsByPeople.has(tag)) lost.push(`${id}: tag ${tag} ${change}`);
    }
    tags = now;
  };
  for (const { author_id, events } of audits) {
    const ours = author_id === ownUserId;
    for (const { field_name, value } of (events as object[]).filter(isChange)) {
      if (field_name === 'tags') changeTags(tagsOf(value), ours);
      else if (ours) {
        if (setByPeople.has(field_name)) lost.push(`${id}: ${field_name}`);
        ourLast.set(field_name, value);
      } else if (value === null || value === false || value === ourLast.get(field_name)) setByPeople.delete(field_name);
      else setByPeople.add(field_name);
    }
  }
  return lost;
}
