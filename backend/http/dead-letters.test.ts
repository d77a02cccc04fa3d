import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { deadLettersApi } from '../contract/dead-letters.ts';
import type { DeadLetter } from '../ports/dead-letter.ts';
import type { LogFields } from '../ports/log.ts';
import type { Tenant } from '../ports/tenant.ts';
import { asAdmin } from '../test/as-admin.ts';
import { ask } from '../test/ask.ts';
import { type DeadLetterParts, deadLetterRoutes } from './dead-letters.ts';

const LETTER: DeadLetter = {
  ...{ id: randomUUID(), job: 'triage-ticket', key: 'a:7', ticketId: '7', attempts: 5, code: 'bad_answer' },
  failedAt: '2026-05-04T12:00:00.000Z',
};

describe('dead letters over HTTP', () => {
  let asked: unknown[];
  let lines: LogFields[];
  beforeEach(() => {
    [asked, lines] = [[], []];
  });
  const queue: DeadLetterParts['queue'] = {
    listDead: async (...args) => {
      asked.push(args);
      return { letters: [LETTER], cursor: 'next' };
    },
    retryDead: async (tenantId, id) => asked.push([tenantId, id]) > 0 && id === LETTER.id,
    retryAllDead: async (...args) => asked.push(args) + 2,
    dropDead: async (_, id) => id === LETTER.id,
    enqueue: async (...args) => void asked.push(args),
  };
  const request = (method: string, path: string, body?: object) => {
    const tenant = { id: 'a' } as Tenant;
    const app = asAdmin(
      tenant,
      deadLetterRoutes({
        queue,
        log: (_, fields) => void lines.push(fields),
      }),
    );
    return ask(app, method, `/v1/admin/${path}`, body);
  };

  it('lists them page by page', async () => {
    const { body } = await request('GET', 'dead-letters?job=triage-ticket&cursor=c&limit=5');
    expect(deadLettersApi.listDeadLetters.response.parse(body)).toEqual({ deadLetters: [LETTER], nextCursor: 'next' });
    expect(asked).toEqual([['a', { job: 'triage-ticket', cursor: 'c', limit: 5 }]]);
  });

  it('retries one or all of a job, lets one go, and tells the log', async () => {
    expect((await request('POST', `dead-letters/${LETTER.id}/retry`)).body).toEqual({ retried: 1 });
    expect((await request('POST', 'dead-letters/retry-all', { job: 'triage-ticket' })).body).toEqual({ retried: 4 });
    expect((await request('DELETE', `dead-letters/${LETTER.id}`)).body).toEqual({ dropped: true });
    expect(asked).toEqual([
      ['a', LETTER.id],
      ['a', 'triage-ticket'],
    ]);
    expect(lines.map(({ outcome }) => outcome)).toEqual([
      'dead_letter_retried',
      'dead_letters_retried',
      'dead_letter_dropped',
    ]);
  });

  it('has lost deliveries looked for at once', async () => {
    expect((await request('POST', 'reconcile')).body).toEqual({ asked: true });
    expect(asked).toEqual([['reconcile', { tenantId: 'a' }, 'a']]);
  });

  it.each([
    ['POST', `dead-letters/${randomUUID()}/retry`, 404],
    ['POST', 'dead-letters/nonsense/retry', 404],
    ['DELETE', `dead-letters/${randomUUID()}`, 404],
    ['GET', 'dead-letters?job=nonsense', 400],
    ['GET', 'dead-letters?limit=0', 400],
  ])('refuses %s %s', async (method, path, status) => {
    expect((await request(method, path)).status).toBe(status);
  });

  it('refuses to retry all of an unknown job', async () => {
    expect((await request('POST', 'dead-letters/retry-all', { job: 'x' })).status).toBe(400);
  });
});
