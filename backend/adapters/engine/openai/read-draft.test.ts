import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aPassage } from '../../../test/engine.ts';
import { readDraft } from './read-draft.ts';
import { BEGINS, draftShape, type ModelDraft, NONE } from './shapes.ts';

const passages = [aPassage('Open Settings.', { id: 'article:en:1' }), aPassage('Press pay.', { id: 'ticket:9' })];
type Said = ModelDraft['sentences'][number];
const said = (text: string, over: Partial<Said> = {}): Said => ({
  begins: 'same_line',
  source_id: NONE,
  quote: '',
  text,
  ...over,
});
const read = (sentences: Said[], language = 'en') => readDraft({ sentences }, { passages, language });

describe('what a model drafts', () => {
  it('has the ids of its passages again, and quotes only with a source', () => {
    const draft = read([
      said('Thanks.', { quote: 'made up' }),
      said('Do press pay.', { source_id: '2', quote: ' Press pay. ' }),
    ]);
    expect(draft?.sentences).toEqual([
      { text: 'Thanks. ', sourceId: null, quote: null },
      { text: 'Do press pay.', sourceId: 'ticket:9', quote: 'Press pay.' },
    ]);
    expect(read([said('Pay.', { source_id: '1' })])?.sentences[0]).toEqual({
      text: 'Pay.',
      sourceId: 'article:en:1',
      quote: null,
    });
  });

  it('keeps lines and paragraphs, and puts no blank where a script has none', () => {
    const sentences = [
      said('One.', { begins: 'new_paragraph' }),
      said('Two.'),
      said(' \n '),
      said('1. Three', { begins: 'new_paragraph' }),
      said('2. Four\n', { begins: 'new_line' }),
    ];
    const joined = (language: string) =>
      read(sentences, language)
        ?.sentences.map(({ text }) => text)
        .join('');
    expect(joined('en')).toBe('One. Two.\n\n1. Three\n2. Four');
    expect(joined('ja')).toBe('One.Two.\n\n1. Three\n2. Four');
  });

  it('is no answer when it says nothing', () => {
    expect(read([])).toBeNull();
    expect(read([said('  '), said('\n')])).toBeNull();
  });

  it('can cite only what it was shown', () => {
    const sentences = (id: string) => ({ sentences: [said('x', { source_id: id })] });
    expect(
      ['1', '2', '(none)', '3', '0', 'ticket:9'].map((id) => draftShape(2).safeParse(sentences(id)).success),
    ).toEqual([true, true, true, false, false, false]);
    expect(draftShape(0).safeParse(sentences('1')).success).toBe(false);
  });

  it('fits a reply, however long it is', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            begins: fc.constantFrom(...BEGINS),
            source_id: fc.constantFrom(NONE, '1', '2'),
            quote: fc.oneof(fc.string({ unit: 'binary' }), fc.constant('😀'.repeat(700))),
            text: fc.oneof(fc.string({ unit: 'binary' }), fc.constant('😀'.repeat(700))),
          }),
          { maxLength: 60 },
        ),
        (sentences) => {
          const parts = read(sentences)?.sentences ?? [];
          expect(parts.length).toBeLessThanOrEqual(40);
          expect(parts.map(({ text }) => text).join('').length).toBeLessThanOrEqual(6100);
          for (const { text, quote } of parts) {
            expect(text.length).toBeLessThanOrEqual(1002);
            expect((quote ?? '').length).toBeLessThanOrEqual(600);
            expect((text + quote).isWellFormed()).toBe(true);
          }
        },
      ),
    ));
});
