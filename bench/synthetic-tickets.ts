import { loadExamples } from '../backend/adapters/engine/builtin/create-builtin-engine.ts';
import { createDice } from '../e2e/dice.ts';

const SENTENCE = /[^.!?。！？\n]+[.!?。！？]*/g;

export type SyntheticTicket = { id: number; subject: string; question: string; answer: string; category: string };

/** Solved tickets put together from sentences of the labelled tickets that ship: the same ones in every run, no two alike. */
export function* syntheticTickets(count: number, seed = 1): Generator<SyntheticTicket> {
  const roll = createDice(seed);
  const examples = loadExamples().map((example) => ({ ...example, sentences: example.text.match(SENTENCE) ?? [''] }));
  const pick = <T>(of: readonly T[]): T => of[Math.floor(roll() * of.length)] as T;
  const sentencesOf = (length: number): string =>
    Array.from({ length }, () => pick(pick(examples).sentences).trim()).join(' ');
  for (let id = 1; id <= count; id += 1) {
    const { subject, sentences, category = 'other' } = pick(examples);
    yield {
      ...{ id, subject, category },
      question: `${sentences.map((sentence) => sentence.trim()).join(' ')} ${sentencesOf(2)}`,
      answer: `Thank you for writing to us about this. ${sentencesOf(6)} Please tell us whether that helps.`,
    };
  }
}

export function* syntheticBatches(count: number, size: number, seed = 1): Generator<SyntheticTicket[]> {
  let batch: SyntheticTicket[] = [];
  for (const ticket of syntheticTickets(count, seed)) {
    batch.push(ticket);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
