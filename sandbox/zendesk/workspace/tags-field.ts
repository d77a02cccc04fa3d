import { el } from './element.ts';
import type { Field } from './field-row.ts';
import { icon } from './icon.ts';
import type { OpenTicket } from './open-ticket.ts';

export function tagsField(ticket: OpenTicket): Field {
  const input = el('input', {
    type: 'text',
    placeholder: 'Add tag',
    'aria-label': 'Add tag',
    'data-test': 'add-tag',
    autocomplete: 'off',
  });
  const list = el('ul', {});
  const control = el('div', { class: 'tags', role: 'group' }, list, input);
  const tags = () => ticket.form.value('tags') as string[];
  const set = (next: string[]) => ticket.change((form) => form.setValue('tags', [...new Set(next)].sort()));

  const add = () => {
    const typed = input.value
      .toLowerCase()
      .split(/[\s,]+/)
      .filter(Boolean);
    input.value = '';
    if (typed.length > 0) set([...tags(), ...typed]);
  };
  input.addEventListener('keydown', (event) => {
    if (![' ', ',', 'Enter'].includes(event.key)) return;
    event.preventDefault();
    add();
  });
  input.addEventListener('blur', add);

  const chip = (tag: string) => {
    const remove = el('button', { type: 'button', 'aria-label': `Remove tag ${tag}` }, icon('close'));
    remove.addEventListener('click', () => set(tags().filter((other) => other !== tag)));
    const isNew = !ticket.form.saved.tags.includes(tag);
    return el('li', { class: isNew ? 'new' : false, 'data-tag': tag }, tag, remove);
  };
  const show = () => list.replaceChildren(...tags().map(chip));
  return { key: 'tags', label: 'Tags', test: 'field-tags', control, show };
}
