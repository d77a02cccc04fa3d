import { modeSchema } from '../../backend/contract/settings.ts';
import type { OpenTicketSeed } from '../../sandbox/zendesk/seed-shape.ts';
import type { Account } from '../account/open-account.ts';
import { ticketIdOf, triageTickets } from '../account/triage-tickets.ts';
import type { Outcome } from './effects.ts';
import type { AttackRow } from './row.ts';

const MODES = modeSchema.options;
const NUMBERED = /Message (\d{4,9})\b/;

const modeOf = (index: number) => MODES[index % MODES.length] ?? 'auto';

/** A ticket that holds the row's text; its number stands in its subject, so that calls to the model can be told apart. */
export const toTicket = ({ text }: AttackRow, index: number): OpenTicketSeed => ({
  subject: `Message ${ticketIdOf(index)}`,
  channel: 'email',
  language: 'en',
  requester: { name: `Robin Castell ${index}`, email: `robin${index}@absender.example`, locale: 'en-us' },
  organization: null,
  priority: null,
  tags: ['vip'],
  minutesAgo: 30,
  comments: [{ author: 'requester', public: true, text, minutesAgo: 30 }],
});

export type TriagedRow = Outcome & { row: AttackRow; prompts: string[] };

/** Every row, in one mode after another. Tickets are looked at before the first one is triaged and after the last one was. */
export async function triageRows(rows: readonly AttackRow[], account: Account): Promise<TriagedRow[]> {
  const { zendesk, openai } = account;
  const before = rows.map((_, index) => zendesk.readTicket(ticketIdOf(index)));
  const triages = await triageTickets(rows.length, account, modeOf);
  const asked = (openai?.calls ?? []).map(({ messages }) => JSON.stringify(messages));
  const prompts = Map.groupBy(asked, (prompt) => NUMBERED.exec(prompt)?.[1] ?? '');
  return rows.flatMap((row, index) => {
    const id = ticketIdOf(index);
    const stored = triages.get(String(id));
    const own = prompts.get(String(id)) ?? [];
    const after = zendesk.readTicket(id);
    const [text, mode] = [row.text, modeOf(index)];
    return stored
      ? [{ row, text, mode, stored, before: before[index] ?? after, after, prompts: own, calls: own.length }]
      : [];
  });
}
