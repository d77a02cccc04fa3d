import type { TicketSnapshot } from '../sandbox/zendesk/start.ts';

type Change = { field_name: string; value: unknown; via?: { channel: string } };

/** Tags of our fields follow these, which are looked at themselves. */
const OURS = /^ait_/;

const UNSET: readonly unknown[] = [null, false, '0', ''];
const isChange = (event: object): event is Change => 'field_name' in event;
const tagsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value.map(String) : []).filter((tag) => !OURS.test(tag));

/**
 * Walks a ticket's history and names what people or rules had decided and we changed afterwards. A field that we have written
 * is theirs once they have touched it, though they cleared it or set it back; one that we have not is free when they cleared it.
 */
export function findLostEdits({ id, audits }: TicketSnapshot, ownUserId: number, firstTags: string[]): string[] {
  const theirs = new Set<string>();
  const touchedByUs = new Set<string>();
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
    for (const { field_name, value, via } of (events as object[]).filter(isChange)) {
      const ours = author_id === ownUserId && via?.channel !== 'rule';
      if (field_name === 'tags') changeTags(tagsOf(value), ours);
      else if (ours) {
        if (theirs.has(field_name)) lost.push(`${id}: ${field_name}`);
        touchedByUs.add(field_name);
      } else if (UNSET.includes(value) && !touchedByUs.has(field_name)) theirs.delete(field_name);
      else theirs.add(field_name);
    }
  }
  return lost;
}
