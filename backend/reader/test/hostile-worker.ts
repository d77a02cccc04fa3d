import { serve } from '../serve.ts';

const BACKTRACKING = /^(a+)+$/;

/** Tasks that behave as badly as a text could make them. */
serve({
  echo: (input: unknown) => input,
  later: (input: unknown) => new Promise((resolve) => setTimeout(resolve, 5, input)),
  throws: () => {
    throw new Error('a word of the text');
  },
  endless: () => {
    for (;;);
  },
  backtracks: () => BACKTRACKING.test(`${'a'.repeat(64)}!`),
  waits: () => new Promise(() => {}),
  dies: () => setImmediate(() => process.exit(1)) && null,
  exits: () => process.exit(1),
});
