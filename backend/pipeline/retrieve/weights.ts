/** Everything that decides what is found and in which order; the figures behind it are in docs/measure/retrieval.md. */

/** Each leg is asked for so many, without a filter: in Chroma one costs 10 to 20 times more. */
export const WIDE = 50;
/** So many of both are ranked by what is known of them. */
export const CONSIDERED = 20;

/** How the two likenesses of an item make one. */
export const FUSION = {
  /** The part of the vectors in the weighted geometric mean; the rest is the words'. */
  vectors: 0.4,
  /** What a leg did not bring has there at least so much of the other leg's likeness. */
  unseen: { vectors: 0.3, words: 0.5 },
};

/** Under this likeness nothing is called similar, whatever speaks for it. */
export const FLOOR = 0.22;
/** What is less than so much as good as the best one is not shown beside it. */
export const BESIDE_BEST = 0.5;
export const SHOWN = 5;

/** By what share each raises or lowers the likeness: they order near ties and never make a weak match a good one. */
export const PREFERENCE = {
  category: 0.06,
  language: 0.3,
  gold: 0.05,
  good: 0.03,
  bad: -0.3,
  article: 0.15,
  recency: 0.05,
  superseded: -0.3,
  stale: -0.15,
};
/** After so many days a resolution counts as recent by a third (1/e). */
export const RECENCY_DAYS = 365;
