import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitDraft } from './split-draft.ts';

describe('splitDraft', () => {
  it('keeps a step with its number and blanks with what stands before', () => {
    expect(splitDraft('Hello Ada,\n\nDo this:\n1. Open it.\n2. Close it on 3 March. Done!\n\nKind regards')).toEqual([
      'Hello Ada,\n\n',
      'Do this:\n',
      '1. Open it.\n',
      '2. Close it on 3 March. ',
      'Done!\n\n',
      'Kind regards',
    ]);
  });

  it('loses nothing and has no sentence without a word, whatever the text', () => {
    const piece = fc.constantFrom(
      'Yes. ',
      'a',
      '1. ',
      '\n',
      '\n\n',
      ' ',
      '…',
      '[NAME_1]',
      '?!',
      'です。',
      '2 März',
      '- ',
    );
    const text = fc.oneof(
      fc.array(piece, { maxLength: 9 }).map((pieces) => pieces.join('')),
      fc.string({ unit: 'binary', maxLength: 30 }),
    );
    fc.assert(
      fc.property(text, (given) => {
        const sentences = splitDraft(given);
        expect(sentences.join('')).toBe(given);
        if (sentences.length > 1) for (const sentence of sentences) expect(sentence).toMatch(/\p{L}/u);
      }),
      { numRuns: 60 },
    );
  });
});
