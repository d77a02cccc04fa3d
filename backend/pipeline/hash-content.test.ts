import { expect, it } from 'vitest';
import { aComment, aTicket } from '../test/ticket.ts';
import { hashContent } from './hash-content.ts';

it('hashes only what customers wrote', () => {
  const first = aComment({ text: 'First' });
  const reply = aComment({ id: '2', text: 'Agent words', fromCustomer: false });
  const later = aComment({ id: '3', text: 'Second' });
  const all = hashContent(aTicket({ comments: [first, reply, later] }));
  expect(hashContent(aTicket({ comments: [first, later] }))).toBe(all);
  expect(hashContent(aTicket({ comments: [first] }))).not.toBe(all);
  expect(hashContent(aTicket({ comments: [first, later], subject: 'Other' }))).not.toBe(all);
  const asHtml = [aComment({ text: 'First', html: '<p>First</p>' }), later];
  expect(hashContent(aTicket({ comments: asHtml }))).toBe(all);
  expect(all).toMatch(/^[0-9a-f]{64}$/);
});
