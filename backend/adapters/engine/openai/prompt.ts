import type { MaskedText } from '../../../ports/engine.ts';
import { withoutTags } from './tags.ts';

class Words {
  readonly #text: string;
  constructor(text: string) {
    this.#text = text;
  }
  toString(): string {
    return this.#text;
  }
}

/** What a model is told: our own words, and of others' only masked ones, which can open no tag. Only this file makes one. */
export type Prompt = Words;

/** A string is one of a closed set when its type names each value: neither `string` nor a pattern does. */
type OneOfASet<Value extends string> = Value extends string
  ? Record<never, never> extends Record<Value, 1>
    ? never
    : Value
  : never;
type Slot<Value> = Value extends MaskedText | Prompt | number ? Value : Value extends string ? OneOfASet<Value> : never;

/** A text of which only the slots come from elsewhere; what is neither masked nor of a closed set does not compile. */
export function prompt<const Slots extends readonly (string | number | Prompt)[]>(
  words: TemplateStringsArray,
  ...slots: Slots & { readonly [Index in keyof Slots]: Slot<Slots[Index]> }
): Prompt {
  const filled = slots.map((slot) => (slot instanceof Words ? String(slot) : withoutTags(String(slot))));
  return new Words(words.map((text, index) => text + (filled[index] ?? '')).join(''));
}

export const joined = (prompts: readonly Prompt[], between: '\n' | '\n\n' | ' '): Prompt =>
  new Words(prompts.join(between));

const CODE = /^[a-z][a-z0-9_-]{0,47}$/i;

/** A language or category, which has room for no words. */
export const code = (value: string, otherwise: 'und' | 'other'): Prompt =>
  new Words(CODE.test(value) ? value : otherwise);

/** Words of the tenant's own configuration, which no customer writes and no masker reads. */
export const configured = (words: string): Prompt => new Words(withoutTags(words));
