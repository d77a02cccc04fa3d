import type { Answer, Engine, Usage } from '../../../ports/engine.ts';
import { classify } from './classify.ts';
import { draftReply } from './draft.ts';
import type { LabelledTicket } from './labelled-ticket.ts';
import { loadExamples } from './load-examples.ts';
import { HEADS, trainModel } from './model.ts';
import { createWeigher } from './relevance.ts';

export type { LabelledTicket } from './labelled-ticket.ts';
export { loadExamples } from './load-examples.ts';

const usage: Usage = { model: null, promptTokens: 0, completionTokens: 0 };
const answer = <T>(value: T): Answer<T> => ({ ok: true, value, usage });

/**
 * Needs no network and no key. Learns at start, in about a second, from `examples`; a label that none of them has
 * (urgency, say) is learned from the tickets that ship.
 */
export function createBuiltinEngine({ examples = [] }: { examples?: LabelledTicket[] } = {}): Engine {
  const model = trainModel(complete(examples));
  const weigh = createWeigher(loadExamples().map(({ subject, text }) => `${subject}\n${text}`));
  return {
    name: 'builtin',
    classify: async (input) => answer(classify(model, weigh, input)),
    draft: async (input) => answer(draftReply(weigh, input)),
  };
}

function complete(examples: LabelledTicket[]): LabelledTicket[] {
  const missing = HEADS.filter((head) => examples.every((example) => example[head] === undefined));
  if (missing.length === 0) return examples;
  const shipped = loadExamples().map(({ subject, text, secondary, ...labels }) => ({
    subject,
    text,
    ...(missing.includes('category') && { secondary }),
    ...Object.fromEntries(missing.map((head) => [head, labels[head]])),
  }));
  return [...examples, ...shipped];
}
