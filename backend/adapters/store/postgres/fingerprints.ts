import { createHmac } from 'node:crypto';
import type { Person } from '../../../ports/ticket.ts';

/** Names for tickets and people that say nothing without the key, and differ from tenant to tenant. */
export type Fingerprints = {
  ticket(tenantId: string, ticketId: string): string;
  /** Of a piece of knowledge that an admin left out. */
  item(tenantId: string, itemId: string): string;
  person(tenantId: string, person: { id: string } | { email: string }): string;
  /** Of a word that routing rules compare. */
  word(tenantId: string, word: string): string;
  /** Of everything that a person is known by. */
  people(tenantId: string, people: readonly Person[]): string[];
};

export function createFingerprints(key: Uint8Array): Fingerprints {
  const of = (...parts: string[]): string =>
    createHmac('sha256', key)
      .update(JSON.stringify(['fingerprint', ...parts]))
      .digest('base64url')
      .slice(0, 32);
  const person: Fingerprints['person'] = (tenantId, who) =>
    'id' in who ? of(tenantId, 'person', who.id) : of(tenantId, 'email', who.email.trim().toLowerCase());
  return {
    word: (tenantId, word) => of(tenantId, 'word', word).slice(0, 16),
    item: (tenantId, itemId) => of(tenantId, 'item', itemId),
    ticket: (tenantId, ticketId) => of(tenantId, 'ticket', ticketId),
    person,
    people: (tenantId, people) => [
      ...new Set(
        people.flatMap(({ id, email }) => [
          ...(id ? [person(tenantId, { id })] : []),
          ...(email ? [person(tenantId, { email })] : []),
        ]),
      ),
    ],
  };
}
