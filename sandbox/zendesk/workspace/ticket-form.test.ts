import { describe, expect, it } from 'vitest';
import type { Ticket } from './rest-shapes.ts';
import { emptyDraft, TicketForm } from './ticket-form.ts';

const saved: Ticket = {
  id: 1001,
  subject: 'Charged twice',
  description: 'Two charges',
  status: 'new',
  priority: null,
  type: null,
  tags: ['import', 'vip'],
  group_id: null,
  assignee_id: null,
  requester_id: 5,
  brand_id: null,
  ticket_form_id: null,
  custom_fields: [{ id: 7, value: null }],
  via: { channel: 'email' },
  created_at: '2026-11-22T08:00:00Z',
  updated_at: '2026-11-22T08:00:00Z',
};
const guard = { safe_update: true, updated_stamp: saved.updated_at };
const formOf = (ticket = saved) => new TicketForm(ticket, emptyDraft());

describe('the update', () => {
  it('holds nothing but what was changed', () => {
    const form = formOf();
    form.setValue('priority', 'high');
    form.setValue('status', 'new');
    form.setValue('custom_field_7', 'ait_category_billing');
    expect(form.update()).toEqual({
      ...guard,
      priority: 'high',
      custom_fields: [{ id: 7, value: 'ait_category_billing' }],
    });
  });

  it('has no comment unless somebody wrote one, and says whether it is public', () => {
    const form = formOf();
    form.setReply({ text: ' \n', public: false });
    expect(form.update()).toEqual(guard);
    form.setReply({ text: 'For colleagues' });
    expect(form.update()).toEqual({ ...guard, comment: { body: 'For colleagues', public: false } });
  });

  it('drops a change that was taken back', () => {
    const form = formOf();
    form.setValue('priority', 'high');
    form.setValue('tags', ['vip']);
    form.setValue('priority', null);
    form.setValue('tags', ['vip', 'import']);
    expect(form.changedKeys()).toEqual([]);
    expect(form.update()).toEqual(guard);
  });
});

describe('a ticket that changed elsewhere', () => {
  it('shows its new values under the draft, and the new stamp guards the update', () => {
    const form = formOf();
    form.setValue('priority', 'high');
    form.setValue('tags', ['refund', 'vip']);
    form.refresh({
      ...saved,
      priority: 'low',
      status: 'open',
      tags: ['import', 'vip', 'late'],
      updated_at: '2026-11-22T09:00:00Z',
    });
    expect(form.value('priority')).toBe('high');
    expect(form.value('status')).toBe('open');
    expect(form.update()).toEqual({
      priority: 'high',
      tags: ['late', 'refund', 'vip'],
      safe_update: true,
      updated_stamp: '2026-11-22T09:00:00Z',
    });
  });

  it('ends a draft that says the same', () => {
    const form = formOf();
    form.setValue('priority', 'high');
    form.setValue('tags', ['import', 'refund']);
    form.refresh({ ...saved, priority: 'high', tags: ['import', 'refund'] });
    expect(form.changedKeys()).toEqual([]);
  });
});

describe('after saving', () => {
  it('keeps what was typed while the update was under way', () => {
    const form = formOf();
    form.setValue('priority', 'high');
    form.setReply({ text: 'First' });
    const submitted = form.draft;
    form.setValue('status', 'pending');
    form.setReply({ text: 'First and second' });
    form.forget(submitted);
    form.refresh({ ...saved, priority: 'high' });
    expect(form.changedKeys()).toEqual(['status']);
    expect(form.reply.text).toBe('First and second');
  });

  it('empties the reply that was sent', () => {
    const form = formOf();
    form.setReply({ text: 'Sent', public: false });
    form.forget(form.draft);
    expect(form.reply).toEqual({ text: '', public: false });
  });
});
