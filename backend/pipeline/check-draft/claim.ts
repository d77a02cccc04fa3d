import type { Struck } from '../../contract/triage.ts';

/** Something that a sentence says and that somebody has to have said before. */
export type Claim = {
  /** Why the sentence is struck when nobody has. */
  reason: Struck;
  /** What it says, in a form that every spelling and language shares; any of them will do. */
  keys: readonly string[];
  /** Of a figure its bare value. */
  value?: string;
  /** Whether the figure stands without a unit. */
  bare?: boolean;
  /** Of a promise the telling words of its sentence: whoever supports it speaks of the same matter. */
  matter?: ReadonlySet<string>;
  /** What else may be said where this is. */
  implies?: readonly string[];
};

/** A text that is read for what it claims; languages decide what ambiguous words mean. */
export type Statement = { text: string; language: string };
