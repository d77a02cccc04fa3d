import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type OpenAi, startOpenAi } from '../../../../sandbox/openai/start.ts';
import { screenshotPng } from '../../../../sandbox/zendesk/attachments/png.ts';
import type { Source } from '../../../contract/triage.ts';
import type { ClassifyInput, DraftInput, Engine, MaskedText } from '../../../ports/engine.ts';
import { createOpenAiEngine } from './create-openai-engine.ts';

const input: ClassifyInput = {
  subject: 'Charged twice' as MaskedText,
  text: 'I was charged twice this month. Write to [EMAIL_1].' as MaskedText,
  language: 'en',
  categories: ['billing', 'technical', 'general'],
};
const source: Source = {
  id: 'ticket:7',
  kind: 'ticket',
  title: 'Duplicate charge',
  url: null,
  ticketId: '7',
  language: 'en',
  category: 'billing',
  score: 0.9,
  gold: true,
  resolvedAt: null,
  resolutionHours: 3,
};
const draftInput: DraftInput = {
  subject: input.subject,
  text: input.text,
  language: 'en',
  category: 'billing',
  urgency: 'P3',
  sentiment: 'neutral',
  passages: [
    {
      source,
      question: 'charged twice' as MaskedText,
      answer: 'A duplicate charge is always refunded in full.' as MaskedText,
    },
  ],
  clarify: false,
};
const signal = () => AbortSignal.timeout(10_000);

describe('the OpenAI engine', () => {
  let openai: OpenAi;
  let engine: Engine;
  const at = (apiKey: string, baseURL = openai.url) =>
    createOpenAiEngine({ apiKey, baseURL, model: 'gpt-4o-mini', fetch });
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
      value: { category: 'billing' },
      usage: { promptTokens: expect.any(Number) },
    });
    expect(openai.calls).toHaveLength(before + 1);
    const custom = await engine.classify({ ...input, categories: ['plants', 'stones'] }, signal());
    expect(custom.ok && ['plants', 'stones'].includes(custom.value.category)).toBe(true);
  });

  it('shows pictures beside the words, in low detail, and says that they are data too', async () => {
    const base64 = screenshotPng('error').toString('base64');
    const bare = await engine.classify(input, signal());
    const answer = await engine.classify({ ...input, images: [{ mime: 'image/png', base64 }] }, signal());
    expect(answer).toMatchObject({ ok: true, value: { category: 'billing' } });
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

  it('drafts from the passages and names those alone', async () => {
    const answer = await engine.draft(draftInput, signal());
    expect(answer).toMatchObject({ ok: true, value: { sourceIds: ['ticket:7'] } });
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
    expect(await engine.classify(input, signal())).toEqual({ ok: false, reason });
    expect(openai.calls).toHaveLength(before + 1);
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
