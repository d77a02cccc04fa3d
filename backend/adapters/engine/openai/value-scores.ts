import type { Score } from '../../../ports/engine.ts';

/** `bytes` are of the text itself; of half a character `token` shows them as `\xe3`. */
type Token = { token: string; logprob: number; bytes?: number[] | null | undefined };
/** A token of the answer with the likeliest tokens in its place, the chosen one among them or not. */
export type TokenLogprob = Token & { top_logprobs: Token[] };

type Placed = TokenLogprob & { spelled: string; start: number; end: number };

/** A letter for each byte, so that half a character has a place too. */
const byBytes = (text: string): string => Buffer.from(text).toString('latin1');
const spell = ({ token, bytes }: Token): string => (bytes ? Buffer.from(bytes).toString('latin1') : byBytes(token));

/** The tokens as far as `until`, or null when they do not spell the content to there. */
function place(tokens: readonly TokenLogprob[], content: string, until: number): Placed[] | null {
  const placed: Placed[] = [];
  let at = 0;
  for (const token of tokens) {
    if (at >= until) break;
    const spelled = spell(token);
    const end = at + spelled.length;
    if (content.slice(at, Math.min(end, until)) !== spelled.slice(0, until - at)) return null;
    placed.push({ ...token, spelled, start: at, end });
    at = end;
  }
  return at >= until ? placed : null;
}

/** Where the string value of a key stands in JSON whose keys come in the schema's order, free text after the enums. */
function valueAt(content: string, key: string): number | null {
  const name = content.indexOf(`${JSON.stringify(key)}:`);
  const quote = name < 0 ? -1 : content.indexOf('"', name + key.length + 3);
  return quote < 0 ? null : quote + 1;
}

/** Shares a probability among the values that go on with `said` after `before`, in equal parts. */
function share<Value extends string>(scores: Map<Value, number>, before: string, said: string, probability: number) {
  const possible = [...scores.keys()].filter((value) => {
    const whole = `${value}"`;
    const text = before + said;
    return whole.startsWith(text) || text.startsWith(whole);
  });
  for (const value of possible) scores.set(value, (scores.get(value) ?? 0) + probability / possible.length);
}

/** Adds what the rivals of a value's tokens are worth; gives back the probability of the tokens themselves. */
function follow<Value extends string>(
  scores: Map<Value, number>,
  path: readonly Placed[],
  text: string,
  start: number,
) {
  let probability = 1;
  for (const token of path) {
    // A token may begin before the value, such as `":"bill`: its rivals are compared from there on.
    const lead = text.slice(token.start, Math.max(token.start, start));
    const before = text.slice(start, Math.max(token.start, start));
    for (const other of token.top_logprobs) {
      const spelled = spell(other);
      if (spelled === token.spelled || !spelled.startsWith(lead)) continue;
      const said = spelled.slice(lead.length);
      if (said) share(scores, before, said, probability * Math.exp(other.logprob));
    }
    probability *= Math.exp(token.logprob);
  }
  return probability;
}

/**
 * How probable each value of an enum was to the model, from the log-probabilities of the tokens that spell the one it
 * chose: at each token the alternatives lead to other values. The chosen one first, then the likeliest, summing to 1;
 * null when the answer came without log-probabilities or they do not spell the content as far as the value.
 */
export function valueScores<Value extends string>(
  content: string,
  tokens: readonly TokenLogprob[],
  key: string,
  values: readonly Value[],
): Score<Value>[] | null {
  const text = byBytes(content);
  const start = valueAt(text, key);
  if (start === null) return null;
  const chosen = values.find((value) => text.startsWith(`${value}"`, start));
  if (chosen === undefined) return null;
  const path = place(tokens, text, start + chosen.length + 1)?.filter(({ end }) => end > start);
  if (!path) return null;
  const scores = new Map(values.map((value) => [value, 0]));
  const probability = follow(scores, path, text, start);
  scores.set(chosen, (scores.get(chosen) ?? 0) + probability);
  const total = [...scores.values()].reduce((sum, one) => sum + one, 0);
  if (!(total > 0)) return null;
  return [...scores]
    .map(([value, sum]) => ({ value, probability: sum / total }))
    .sort((a, b) => Number(b.value === chosen) - Number(a.value === chosen) || b.probability - a.probability);
}
