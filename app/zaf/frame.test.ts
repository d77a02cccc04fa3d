import { describe, expect, it } from 'vitest';
import { frameOver } from './frame.ts';
import type { ZafClient } from './zaf-client.ts';

const client = (part: Partial<ZafClient>): ZafClient => ({
  get: async () => ({ errors: {} }),
  set: async () => ({ errors: {} }),
  invoke: async () => ({ errors: {} }),
  request: async () => ({ status: 200, responseJSON: {} }),
  on: () => {},
  off: () => {},
  ...part,
});
const frame = (part: Partial<ZafClient>) => frameOver(client(part), { metadata: {}, context: { ticketId: 42 } });

describe('the frame', () => {
  it('rejects the timeout object that the npm SDK resolves with', async () => {
    const late = frame({ get: async () => ({ name: 'TimeoutError', message: 'Timeout when invoking "get"' }) });
    await expect(late.read(['ticket.priority'])).rejects.toMatchObject({ kind: 'timeout' });
  });

  it('rejects an answer that is no result at all', async () => {
    await expect(frame({ invoke: async () => undefined }).invoke('resize')).rejects.toMatchObject({ kind: 'refused' });
  });

  it('leaves out what Zendesk does not grant', async () => {
    const some = frame({
      get: async () => ({ 'ticket.priority': 'high', errors: { 'ticket.tags': { message: 'no' } } }),
    });
    expect(await some.read(['ticket.priority', 'ticket.tags'])).toEqual({ 'ticket.priority': 'high' });
  });

  it.each([
    ['parsed', { responseJSON: { a: 1 } }, { a: 1 }],
    ['as text', { responseText: '{"a":1}' }, { a: 1 }],
    ['not JSON', { responseText: '<html>' }, null],
    ['nothing', null, null],
  ])('gives the body of an answer: %s', async (_, answer, body) => {
    expect(await frame({ request: async () => answer }).request({ url: '/x' })).toEqual(body);
  });

  it('turns the plain rejection of a request into an error with its status', async () => {
    const denied = frame({ request: () => Promise.reject({ status: 403, responseText: '{"error":"Forbidden"}' }) });
    await expect(denied.request({ url: '/x' })).rejects.toMatchObject({
      kind: 'http',
      status: 403,
      body: { error: 'Forbidden' },
    });
  });

  it('does not wait for ever for a request, which the SDK would', async () => {
    const silent = frame({ request: () => new Promise(() => {}) });
    await expect(silent.request({ url: '/x' }, 5)).rejects.toMatchObject({ kind: 'timeout' });
  });

  it('gives a hook nothing to wait for', () => {
    let heard: ((payload: unknown) => unknown) | undefined;
    frame({ on: (_, handler) => (heard = handler) }).on(['ticket.save'], async () => 'slow');
    expect(heard?.(undefined)).toBeUndefined();
  });
});
