import { describe, expect, it } from 'vitest';
import { aClassifyInput } from '../../../test/engine.ts';
import { completion, fields, type Sent, scriptedEndpoint } from './test/scripted-endpoint.ts';

const signal = () => AbortSignal.timeout(10_000);
const answered = completion(JSON.stringify(fields()));
const complaint = (error: object, status = 400) => ({ status, body: { error: { message: 'Not here.', ...error } } });
const picky =
  (error: object, status = 400) =>
  ({ logprobs }: Sent) =>
    logprobs ? complaint(error, status) : { body: answered };
const unknown = { type: 'invalid_request_error', param: 'logprobs', code: 'unsupported_parameter' };

describe('an endpoint that gives no log-probabilities', () => {
  it.each([
    ['names the parameter', unknown],
    ['names its companion', { param: 'top_logprobs', code: null }],
    ['names none', { param: null, code: 'unknown_parameter' }],
  ])('and %s is worth a second call, which asks without them', async (_, error) => {
    const { engine, sent } = scriptedEndpoint(picky(error));
    expect(await engine.classify(aClassifyInput(), signal())).toEqual({ ok: false, reason: 'server_error' });
    expect(sent).toHaveLength(1);
    const again = await engine.classify(aClassifyInput(), signal());
    expect(again).toMatchObject({ ok: true, value: { category: [{ value: 'billing', probability: 0 }] } });
    expect(sent.map(({ logprobs, top_logprobs }) => [logprobs, top_logprobs])).toEqual([
      [true, 5],
      [undefined, undefined],
    ]);
  });

  it('is not in trouble, however many ask it at once', async () => {
    const { engine } = scriptedEndpoint(picky(unknown));
    await Promise.all(Array.from({ length: 8 }, () => engine.classify(aClassifyInput(), signal())));
    expect(engine.available()).toBe(true);
    expect((await engine.classify(aClassifyInput(), signal())).ok).toBe(true);
  });

  it('refuses what it goes on refusing', async () => {
    const { engine, sent } = scriptedEndpoint(() => complaint(unknown));
    await engine.classify(aClassifyInput(), signal());
    expect(await engine.classify(aClassifyInput(), signal())).toEqual({ ok: false, reason: 'refused' });
    expect(sent).toHaveLength(2);
  });

  it.each([
    ['another parameter', { param: 'messages', code: 'context_length_exceeded' }, 400],
    ['another parameter that it does not know', { param: 'response_format', code: 'unknown_parameter' }, 400],
    ['nothing in particular', {}, 400],
    ['another kind of failure', { param: 'logprobs' }, 404],
  ])('still refuses for %s', async (_, error, status) => {
    const { engine, sent } = scriptedEndpoint(picky(error, status));
    expect(await engine.classify(aClassifyInput(), signal())).toEqual({ ok: false, reason: 'refused' });
    await engine.classify(aClassifyInput(), signal());
    expect(sent.map(({ logprobs }) => logprobs)).toEqual([true, true]);
  });
});
