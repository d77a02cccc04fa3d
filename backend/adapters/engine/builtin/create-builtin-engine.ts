import type { Answer, Engine } from '../../../ports/engine.ts';
import { classify } from './classify.ts';
import { draftReply } from './draft.ts';
import type { Model } from './model.ts';
import { createWeigher } from './relevance.ts';

export type { LabelledTicket } from './labelled-ticket.ts';
export { loadExamples } from './load-examples.ts';
export type { Model } from './model.ts';
export { packModel, unpackModel } from './pack-model.ts';
export { loadShippedModel } from './shipped-model.ts';
export { trainModel } from './train-model.ts';
export { trainingSet } from './training-set.ts';

/** Needs no network and no key, and answers in a millisecond or two. `readModel` is asked at each call: it may change. */
export function createBuiltinEngine(source: { model: Model } | { readModel: () => Model }): Engine {
  const readModel = 'model' in source ? () => source.model : source.readModel;
  const weigherOf = rememberLast(({ commonness }: Model) => createWeigher(commonness));
  const answer = <T>(model: Model, value: T): Answer<T> => ({
    ok: true,
    value,
    usage: { model: model.version, promptTokens: 0, cachedTokens: 0, completionTokens: 0 },
  });
  return {
    name: 'builtin',
    id: 'builtin',
    promptVersion: null,
    metered: false,
    available: () => true,
    classify: async (input) => {
      const model = readModel();
      return answer(model, classify(model, weigherOf(model), input));
    },
    draft: async (input) => {
      const model = readModel();
      return answer(model, draftReply(weigherOf(model), input));
    },
  };
}

function rememberLast<In, Out>(make: (input: In) => Out): (input: In) => Out {
  let last: { input: In; output: Out } | null = null;
  return (input) => {
    if (last?.input !== input) last = { input, output: make(input) };
    return last.output;
  };
}
