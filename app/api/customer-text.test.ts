import { expect, it } from 'vitest';
import { isAnswered } from './customer-text.ts';

const [customer, agent, us] = [9, 5, 99];
const users = [
  { id: customer, role: 'end-user' },
  { id: agent, role: 'agent' },
  { id: us, role: 'admin' },
];
const by = (...authors: number[]) =>
  authors.map((author_id, id) => ({ id, author_id, public: true, plain_body: 'words' }));

it.each<[string, ReturnType<typeof by>, string[], boolean]>([
  ['by an agent', by(customer, agent), [], true],
  [
    'not by a private note',
    [...by(customer), { id: 2, author_id: agent, public: false, plain_body: 'note' }],
    [],
    false,
  ],
  ['not by the customer', by(customer, customer), [], false],
  ['not by the agent who opened it', by(agent), [], false],
  ['not by our own question for details', by(customer, us), ['ait_asked_details'], false],
  ['by an agent after our own question', by(customer, us, customer, agent), ['ait_asked_details'], true],
])('a ticket is answered %s', (_, comments, tags, answered) => {
  expect(isAnswered({ ticket: { id: 42, requester_id: customer, tags }, comments, users })).toBe(answered);
});
