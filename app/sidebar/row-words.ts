import { PRIORITY_OF } from '../../backend/contract/priority.ts';
import type { Classification, Routing } from '../../backend/contract/triage.ts';
import type { Desk } from '../api/useSettings.ts';
import type { Words } from '../ui/Words.tsx';
import type { TicketForm } from '../zaf/ticket-form.ts';
import type { Row } from './rows.ts';

export type RowContext = { desk: Desk; form: TicketForm; classification: Classification; routing: Routing | null };

/** A row's value as the agent reads it. */
export function wordFor(words: Words, { desk, form, routing }: RowContext, name: Row['name'], value: string): string {
  if (name === 'urgency') return words.name('priority', PRIORITY_OF[value as keyof typeof PRIORITY_OF]);
  if (name !== 'group') return name === 'tags' ? value.replaceAll(' ', ', ') : words.name(name, value);
  const linked = [...desk.teams, ...(routing ? [routing] : [])].find(({ groupId }) => groupId === value)?.team;
  if (form.values['ticket.assignee.group.id'] === value && form.groupName) return words.name('team', form.groupName);
  return linked ? words.name('team', linked) : value;
}

/** The suggestion with what only we know of it: the urgency behind a priority, the subcategory, a second category. */
export function detailFor(words: Words, { classification }: RowContext, row: Row): string | null {
  if (row.name === 'urgency') return row.chosen;
  const { category, subcategory, secondary, secondaryConfidence } = classification;
  if (row.name !== 'category' || row.chosen !== category) return null;
  const also = secondary && words.t('rows.also', { category: words.name('category', secondary) });
  const share = also && secondaryConfidence && words.percent(secondaryConfidence);
  return (
    [subcategory && `› ${subcategory}`, also && [also, share].filter(Boolean).join(' ')].filter(Boolean).join(' · ') ||
    null
  );
}
