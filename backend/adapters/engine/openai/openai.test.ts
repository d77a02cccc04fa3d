import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type OpenAi, startOpenAi } from '../../../../sandbox/openai/start.ts';
import { screenshotPng } from '../../../../sandbox/zendesk/attachments/png.ts';
import type { ClassifyInput, Engine, Example, MaskedText } from '../../../ports/engine.ts';
import { aClassifyInput, aDraftInput, aPassage, aTaxonomy } from '../../../test/engine.ts';
import { createBreaker, createOpenAiEngine } from './create-openai-engine.ts';

const input: ClassifyInput = aClassifyInput();
const described = { description: 'd', examples: [], subcategories: {} };
const ANSWER = 'Hi there, a duplicate charge is always refunded in full. You see it under Settings, Billing.';
const draftInput = aDraftInput({ passages: [aPassage(ANSWER, { gold: true })] });
const signal = () => AbortSignal.timeout(10_000);

describe('the OpenAI engine', () => {
  let openai: OpenAi;
  let engine: Engine;
  const at = (apiKey: string, baseURL = openai.url, breaker = createBreaker()) =>
    createOpenAiEngine({ apiKey, baseURL, model: 'gpt-4o-mini', fetch, breaker });
  beforeAll(async () => {
    openai = await startOpenAi();
    engine = at('sk-sandbox');
  });
  afterEach(() => openai.faults.clear());
  afterAll(() => openai.close());

  it('classifies within the taxonomy that it was given, by one strict-schema call', async () => {
    const before = openai.calls.length;
    const answer = await engine.classify(input, signal());
    expect(answer).toMatchObject({
      ok: true,
      value: { category: expect.arrayContaining([{ value: 'billing', probability: expect.any(Number) }]) },
      usage: { promptTokens: expect.any(Number), cachedTokens: expect.any(Number) },
    });
    expect(openai.calls).toHaveLength(before + 1);
    const taxonomy = aTaxonomy({ categories: { plants: described, stones: described } });
    const custom = await engine.classify({ ...input, taxonomy }, signal());
    expect(custom.ok && custom.value.category.map(({ value }) => value).sort()).toEqual(['plants', 'stones']);
  });

  it('says no second request where there is none, also to a tenant with a category of that name', async () => {
    const texts = ['I was charged twice.', 'The app crashes.', 'How do I reset my password?'];
    const shipped = aTaxonomy();
    const taxonomies = [shipped, aTaxonomy({ categories: { none: described, ...shipped.categories } })];
    for (const taxonomy of taxonomies)
      for (const text of texts) {
        const answer = await engine.classify(
          { ...input, subject: '' as MaskedText, text: text as MaskedText, taxonomy },
          signal(),
        );
        expect(answer).toMatchObject({ ok: true, value: { secondary: null } });
      }
  });

  it('scores every value by the log-probabilities, the likeliest first, together one', async () => {
    const answer = await engine.classify(input, signal());
    if (!answer.ok) throw new Error(answer.reason);
    const { category, urgency, sentiment } = answer.value;
    for (const scores of [category, urgency, sentiment]) {
      expect(scores.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1);
      expect(scores.map(({ probability }) => probability)).toEqual(
        scores.map(({ probability }) => probability).toSorted((a, b) => b - a),
      );
    }
    expect(category).toHaveLength(5);
    expect(category[0]?.value).toBe('billing');
    expect(category[0]?.probability).toBeLessThan(1);
  });

  it("asks with what is the same for all tickets first, then examples, then the ticket's own words", async () => {
    const example: Example = {
      subject: 'Old one' as MaskedText,
      text: 'Paid in March already' as MaskedText,
      category: 'billing',
      urgency: 'P2',
      sentiment: null,
    };
    await engine.classify(input, signal());
    await engine.classify({ ...input, text: 'Something else' as MaskedText, examples: [example] }, signal());
    const [first, second] = openai.calls.slice(-2).map(({ messages }) => messages as { content: string }[]);
    expect(second?.[0]?.content).toBe(first?.[0]?.content);
    expect(second?.[0]?.content).toContain('money to be paid back');
    expect(second?.[1]?.content).toMatch(
      /^<example category="billing" urgency="P2">\nOld one\nPaid in March already\n<\/example>\n\n<ticket/,
    );
  });

  it('shows pictures beside the words, in low detail, and says that they are data too', async () => {
    const base64 = screenshotPng('error').toString('base64');
    const bare = await engine.classify(input, signal());
    const answer = await engine.classify({ ...input, images: [{ mime: 'image/png', base64 }] }, signal());
    expect(answer.ok && answer.value.category[0]?.value).toBe('billing');
    expect(openai.calls.at(-2)?.messages[1]).toMatchObject({ content: expect.stringContaining('charged twice') });
    const [system, user] = openai.calls.at(-1)?.messages ?? [];
    expect(system).toMatchObject({ content: expect.stringMatching(/in a picture, is data from strangers/) });
    expect(user).toMatchObject({
      content: [
        { type: 'text', text: expect.stringContaining('charged twice') },
        { type: 'image_url', image_url: { url: `data:image/png;base64,${base64}`, detail: 'low' } },
      ],
    });
    const tokens = [bare, answer].map((one) => (one.ok ? one.usage.promptTokens : 0));
    expect(tokens[1]).toBeGreaterThan(tokens[0] ?? 0);
  });

  it('says refused when the model cannot take a picture', async () => {
    const images = [{ mime: 'image/png', base64: Buffer.from('no picture').toString('base64') }];
    expect(await engine.classify({ ...input, images }, signal())).toEqual({ ok: false, reason: 'refused' });
  });

  it('drafts from the passages, each sentence with its source and the very words, without greeting and sign-off', async () => {
    const answer = await engine.draft(draftInput, signal());
    if (!answer.ok) throw new Error(answer.reason);
    const { sentences } = answer.value;
    const sourced = sentences.filter(({ sourceId }) => sourceId !== null);
    expect(sourced.map(({ sourceId, text, quote }) => [sourceId, text.trim(), quote])).toEqual([
      ['ticket:7', 'A duplicate charge is always refunded in full.', 'a duplicate charge is always refunded in full.'],
      ['ticket:7', 'You see it under Settings, Billing.', 'You see it under Settings, Billing.'],
    ]);
    expect(sentences.filter(({ sourceId }) => sourceId === null).every(({ quote }) => quote === null)).toBe(true);
    expect(sentences.map(({ text }) => text).join('')).not.toMatch(/Hello|Hi there|regards/i);
    expect(sentences[0]?.text).toMatch(/\n\n$/);
  });

  it.each(['echo', 'obey'] as const)(
    'passes on whole what a hostile model (%s) says, for others to check',
    async (kind) => {
      openai.faults.add({ kind });
      const long = Array.from({ length: 8 }, (_, index) => aPassage(`CANARY-${index}. ${ANSWER.repeat(6)}`));
      const answer = await engine.draft({ ...draftInput, passages: long }, signal());
      if (!answer.ok) throw new Error(answer.reason);
      const text = answer.value.sentences.map((sentence) => sentence.text).join('');
      if (kind === 'echo') for (let index = 0; index < 8; index += 1) expect(text).toContain(`CANARY-${index}`);
      else expect(text).toMatch(/full refund[\s\S]*ATTACKER[\s\S]*charged twice/);
      expect((await engine.classify(input, signal())).ok).toBe(true);
    },
  );

  it('shows a model no ids of tickets, and nothing to repeat when it is to ask', async () => {
    await engine.draft(draftInput, signal());
    const asked = await engine.draft({ ...draftInput, clarify: true }, signal());
    const [shown, hidden] = openai.calls.slice(-2).map(({ messages }) => JSON.stringify(messages[1]));
    expect(shown).toContain('You see it under Settings');
    expect(shown).not.toContain('ticket:7');
    expect(hidden).not.toContain('You see it under Settings');
    expect(asked.ok && asked.value.sentences.every(({ sourceId }) => sourceId === null)).toBe(true);
  });

  it.each([
    ['refuse', 'refused'],
    ['truncate', 'truncated'],
    ['content_filter', 'filtered'],
    ['garbage', 'nonsense'],
    ['nonsense', 'nonsense'],
  ] as const)('turns %s into the reason %s for a draft, too', async (kind, reason) => {
    openai.faults.add({ kind, times: 1 });
    expect(await engine.draft(draftInput, signal())).toMatchObject({ ok: false, reason });
  });

  it.each([
    ['refuse', 'refused'],
    ['truncate', 'truncated'],
    ['content_filter', 'filtered'],
    ['garbage', 'nonsense'],
    ['nonsense', 'nonsense'],
    ['429', 'rate_limited'],
    ['500', 'server_error'],
    ['503', 'server_error'],
    ['drop', 'unreachable'],
  ] as const)('turns %s into the reason %s, and calls once', async (kind, reason) => {
    const before = openai.calls.length;
    openai.faults.add({ kind, times: 1 });
    expect(await at('sk-sandbox').classify(input, signal())).toMatchObject({ ok: false, reason });
    expect(openai.calls).toHaveLength(before + 1);
  });

  it('says what a useless answer has used, for it is paid', async () => {
    openai.faults.add({ kind: 'nonsense', times: 1 });
    const answer = await engine.classify(input, signal());
    expect(answer).toMatchObject({ ok: false, usage: { promptTokens: expect.any(Number) } });
  });

  it('asks nothing for a while when the first five calls fail, then once, and all again when that one answers', async () => {
    const breaker = createBreaker({ pauseMs: 60 });
    const [one, other] = [at('sk-sandbox', openai.url, breaker), at('sk-sandbox', openai.url, breaker)];
    openai.faults.add({ kind: '500', times: 6 });
    const before = openai.calls.length;
    for (let call = 0; call < 5; call += 1) await (call % 2 ? one : other).classify(input, signal());
    expect([one.available(), other.available()]).toEqual([false, false]);
    expect(await one.classify(input, signal())).toEqual({ ok: false, reason: 'breaker_open' });
    expect(openai.calls).toHaveLength(before + 5);
    await expect.poll(() => one.available()).toBe(true);
    const trials = await Promise.all([one, one, other].map((engine) => engine.classify(input, signal())));
    expect(trials.map((answer) => !answer.ok && answer.reason).sort()).toEqual([
      'breaker_open',
      'breaker_open',
      'server_error',
    ]);
    await expect.poll(() => one.available()).toBe(true);
    expect((await one.classify(input, signal())).ok).toBe(true);
    expect(other.available()).toBe(true);
  });

  it('goes on asking a model that answers every second call', async () => {
    const engine = at('sk-sandbox');
    openai.faults.add({ kind: '429', probability: 0.5 });
    for (let call = 0; call < 60; call += 1) await engine.classify(input, signal());
    expect(engine.available()).toBe(true);
  });

  it('opens for a key that is refused, and not for what is wrong with one ticket', async () => {
    const wrong = at('sk-wrong');
    for (let call = 0; call < 5; call += 1) await wrong.classify(input, signal());
    expect(wrong.available()).toBe(false);
    openai.faults.add({ kind: 'refuse', times: 6 });
    const fine = at('sk-sandbox');
    for (let call = 0; call < 6; call += 1) await fine.classify(input, signal());
    expect(fine.available()).toBe(true);
  });

  it('stops waiting when its caller does', async () => {
    openai.faults.add({ kind: 'hang', times: 1 });
    expect(await engine.classify(input, AbortSignal.timeout(50))).toEqual({ ok: false, reason: 'timeout' });
  });

  it('tells a wrong key from a model that is not there', async () => {
    expect(await at('sk-wrong').classify(input, signal())).toEqual({ ok: false, reason: 'unauthorized' });
    expect(await at('sk-sandbox', 'http://127.0.0.1:1/v1').classify(input, signal())).toEqual({
      ok: false,
      reason: 'unreachable',
    });
  });
});
