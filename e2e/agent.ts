import { GROUPS } from '../sandbox/zendesk/directory.ts';
import { FIELDS } from '../sandbox/zendesk/fields.ts';
import type { ZendeskSandbox } from '../sandbox/zendesk/start.ts';
import { openAgentSession } from './agent-session.ts';

const PRIORITIES = ['low', 'normal', 'high', 'urgent'];
const CATEGORY = FIELDS.find(({ identifier }) => identifier === 'ai_triage_category');
const CATEGORIES = CATEGORY?.type === 'tagger' ? CATEGORY.options.map(({ value }) => value) : [];

export type Edit = 'priority' | 'group' | 'category' | 'addTag' | 'removeTag';
export const EDITS: readonly Edit[] = ['priority', 'group', 'category', 'addTag', 'removeTag'];

const pick = <T>(from: readonly T[], roll: () => number): T | undefined => from[Math.floor(roll() * from.length)];

function bodyOf(edit: Edit, tags: string[], roll: () => number): object {
  switch (edit) {
    case 'priority':
      return { priority: pick(PRIORITIES, roll) };
    case 'group':
      return { group_id: pick(GROUPS, roll)?.id };
    case 'category':
      return { custom_fields: [{ id: CATEGORY?.id, value: pick(CATEGORIES, roll) }] };
    case 'addTag':
      return { tags: [...tags, `agent_${Math.floor(roll() * 1e6)}`] };
    case 'removeTag':
      return { tags: tags.filter((tag) => tag !== 'vip') };
  }
}

/** An agent who edits tickets in the workspace's session, straight over whatever happens there. */
export async function signInAgent(zendesk: ZendeskSandbox) {
  const cookie = await openAgentSession(zendesk);
  return async (ticketId: number, edit: Edit, roll: () => number): Promise<void> => {
    const answer = await fetch(`${zendesk.url}/api/v2/tickets/${ticketId}.json`, {
      method: 'PUT',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ ticket: bodyOf(edit, zendesk.readTicket(ticketId).tags, roll) }),
    });
    if (!answer.ok) throw new Error(`The sandbox answered ${answer.status} to an agent's ${edit}`);
    await answer.body?.cancel();
  };
}
