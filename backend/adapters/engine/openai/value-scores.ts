import type { Score } from '../../../ports/engine.ts';

/** A token of the answer with the likeliest tokens in its place, the chosen one among them or not. */
export type TokenLogprob = { token: string; logprob: number; top_logprobs: { token: string; logprob: number }[] };

type Placed = TokenLogprob & { start: number; end: number };

const place = (tokens: readonly TokenLogprob[]): Placed[] => {
  let at = 0;
  return tokens.map((token) => {
    const start = at;
    at += token.token.length;
    return { ...token, start, end: at };
  });
};

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

/**
 * How probable each value of an enum was to the model, from the log-probabilities of the tokens that spell the one it
 * chose: at each token the alternatives lead to other values. Likeliest first, summing to 1; null when the answer came
 * without log-probabilities or they do not spell the content.
 */
export function valueScores<Value extends string>(
  content: string,
  tokens: readonly TokenLogprob[],
  key: string,
  values: readonly Value[],
): Score<Value>[] | null {
  const placed = place(tokens);
  const start = valueAt(content, key);
  if (start === null || placed.map(({ token }) => token).join('') !== content) return null;
  const chosen = values.find((value) => content.startsWith(`${value}"`, start));
  if (chosen === undefined) return null;
  const end = start + chosen.length + 1;
  const scores = new Map(values.map((value) => [value, 0]));
  let path = 1;
  for (const token of placed.filter((one) => one.end > start && one.start < end)) {
    // A token may begin before the value, such as `":"bill`: its rivals are compared from there on.
    const lead = content.slice(token.start, Math.max(token.start, start));
    const before = content.slice(start, Math.max(token.start, start));
    for (const other of token.top_logprobs) {
      if (other.token === token.token || !other.token.startsWith(lead)) continue;
      const said = other.token.slice(lead.length);
      if (said) share(scores, before, said, path * Math.exp(other.logprob));
    }
    path *= Math.exp(token.logprob);
  }
  scores.set(chosen, (scores.get(chosen) ?? 0) + path);
  const total = [...scores.values()].reduce((sum, one) => sum + one, 0);
  if (!(total > 0)) return null;
  return [...scores]
    .map(([value, probability]) => ({ value, probability: probability / total }))
    .sort((a, b) => b.probability - a.probability || Number(b.value === chosen) - Number(a.value === chosen));
}
