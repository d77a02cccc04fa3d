const K1 = 1.2;
const B = 0.75;

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** BM25 over single words, as the textbook has it. */
export function fitBm25(texts: readonly string[]): (text: string) => Float64Array {
  const documents = texts.map(wordsOf);
  const mean = documents.reduce((sum, { length }) => sum + length, 0) / documents.length;
  const postings = new Map<string, Map<number, number>>();
  documents.forEach((words, index) => {
    for (const word of words) {
      const counts = postings.get(word) ?? new Map<number, number>();
      postings.set(word, counts.set(index, (counts.get(index) ?? 0) + 1));
    }
  });
  return (text) => {
    const scores = new Float64Array(texts.length);
    for (const word of new Set(wordsOf(text))) {
      const counts = postings.get(word) ?? new Map<number, number>();
      const rarity = Math.log(1 + (texts.length - counts.size + 0.5) / (counts.size + 0.5));
      for (const [index, count] of counts) {
        const length = 1 - B + (B * (documents[index]?.length ?? 0)) / mean;
        scores[index] = (scores[index] ?? 0) + (rarity * count * (K1 + 1)) / (count + K1 * length);
      }
    }
    return scores;
  };
}
