import { readFileSync } from 'node:fs';
import type { Model } from './model.ts';
import { unpackModel } from './pack-model.ts';

export const SHIPPED_MODEL = new URL('./shipped-model.bin', import.meta.url);

/** The model that ships: learned from `examples/` by `npm run train`. */
export const loadShippedModel = (): Model => unpackModel(readFileSync(SHIPPED_MODEL));
