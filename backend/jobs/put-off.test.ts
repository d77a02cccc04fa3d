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
});
