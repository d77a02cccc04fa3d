import type { RawSentence } from '../../../../ports/engine.ts';

/** A sentence, heading or step: `quote` are the words of the answer that it repeats, null when they are our own. */
export type Said = Omit<RawSentence, 'sourceId'>;
/** Lines, and the sentences of each. */
export type Paragraph<Sentence = Said> = readonly (readonly Sentence[])[];

export const repeat = (quote: string): Said => ({ text: quote, quote });
export const own = (text: string): Said => ({ text, quote: null });

export const cite = (paragraphs: readonly Paragraph[], id: string): Paragraph<RawSentence>[] =>
  paragraphs.map((lines) =>
    lines.map((line) => line.map((said) => ({ ...said, sourceId: said.quote === null ? null : id }))),
  );

/** The sentences in order, each with what parts it from the next. */
export function partSentences(paragraphs: readonly Paragraph<RawSentence>[], space: string): RawSentence[] {
  const parted = paragraphs.flatMap((lines) =>
    lines.flatMap((line, row) =>
      line.map((sentence, column) => {
        const gap = column < line.length - 1 ? space : row < lines.length - 1 ? '\n' : '\n\n';
        return { ...sentence, text: sentence.text + gap };
      }),
    ),
  );
  return parted.map((sentence, index) =>
    index === parted.length - 1 ? { ...sentence, text: sentence.text.trimEnd() } : sentence,
  );
}
