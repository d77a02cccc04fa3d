import { textOfHtml } from './html-text.ts';
import type { OpenTicket } from './open-ticket.ts';
import { noSuchApi, ZafError } from './zaf-error.ts';
import { readTags, readText } from './zaf-setters.ts';

export type NoticeKind = 'notice' | 'alert' | 'error';
/** What the page lets an app do with it. */
export type Stage = {
  notify(text: string, kind: NoticeKind): void;
  openTicket(id: number): void;
  insertIntoReply(text: string): void;
  /** The control of a ticket field, for hiding and disabling it. */
  fieldControl(name: string): HTMLElement | null;
};

/** Wherever the app is. */
const ACTIONS: Record<string, (args: unknown[], stage: Stage) => unknown> = {
  notify: ([text, kind], stage) => stage.notify(textOfHtml(readText(text)), readKind(kind)),
  routeTo: (args, stage) => stage.openTicket(readRoute(args)),
  popover: () => null,
  track: () => undefined,
};

const TICKET_ACTIONS: Record<string, (args: unknown[], ticket: OpenTicket, stage: Stage) => unknown> = {
  'ticket.tags.add': (args, ticket) => changeTags(ticket, (tags) => [...tags, ...args.flat()]),
  'ticket.tags.remove': (args, ticket) => {
    const gone = readTags(args.flat());
    changeTags(ticket, (tags) => tags.filter((tag) => !gone.includes(tag)));
  },
  'ticket.comment.appendText': ([text], ticket) => append(ticket, readText(text)),
  'ticket.comment.appendMarkdown': ([text], ticket) => append(ticket, readText(text)),
  'ticket.comment.appendHtml': ([html], ticket) => append(ticket, textOfHtml(readText(html))),
  'ticket.editor.insert': ([html], _ticket, stage) => stage.insertIntoReply(textOfHtml(readText(html))),
};

export function invokeAction(path: string, args: unknown[], ticket: OpenTicket | null, stage: Stage): unknown {
  const anywhere = Object.hasOwn(ACTIONS, path) ? ACTIONS[path] : undefined;
  if (anywhere !== undefined) return anywhere(args, stage);
  if (ticket === null) throw noSuchApi();
  const [, name, change] = /^ticketFields:(.+)\.(hide|show|enable|disable)$/.exec(path) ?? [];
  if (name !== undefined) return changeField(stage.fieldControl(name), change);
  const action = Object.hasOwn(TICKET_ACTIONS, path) ? TICKET_ACTIONS[path] : undefined;
  if (action === undefined) throw noSuchApi();
  return action(args, ticket, stage);
}

function changeTags(ticket: OpenTicket, mutate: (tags: string[]) => unknown[]): void {
  ticket.change((form) => form.setValue('tags', readTags(mutate(form.value('tags') as string[]))));
}

function append(ticket: OpenTicket, text: string): void {
  ticket.change((form) => form.setReply({ text: form.reply.text === '' ? text : `${form.reply.text}\n${text}` }));
}

function changeField(control: HTMLElement | null, change: string | undefined): void {
  if (control === null) throw noSuchApi();
  if (change === 'hide' || change === 'show') control.closest('.field')?.toggleAttribute('hidden', change === 'hide');
  else control.toggleAttribute('disabled', change === 'disable');
}

function readKind(kind: unknown): NoticeKind {
  return kind === 'alert' || kind === 'error' ? kind : 'notice';
}

function readRoute([place, id]: unknown[]): number {
  const ticketId = Number(id);
  if (place !== 'ticket' || !Number.isSafeInteger(ticketId)) throw new ZafError(`No route to ${String(place)}`);
  return ticketId;
}
