import type { Account } from './helpdesk.ts';
import type { OpenTicket } from './open-ticket.ts';
import type { Installation } from './rest-shapes.ts';
import { customKey, type FieldKey } from './ticket-form.ts';
import { noSuchApi } from './zaf-error.ts';
import { describeComment, describeTicket, describeTurn } from './zaf-ticket.ts';

/** What the host knows beside the ticket, for the frame that asks. */
export type Surroundings = {
  colorScheme: string;
  isCollapsed: boolean;
  viewport: { size: { width: number; height: number } };
  instances: Record<string, object>;
};

type Place = { account: Account; ticket: OpenTicket | null };

/** `ticket.requester.email`, `ticket.customField:custom_field_1`, `requirement:some_field`, … */
export function getProperty(path: string, { account, ticket }: Place, around: Surroundings): unknown {
  const { installation } = account;
  const colon = path.indexOf(':');
  if (colon !== -1) return getNamed(path.slice(0, colon), path.slice(colon + 1), installation, ticket);
  const [root = '', ...rest] = path.split('.');
  const roots: Record<string, () => unknown> = {
    ...(ticket !== null && {
      ticket: () => wholeTicket(ticket),
      ticketFields: () => account.fields.map((field) => describeField(field.id, ticket)),
    }),
    currentUser: () => installation.currentUser,
    currentAccount: () => installation.account,
    colorScheme: () => around.colorScheme,
    isCollapsed: () => around.isCollapsed,
    viewport: () => around.viewport,
    instances: () => around.instances,
  };
  return walk(own(roots, root)(), rest);
}

function wholeTicket(ticket: OpenTicket): object {
  return {
    ...describeTicket(ticket),
    comments: ticket.comments.map((comment) => describeComment(comment, ticket)),
    conversation: ticket.comments.map((comment) => describeTurn(comment, ticket)),
  };
}

/** What is absent has no parts: `ticket.assignee.user.id` of an unassigned ticket is null. */
function walk(value: unknown, keys: string[]): unknown {
  const [key, ...rest] = keys;
  if (key === undefined || value === null) return value;
  return walk(own(value as Record<string, unknown>, key), rest);
}

function own<T>(object: Record<string, T>, key: string): T {
  if (typeof object !== 'object' || !Object.hasOwn(object, key)) throw noSuchApi();
  return object[key] as T;
}

function getNamed(kind: string, name: string, installation: Installation, ticket: OpenTicket | null): unknown {
  switch (kind) {
    case 'ticket.customField':
      if (ticket === null) throw noSuchApi();
      return ticket.form.value(customFieldKey(name, ticket));
    case 'ticketFields':
      if (ticket === null) throw noSuchApi();
      return describeField(Number(name.replace('custom_field_', '')), ticket);
    case 'requirement':
      return { requirement_id: own(installation.requirements, name), requirement_type: 'ticket_fields' };
    case 'assetURL':
      return assetUrl(name, installation);
    default:
      throw noSuchApi();
  }
}

/** Refuses what is not a custom field of this account. */
export function customFieldKey(name: string, ticket: OpenTicket): FieldKey {
  const field = ticket.account.fields.find(({ id }) => customKey(id) === name);
  if (field === undefined || !ticket.form.values().has(customKey(field.id))) throw noSuchApi();
  return customKey(field.id);
}

function describeField(id: number, ticket: OpenTicket): object {
  const field = ticket.account.fields.find((known) => known.id === id);
  if (field === undefined) throw noSuchApi();
  const optionValues = (field.custom_field_options ?? []).map(({ name, value }) => ({ label: name, value }));
  return { name: customKey(id), label: field.title, type: field.type, optionValues };
}

function assetUrl(file: string, { appUrl }: Installation): string {
  if (appUrl === null) throw noSuchApi();
  return new URL(file, appUrl).href;
}
