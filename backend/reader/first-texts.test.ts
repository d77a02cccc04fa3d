import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { escalationRulesSchema } from '../contract/escalation-rules.ts';
import { aComment, aTicket } from '../test/ticket.ts';
import { createReader } from './create-reader.ts';

describe('a thread that has just begun', () => {
  let reader: Awaited<ReturnType<typeof createReader>>;
  const faults: unknown[] = [];
  beforeAll(async () => {
    reader = await createReader((_, fields) => faults.push(fields.code));
  });
  afterAll(() => reader.close());

  it.each([
    ['OK', []],
    ['I will cancel my subscription — and my lawyer will call you.', ['cancel_threat', 'legal']],
    ['Ich warte seit drei Wochen auf eine Antwort.', ['waiting']],
    ['Je veux parler à un responsable.', ['manager']],
    ['Voy a denunciarles ante la OCU.', ['regulator']],
    ['Este é o pior atendimento que já tive.', ['unacceptable']],
    ['消費者センターに相談します。', ['regulator']],
  ])('reads %s within its time', async (text, rules) => {
    const ingested = await reader.ingest(aTicket({ comments: [aComment({ text })] }));
    const read = await reader.readText({
      ...ingested!,
      attached: [],
      hints: { people: [] },
      maxTokens: 500,
      model: 'gpt-4o-mini',
      escalation: escalationRulesSchema.parse(undefined),
    });
    expect(faults).toEqual([]);
    expect(read?.signals.map(({ rule }) => rule)).toEqual(rules);
  });
});
