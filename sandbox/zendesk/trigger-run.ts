import type { Account } from './account.ts';
import type { Comment, Condition, State, Ticket, User } from './state.ts';

const STATUSES = ['new', 'open', 'pending', 'hold', 'solved', 'closed'];
const PLACEHOLDER = /\{\{\s*ticket\.(\w+)\s*\}\}/g;

/** What happened to a ticket, as triggers see it. */
export type Happening = { ticket: Ticket; kind: 'Create' | 'Change'; actor: User; comment: Comment | null };

/** Lets every active trigger that fits tell its webhooks, with the body that its author wrote. */
export function runTriggers({ state, notify }: Pick<Account, 'state' | 'notify'>, happening: Happening): void {
  for (const { active, conditions, actions } of state.triggers) {
    const { all, any } = conditions;
    const fits =
      all.every((each) => holds(each, happening)) && (any.length === 0 || any.some((each) => holds(each, happening)));
    if (!active || !fits) continue;
    for (const { value } of actions) notify(value[0] ?? '', render(value[1] ?? '', state, happening.ticket));
  }
}

function holds({ field, operator, value }: Condition, happening: Happening): boolean {
  const { ticket, kind, actor, comment } = happening;
  if (field === 'current_tags') {
    const found = value.split(/[\s,]+/).some((tag) => ticket.tags.includes(tag));
    return operator === 'includes' ? found : !found;
  }
  if (field === 'status' && operator.endsWith('_than')) {
    const distance = STATUSES.indexOf(ticket.status) - STATUSES.indexOf(value);
    return operator === 'less_than' ? distance < 0 : distance > 0;
  }
  const held: Record<string, unknown> = {
    update_type: kind,
    status: ticket.status,
    priority: ticket.priority ?? '',
    type: ticket.type ?? '',
    group_id: ticket.group_id ?? '',
    assignee_id: ticket.assignee_id ?? '',
    comment_is_public: comment?.public ?? 'not_relevant',
    role: actor.role === 'end-user' ? 'end_user' : 'agent',
  };
  return (String(held[field]) === value) === (operator === 'is');
}

/** Placeholders go in as they are, quotes and all: only what has none, such as an id, is safe in JSON. */
function render(template: string, state: State, ticket: Ticket): string {
  const words: Record<string, unknown> = {
    id: ticket.id,
    title: ticket.subject,
    description: ticket.comments[0]?.text ?? '',
    status: ticket.status,
    priority: ticket.priority ?? '',
    tags: ticket.tags.join(' '),
    external_id: ticket.external_id ?? '',
    account: state.subdomain,
  };
  return template.replace(PLACEHOLDER, (_, name: string) => String(words[name] ?? ''));
}
