import { el } from './element.ts';
import { createFieldsPanel } from './fields-panel.ts';
import type { OpenTicket } from './open-ticket.ts';
import { createReplyEditor } from './reply-editor.ts';
import type { TicketView } from './ticket-view.ts';

/** The form of a ticket that is not saved yet. */
export function createNewTicketView(ticket: OpenTicket, submit: () => Promise<void>): TicketView {
  const fields = createFieldsPanel(ticket);
  const editor = createReplyEditor(ticket);
  const subject = el('input', { id: 'new-subject', 'data-test': 'new-subject', dir: 'auto', autocomplete: 'off' });
  subject.addEventListener('input', () => ticket.rename(subject.value));
  const button = el('button', { type: 'button', class: 'primary', 'data-test': 'new-submit' }, 'Create ticket');
  button.addEventListener('click', async () => {
    button.disabled = true;
    await submit();
    button.disabled = false;
  });
  const caption = el('label', { for: 'new-subject', class: 'muted' }, 'Subject');
  const thread = el(
    'div',
    { class: 'thread new' },
    el('div', { class: 'new-subject' }, caption, subject),
    editor.element,
  );
  const element = el(
    'main',
    { class: 'ticket', 'aria-label': 'New ticket' },
    el('header', { class: 'ticket-head' }, el('h1', {}, 'New ticket'), el('p', { class: 'muted' }, 'Not saved yet')),
    el('div', { class: 'columns' }, fields.element, thread),
    el('footer', { class: 'ticket-foot' }, button),
  );
  return { element, fields, editor };
}

/** What a new ticket is created from. */
export function contentOf({ form }: OpenTicket): Record<string, unknown> {
  const { safe_update: _safe, updated_stamp: _stamp, ...content } = form.update();
  return { ...content, subject: form.saved.subject };
}
