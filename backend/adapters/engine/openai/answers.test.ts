import { describe, expect, it } from 'vitest';
import { aClassifyInput, aTaxonomy } from '../../../test/engine.ts';
import { completion, fields, scriptedEndpoint } from './test/scripted-endpoint.ts';
import type { TokenLogprob } from './value-scores.ts';

const signal = () => AbortSignal.timeout(10_000);
const content = JSON.stringify(fields());
const classifyAt = (body: unknown, input = aClassifyInput()) =>
  scriptedEndpoint(() => ({ body })).engine.classify(input, signal());

const certain = (token: string, probability = 1): TokenLogprob => ({
  token,
  logprob: Math.log(probability),
  top_logprobs: [],
});

describe('what a provider says it used', () => {
  const details = (cached_tokens: unknown) => ({ prompt_tokens_details: { cached_tokens } });
  it.each([
    ['nothing', undefined, [0, 0, 0]],
    ['null', null, [0, 0, 0]],
    ['a text', 'much', [0, 0, 0]],
    ['plain numbers', { prompt_tokens: 100, completion_tokens: 7, ...details(64) }, [100, 64, 7]],
    ['broken numbers', { prompt_tokens: 12.5, completion_tokens: 0.4, ...details(1.2) }, [13, 1, 0]],
    ['texts', { prompt_tokens: '12', completion_tokens: 'NaN', ...details('3') }, [0, 0, 0]],
    ['less than nothing', { prompt_tokens: -3, completion_tokens: -0.2, ...details(-1) }, [0, 0, 0]],
    ['too much to count', { prompt_tokens: 1e300, completion_tokens: 5, ...details(2) }, [0, 0, 5]],
    ['more cached than sent', { prompt_tokens: 4, completion_tokens: 5, ...details(9) }, [4, 4, 5]],
    ['odd details', { prompt_tokens: 4, completion_tokens: 5, prompt_tokens_details: 'none' }, [4, 0, 5]],
  ])('%s', async (_, usage, [promptTokens, cachedTokens, completionTokens]) => {
    expect(await classifyAt(completion(content, { usage }))).toMatchObject({
      ok: true,
      usage: { model: 'gpt-4o-mini', promptTokens, cachedTokens, completionTokens },
    });
  });

  it.each([
    ['no model', undefined, 'gpt-4o-mini'],
    ['another type', 7, 'gpt-4o-mini'],
    ['nothing but blanks', '  ', 'gpt-4o-mini'],
    ['a NUL', 'gpt\u0000x', 'gpt-4o-mini'],
    ['half a character', 'gpt-\ud83d', 'gpt-4o-mini'],
    ['its version', 'gpt-4o-mini-2024-07-18', 'gpt-4o-mini-2024-07-18'],
    ['too long a name', 'm'.repeat(500), 'm'.repeat(120)],
  ])('names the model when it says %s', async (_, model, expected) => {
    expect(await classifyAt(completion(content, { model }))).toMatchObject({ ok: true, usage: { model: expected } });
  });
});

describe('an answer with oddities', () => {
  it.each([
    ['null', null],
    ['a text', 'It works!'],
    ['an error with status 200', { error: { message: 'overloaded' } }],
    ['no choices', { choices: [] }],
    ['a choice without a message', { choices: [{}] }],
    ['parts for content', completion(content, { choices: [{ message: { content: [{ type: 'text' }] } }] })],
  ])('is nonsense when it is %s', async (_, body) => {
    expect(await classifyAt(body)).toMatchObject({ ok: false, reason: 'nonsense' });
  });

  it.each([
    ['no rivals', [{ token: content, logprob: -0.1 }], 1],
    ['no numbers', [{ token: content, logprob: null, top_logprobs: [] }], 0],
    ['more than certain', [{ token: content, logprob: 1e308, top_logprobs: [] }], 1],
    ['another shape', ['{'], 0],
  ])('is taken with log-probabilities that have %s', async (_, tokens, probability) => {
    const choices = [{ finish_reason: 'stop', message: { content }, logprobs: { content: tokens } }];
    const answer = await classifyAt(completion(content, { choices }));
    expect(answer.ok && answer.value.category[0]).toEqual({ value: 'billing', probability });
  });
});

describe('a tenant with a category that is called none', () => {
  const described = { description: 'd', examples: [], subcategories: { none: 'd' } };
  const taxonomy = aTaxonomy({ categories: { none: described, billing: described } });
  it('has it as the second request, and its subcategory', async () => {
    const said = fields({ secondary: 'none', subcategory: 'billing/none' });
    const answer = await classifyAt(completion(JSON.stringify(said)), aClassifyInput({ taxonomy }));
    expect(answer).toMatchObject({ ok: true, value: { secondary: { value: 'none' }, subcategory: 'none' } });
  });

  it('still may say that there is none', async () => {
    const answer = await classifyAt(completion(content), aClassifyInput({ taxonomy }));
    expect(answer).toMatchObject({ ok: true, value: { secondary: null, subcategory: null } });
  });
});

describe('the value that the model says', () => {
  it('stands first, also where another one scores higher, for the subcategory belongs to it', async () => {
    const described = { description: 'd', examples: [], subcategories: { refund: 'd' } };
    const taxonomy = aTaxonomy({ categories: { billing: described, bill_dispute: described, technical: described } });
    const spelled = JSON.stringify(fields({ subcategory: 'billing/refund' }));
    const [before, after] = spelled.split('billing",', 2) as [string, string];
    const rivals = (token: TokenLogprob, other: [string, number]) => ({
      ...token,
      top_logprobs: [{ token: other[0], logprob: Math.log(other[1]) }],
    });
    const tokens = [
      certain(before),
      rivals(certain('bill', 0.6), ['technical', 0.4]),
      rivals(certain('ing', 0.5), ['_dispute', 0.5]),
      certain(`",${after}`),
    ];
    const answer = await classifyAt(completion(spelled, {}, tokens), aClassifyInput({ taxonomy }));
    if (!answer.ok) throw new Error(answer.reason);
    expect(answer.value.category.map(({ value }) => value)).toEqual(['billing', 'technical', 'bill_dispute']);
    expect(answer.value.category.map(({ probability }) => probability.toFixed(2))).toEqual(['0.30', '0.40', '0.30']);
    expect(answer.value.subcategory).toBe('refund');
  });
});
