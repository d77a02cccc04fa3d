import { describe, expect, it } from 'vitest';
import { OutsideError } from '../ports/errors.ts';
import { createPutOff } from './put-off.ts';

describe('putting jobs off', () => {
  it('gives up a ticket at which the helpdesk fails for ever while it serves others, and none while it serves nobody', async () => {
    const broken = new OutsideError('zendesk', 'server_error', 'answered 500');
    const outcomes: string[] = [];
    const served = new Set<string>();
    const putOff = createPutOff({
      queue: { enqueue: async (_, payload) => void outcomes.push(`waits ${JSON.stringify(payload)}`) },
      store: { readPause: async () => null },
    });
    const ask = (ticketId: string, putOffs: number) =>
      putOff(
        'triage-ticket',
        { id: '1', attempt: 1, payload: { tenantId: 'a', ticketId, putOffs } as never },
        async () => {
          if (!served.has(ticketId)) throw broken;
          return 'written';
        },
      );
    expect(await ask('7', 20)).toBe('put_off:server_error');
    expect(outcomes).toEqual(['waits {"tenantId":"a","ticketId":"7","putOffs":21}']);
    served.add('8');
    expect(await ask('8', 0)).toBe('written');
    expect(await ask('7', 19)).toBe('put_off:server_error');
    await expect(ask('7', 20)).rejects.toBe(broken);
  });

  it('waits for an admin where the helpdesk does not let us in, however often, and for nobody where a model does not', async () => {
    const waits: number[] = [];
    const putOff = createPutOff({
      queue: { enqueue: async (_name, _payload, _key, options) => void waits.push(options?.afterSeconds ?? 0) },
      store: { readPause: async () => null },
    });
    const fail = (error: OutsideError) =>
      putOff('triage-ticket', { id: '1', attempt: 1, payload: { tenantId: 'a', ticketId: '7' } }, async () => {
        throw error;
      });
    const served = { id: '2', attempt: 1, payload: { tenantId: 'a', ticketId: '8' } };
    await putOff('triage-ticket', served, async () => 'written');
    const shut = new OutsideError('zendesk', 'unauthorized', 'an admin has to allow us');
    for (let times = 0; times < 30; times += 1) expect(await fail(shut)).toBe('put_off:unauthorized');
    expect(waits.every((seconds) => seconds >= 300 && seconds <= 320)).toBe(true);
    const badKey = new OutsideError('openai', 'unauthorized', 'answered 401');
    await expect(fail(badKey)).rejects.toBe(badKey);
  });
});
