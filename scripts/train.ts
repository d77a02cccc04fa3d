import { writeFileSync } from 'node:fs';
import { loadExamples, packModel, trainModel } from '../backend/adapters/engine/builtin/create-builtin-engine.ts';
import { HEADS } from '../backend/adapters/engine/builtin/model.ts';
import { SHIPPED_MODEL } from '../backend/adapters/engine/builtin/shipped-model.ts';

/** Trains the builtin engine from the tickets that ship and writes the model that ships. */
const startedAt = performance.now();
const tickets = loadExamples();
const model = trainModel(tickets);
const packed = packModel(model);
writeFileSync(SHIPPED_MODEL, packed);
const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
for (const name of HEADS) console.log(`${name}: ${model[name]?.labels.length ?? 0} labels`);
console.log(
  `${tickets.length} tickets, ${model.vectoriser.hashes.length} features, ${seconds} s, ${packed.length} bytes`,
);
console.log(model.version);
