import { createConversation } from './conversation.ts';
import { el } from './element.ts';
import { createFieldsPanel, type FieldsPanel } from './fields-panel.ts';
import type { OpenTicket } from './open-ticket.ts';
import { createReplyEditor, type ReplyEditor } from './reply-editor.ts';
import { statusBadge, statusName } from './status-badge.ts';

export type TicketView = { element: HTMLElement; fields: FieldsPanel; editor: ReplyEditor };

/** The middle of the page; nothing is saved but by the agent's click on Submit. */
export function createTicketView(ticket: OpenTicket, submit: () => Promise<void>): TicketView {
  const fields = createFieldsPanel(ticket);
  const editor = createReplyEditor(ticket);
  const thread = el('div', { class: 'thread' }, createConversation(ticket), editor.element);
  const element = el(
    'main',
    { class: 'ticket', 'aria-label': `Ticket ${ticket.id}` },
    head(ticket),
    el('div', { class: 'columns' }, fields.element, thread),
    foot(ticket, submit),
  );
  return { element, fields, editor };
}

function head(ticket: OpenTicket): HTMLElement {
  const badge = el('span', {});
  const subject = el('h1', { 'data-test': 'subject', dir: 'auto' });
  const show = () => {
    const { saved } = ticket.form;
    badge.replaceChildren(statusBadge(saved.status));
    subject.textContent = saved.subject || '(no subject)';
  };
  ticket.onNews(show);
  show();
  return el(
    'header',
    { class: 'ticket-head' },
    subject,
    el('p', { class: 'muted' }, badge, ` Ticket #${ticket.id} · via ${ticket.form.saved.via.channel}`),
  );
}

function foot(ticket: OpenTicket, submit: () => Promise<void>): HTMLElement {
  const count = el('span', { class: 'muted', 'data-test': 'unsaved' });
  const label = el('strong');
  const button = el('button', { type: 'button', class: 'primary', 'data-test': 'submit' }, 'Submit as ', label);
  button.addEventListener('click', async () => {
    button.disabled = true;
    await submit();
    button.disabled = false;
  });
  const show = () => {
    const changes = ticket.form.changedKeys().length + (ticket.form.reply.text.trim() === '' ? 0 : 1);
    count.textContent = changes === 0 ? '' : `${changes} unsaved ${changes === 1 ? 'change' : 'changes'}`;
    label.textContent = statusName(String(ticket.form.value('status')));
  };
  ticket.onNews(show);
  show();
  return el('footer', { class: 'ticket-foot' }, count, button);
}
