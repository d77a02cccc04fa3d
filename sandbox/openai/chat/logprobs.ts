import { chatTokens, textOf } from '../tokens.ts';
import type { Completion } from './complete.ts';

type TokenLogprob = { token: string; logprob: number; bytes: number[] };

/** Other things a model might have written, where the rules had no second choice. */
const FILLERS = [
  ' the',
  ' a',
  ',',
  ' is',
  '"',
  ' to',
  '.',
  ' and',
  ' of',
  ' in',
  '\n',
  ' for',
  ':',
  ' on',
  ' not',
  ' we',
  ' you',
  ' it',
  ' at',
  ' be',
];
const SURE = -0.0001;

function entry(bytes: Uint8Array, logprob: number): TokenLogprob {
  const text = textOf([bytes]);
  const whole = new TextEncoder().encode(text).length === bytes.length;
  const token = whole ? text : [...bytes].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
  return { token, logprob: Math.max(-9999, logprob), bytes: [...bytes] };
}

/** Where the value of `category` begins in the content, counted in bytes; -1 when there is none. */
function categoryOffset(content: string, category: string): number {
  const match = /"[^"]*category"\s*:\s*"/i.exec(content);
  const start = match ? match.index + match[0].length : -1;
  return start >= 0 && content.startsWith(category, start) ? Buffer.byteLength(content.slice(0, start)) : -1;
}

function alternatives(chosen: TokenLogprob, others: TokenLogprob[], count: number): TokenLogprob[] {
  const fillers = FILLERS.map((word, index) => entry(new TextEncoder().encode(word), -9 - index / 4));
  const byToken = new Map([...fillers, ...others, chosen].map((one) => [one.token, one]));
  return [...byToken.values()].sort((one, other) => other.logprob - one.logprob).slice(0, count);
}

/** Log probabilities per token; at the category they are those of the rules' candidates, elsewhere the stand-in is sure. */
export function logprobsOf({ content, tokens, answerer }: Completion, count: number) {
  const candidates = answerer.reading.candidates.filter(({ confidence }) => confidence > 0);
  const offset = categoryOffset(content ?? '', candidates[0]?.category ?? '');
  const rivals = candidates.slice(1).flatMap(({ category, confidence }) =>
    chatTokens(category)
      .slice(0, 1)
      .map((bytes) => entry(bytes, Math.log(confidence))),
  );
  let position = 0;
  return {
    content: tokens.map((bytes) => {
      const decides = offset >= position && offset < position + bytes.length;
      position += bytes.length;
      const chosen = entry(bytes, decides ? Math.log(candidates[0]?.confidence ?? 1) : SURE);
      return { ...chosen, top_logprobs: alternatives(chosen, decides ? rivals : [], count) };
    }),
    refusal: null,
  };
}
