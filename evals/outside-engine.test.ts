import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type OpenAi, startOpenAi } from '../sandbox/openai/start.ts';
import { readResult, runWith, write } from './test/run-eval.ts';

const tickets = write('outside.jsonl', [
  { id: '1', text: 'Please refund the second charge on my invoice.', category: 'billing', label: 'money' },
  { id: '2', text: 'The app crashes with an error when I open it.', category: 'technical', label: 'fault' },
  { id: '3', text: 'I forgot my password and cannot log in.', category: 'account', label: 'fault' },
]);

let openAi: OpenAi;
beforeAll(async () => {
  openAi = await startOpenAi({ apiKeys: ['sk-good'] });
});
beforeEach(() => openAi.faults.clear());
afterAll(() => openAi.close());

const ask = (key: string, ...args: string[]) =>
  runWith(
    { OPENAI_API_KEY: key, OPENAI_BASE_URL: openAi.url, OPENAI_MODEL: 'gpt-4o-mini' },
    ...['category', '--data', tickets, '--engine', 'openai', '--json', ...args],
  );

describe('--engine openai, on the stand-in', () => {
  it('reads values, probabilities and what it cost', async () => {
    const result = readResult(await ask('sk-good'));
    expect(result).toMatchObject({ engine: 'openai:gpt-4o-mini', n: 3, accuracy: 1, unanswered: 0 });
    const cost = result.cost as Record<string, number>;
    expect(cost.calls).toBe(3);
    expect(cost.promptTokens).toBeGreaterThan(300);
    expect(cost.completionTokens).toBeGreaterThan(0);
    const [prompt, cached, completion] = [cost.promptTokens ?? 0, cost.cachedTokens ?? 0, cost.completionTokens ?? 0];
    const dollars = ((prompt - cached) * 0.15 + cached * 0.075 + completion * 0.6) / 1e6;
    expect(cost.usd).toBeGreaterThanOrEqual(dollars);
    expect(cost.usd).toBeLessThan(dollars + 3e-6);
  });

  it('counts what it did not answer as wrong, and asks again where that helps', async () => {
    openAi.faults.add({ kind: 'refuse', match: { text: 'forgot my password' } });
    openAi.faults.add({ kind: '500', match: { text: 'app crashes' }, times: 1 });
    const result = readResult(await ask('sk-good'));
    expect(result).toMatchObject({ n: 3, unanswered: 1, unansweredBy: { refused: 1 }, accuracy: 2 / 3 });
    expect(result).toMatchObject({ confusion: { account: { '(no answer)': 1 } }, cost: { calls: 4 } });
  });

  it('shows the model learned rows that are like the ticket', async () => {
    const before = openAi.calls.length;
    const result = readResult(await ask('sk-good', '--field', 'label', '--train', tickets));
    expect(result).toMatchObject({ n: 3, labels: ['fault', 'money'], trainedOn: 3 });
    const asked = openAi.calls.slice(before).map(({ messages }) => JSON.stringify(messages));
    const invoice = asked.find((messages) => messages.includes('second charge'));
    expect(asked).toHaveLength(3);
    expect(invoice?.split('second charge')).toHaveLength(3);
  });

  it('ends with code 2 when the key is refused', async () => {
    const { code, stdout, stderr } = await ask('sk-bad');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('OPENAI_API_KEY was refused');
  });
});
