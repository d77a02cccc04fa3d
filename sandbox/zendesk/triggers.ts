import type { Account } from './account.ts';
import { recordInvalid } from './errors.ts';
import { isObject, type Json, objectAt } from './json.ts';
import { type Condition, nextId, type State, stamp, type Trigger } from './state.ts';

/** Which operators a field takes; what the sandbox cannot judge or do, it refuses. */
const OPERATORS: Record<string, string[]> = {
  update_type: ['is'],
  status: ['is', 'is_not', 'less_than', 'greater_than'],
  priority: ['is', 'is_not'],
  type: ['is', 'is_not'],
  group_id: ['is', 'is_not'],
  assignee_id: ['is', 'is_not'],
  current_tags: ['includes', 'not_includes'],
  comment_is_public: ['is'],
  role: ['is', 'is_not'],
};

/** Reads a whole trigger; throws 422 naming what Zendesk would refuse. */
export function readTrigger({ state, now }: Account, body: Json, before?: Trigger): Trigger {
  const given: Json = { ...before, ...body };
  const conditions = objectAt(given, 'conditions');
  const all = readConditions(conditions.all);
  const any = readConditions(conditions.any);
  const actions = readActions(state, given.actions);
  const title = typeof given.title === 'string' ? given.title : '';
  const rules: [attribute: string, holds: boolean, description: string][] = [
    ['title', title.trim() !== '', 'Title: cannot be blank'],
    ['conditions', all !== null && any !== null, 'Conditions: one of them is invalid'],
    ['conditions', (all?.length ?? 0) + (any?.length ?? 0) > 0, 'Conditions: must have at least one condition'],
    ['actions', actions !== null && actions.length > 0, 'Actions: one of them is missing or invalid'],
  ];
  const broken = rules.filter(([, holds]) => !holds);
  if (broken.length > 0 || all === null || any === null || actions === null)
    throw recordInvalid(Object.fromEntries(broken.map(([attribute, , description]) => [attribute, [{ description }]])));
  const at = stamp(now());
  const active = given.active !== false;
  const id = before?.id ?? nextId(state);
  return { id, title, active, conditions: { all, any }, actions, created_at: before?.created_at ?? at, updated_at: at };
}

function readConditions(given: unknown): Condition[] | null {
  if (given === undefined || given === null) return [];
  if (!Array.isArray(given)) return null;
  const read = given.map((each) => {
    const { field, operator, value } = isObject(each) ? each : {};
    const known = typeof field === 'string' && Object.hasOwn(OPERATORS, field) ? OPERATORS[field] : undefined;
    return known?.includes(String(operator)) && value !== undefined
      ? { field: String(field), operator: String(operator), value: String(value) }
      : null;
  });
  return read.every((condition) => condition !== null) ? read : null;
}

/** Only webhooks that wait for triggers can be notified: a webhook is of one kind for good. */
function readActions({ webhooks }: State, given: unknown): Trigger['actions'] | null {
  if (!Array.isArray(given)) return null;
  const read = given.map((each) => {
    const { field, value } = isObject(each) ? each : {};
    const [id, body] = Array.isArray(value) ? value : [];
    const webhook = webhooks.find((hook) => hook.id === id);
    const fits = webhook?.subscriptions.includes('conditional_ticket_events') && typeof body === 'string';
    return field === 'notification_webhook' && fits ? { field, value: [String(id), body] } : null;
  });
  return read.every((action) => action !== null) ? read : null;
}
