type Weights = Map<string, number>;

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Words and pairs of neighbouring words. */
function termsOf(text: string): string[] {
  const words = wordsOf(text);
  return [...words, ...words.slice(1).map((word, index) => `${words[index]} ${word}`)];
}

/** Plain TF-IDF over words and word pairs, sublinear, of unit length: what the textbook says. */
export function fitTfIdf(texts: readonly string[]): (text: string) => Weights {
  const seenIn = new Map<string, number>();
  for (const text of texts) for (const term of new Set(termsOf(text))) seenIn.set(term, (seenIn.get(term) ?? 0) + 1);
  return (text) => {
    const counts = new Map<string, number>();
    for (const term of termsOf(text)) if (seenIn.has(term)) counts.set(term, (counts.get(term) ?? 0) + 1);
    const weights = [...counts].map(([term, count]): [string, number] => [
      term,
      (1 + Math.log(count)) * (1 + Math.log((1 + texts.length) / (1 + (seenIn.get(term) ?? 0)))),
    ]);
    const length = Math.sqrt(weights.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
    return new Map(weights.map(([term, weight]) => [term, weight / length]));
  };
}

export function cosine(a: Weights, b: Weights): number {
  let sum = 0;
  for (const [term, weight] of a) sum += weight * (b.get(term) ?? 0);
  return sum;
}

/** The cosine of a text with each of the texts. */
export function fitCosines(texts: readonly string[]): (text: string) => Float64Array {
  const weigh = fitTfIdf(texts);
  const postings = new Map<string, [index: number, weight: number][]>();
  texts.forEach((text, index) => {
    for (const [term, weight] of weigh(text)) {
      const known = postings.get(term);
      if (known) known.push([index, weight]);
      else postings.set(term, [[index, weight]]);
    }
  });
  return (text) => {
    const scores = new Float64Array(texts.length);
    for (const [term, weight] of weigh(text))
      for (const [index, other] of postings.get(term) ?? []) scores[index] = (scores[index] ?? 0) + weight * other;
    return scores;
  };
}
