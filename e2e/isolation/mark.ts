import type { Asked } from './asking.ts';

/** A word that stands in one account alone, and what its ids are made of. `versions`: of its settings and of its rules. */
export type Mark = { word: string; digits: string; versions: number };

/** What its admin asks; throws for a refusal. */
export type Calls = { post<T>(path: string, body?: unknown): Promise<T>; call<T>(asked: Asked): Promise<T> };
