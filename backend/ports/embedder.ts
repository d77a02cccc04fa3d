import type { MaskedText } from './engine.ts';

/** Turns masked text into unit vectors. `id` names the embedder and its version: vectors of different ids never mix. */
export type Embedder = {
  readonly id: string;
  readonly dimensions: number;
  embed(texts: MaskedText[], signal?: AbortSignal): Promise<number[][]>;
};
