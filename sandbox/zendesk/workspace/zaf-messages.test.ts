import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMessage } from './zaf-messages.ts';

const guids = { appGuid: 'a', instanceGuid: 'a' };

describe('readMessage', () => {
  it('reads JSON strings, and the plain objects that replies to hooks are', () => {
    const call = { ...guids, id: 3, request: 'get', params: ['ticket.id'] };
    expect(readMessage(JSON.stringify(call))).toEqual({ ...call, kind: 'call' });
    const reply = { appGuid: 'a', key: 'iframe.reply:ticket.save' };
    expect(readMessage(reply)).toEqual({ ...guids, kind: 'reply', hook: 'ticket.save', refusal: null });
    expect(readMessage({ ...reply, error: { msg: false } })).toMatchObject({ refusal: false });
    expect(readMessage({ ...reply, error: { msg: 'Not yet' } })).toMatchObject({ refusal: 'Not yet' });
  });

  it('tells subscriptions, triggers and requests by their keys', () => {
    const read = (key: string, message: unknown) => readMessage(JSON.stringify({ ...guids, key, message }));
    expect(read('iframe.handshake', { version: '2.0.9' })).toMatchObject({ kind: 'handshake' });
    expect(read('iframe.on:a:b.done', { subscriberCount: 2 })).toMatchObject({ event: 'a:b.done', subscriberCount: 2 });
    expect(read('iframe.trigger:x', 5)).toMatchObject({ kind: 'trigger', event: 'x', message: 5 });
    expect(read('request:12', { url: '/x' })).toMatchObject({
      kind: 'http',
      key: 'request:12',
      options: { url: '/x' },
    });
  });

  it.each(['session.live', '__track__', 'request:x', 'hello'])('passes over %s', (key) => {
    expect(readMessage(JSON.stringify({ ...guids, key }))).toBeNull();
  });

  it('never fails, whatever it is given', () => {
    fc.assert(fc.property(fc.oneof(fc.anything(), fc.json(), fc.string()), (data) => void readMessage(data)));
  });
});
