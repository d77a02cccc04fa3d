import { el } from './element.ts';
import type { OpenTicket } from './open-ticket.ts';

const MODES = [
  { label: 'Public reply', public: true, test: 'tab-public' },
  { label: 'Internal note', public: false, test: 'tab-internal' },
];

export type ReplyEditor = { element: HTMLElement; insert(text: string): void };

export function createReplyEditor(ticket: OpenTicket): ReplyEditor {
  const text = el('textarea', {
    id: 'reply',
    rows: 5,
    dir: 'auto',
    'data-test': 'reply',
    'aria-labelledby': 'reply-tab-true',
  });
  const tabs = MODES.map((mode) =>
    el(
      'button',
      {
        type: 'button',
        role: 'tab',
        id: `reply-tab-${mode.public}`,
        'aria-controls': 'reply-panel',
        'data-test': mode.test,
      },
      mode.label,
    ),
  );
  const list = el('div', { role: 'tablist', class: 'tabs', 'aria-label': 'Kind of comment' }, ...tabs);
  const panel = el('div', { role: 'tabpanel', id: 'reply-panel', class: 'panel' }, text);
  const element = el('section', { class: 'editor', 'aria-label': 'Reply' }, list, panel);

  const choose = (isPublic: boolean) => ticket.change((form) => form.setReply({ public: isPublic }));
  tabs.forEach((tab, index) => {
    tab.addEventListener('click', () => choose(MODES[index]?.public ?? true));
  });
  list.addEventListener('keydown', ({ key }) => {
    if (key !== 'ArrowLeft' && key !== 'ArrowRight') return;
    choose(!ticket.form.reply.public);
    tabs.find((tab) => tab.ariaSelected === 'true')?.focus();
  });
  text.addEventListener('input', () => ticket.change((form) => form.setReply({ text: text.value })));

  const show = () => {
    const { reply } = ticket.form;
    if (text.value !== reply.text) text.value = reply.text;
    text.placeholder = reply.public ? 'Reply to the customer…' : 'Only your team sees this note…';
    text.setAttribute('aria-labelledby', `reply-tab-${reply.public}`);
    panel.setAttribute('aria-labelledby', `reply-tab-${reply.public}`);
    element.classList.toggle('internal', !reply.public);
    tabs.forEach((tab, index) => {
      const chosen = MODES[index]?.public === reply.public;
      tab.ariaSelected = String(chosen);
      tab.tabIndex = chosen ? 0 : -1;
    });
  };
  ticket.onNews(show);
  show();
  return {
    element,
    insert(inserted) {
      text.setRangeText(inserted, text.selectionStart, text.selectionEnd, 'end');
      ticket.change((form) => form.setReply({ text: text.value }));
    },
  };
}
