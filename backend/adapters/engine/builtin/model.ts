import type { Calibration } from './calibration.ts';
import type { Linear } from './linear.ts';
import type { Commonness } from './relevance.ts';
import type { Vectoriser } from './vectoriser.ts';

export const HEADS = ['category', 'urgency', 'sentiment', 'subcategory'] as const;
export type HeadName = (typeof HEADS)[number];

/** A classifier of one label. Subcategories are labelled `category/subcategory`. */
export type Head = { labels: string[]; linear: Linear; calibration: Calibration };

/** A head without labels to learn from is absent. */
export type Model = Partial<Record<HeadName, Head>> & {
  /** Names what the model judges by: the same one judges alike. */
  version: string;
  /** Hash of the tickets that it learned from. */
  trainedOn: string;
  vectoriser: Vectoriser;
  commonness: Commonness;
};
