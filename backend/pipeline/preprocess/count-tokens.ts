import { createRequire } from 'node:module';

type Encoding = { countTokens(text: string, options: { disallowedSpecial: Set<string> }): number };
type Mapping = { modelToEncodingMap: Record<string, string>; DEFAULT_ENCODING: string };

const require = createRequire(import.meta.url);
/** What looks like a control token in a customer's text is text. */
const AS_TEXT = { disallowedSpecial: new Set<string>() };
const encodings = new Map<string, Encoding>();

/** How many tokens a text is for a model; of one that the tokenizer does not know, as for OpenAI's newest. */
export function countTokens(text: string, model = ''): number {
  const encoding = encodings.get(model) ?? loadEncoding(model);
  encodings.set(model, encoding);
  return encoding.countTokens(text, AS_TEXT);
}

/** Loaded when first needed: a tokenizer's table takes a quarter of a second, and most tickets need none. */
function loadEncoding(model: string): Encoding {
  const { modelToEncodingMap, DEFAULT_ENCODING } = require('gpt-tokenizer/mapping') as Mapping;
  const name = Object.hasOwn(modelToEncodingMap, model) ? modelToEncodingMap[model] : DEFAULT_ENCODING;
  return require(`gpt-tokenizer/encoding/${name}`) as Encoding;
}
