import { isUnspaced, normalise, type Token } from './tokens.ts';

/** A cue found in the tokens `from` … `to` (inclusive). */
export type CueHit = { cue: string; from: number; to: number };

type Node = { next: Map<string, Node>; fallback: Node | null; ends: { cue: string; length: number }[] };

const createNode = (): Node => ({ next: new Map(), fallback: null, ends: [] });

/** Finds every stem of a lexicon in one pass (Aho–Corasick), however long the text. */
export function createCueMatcher(lexicon: Record<string, readonly string[]>): (tokens: Token[]) => CueHit[] {
  const root = createNode();
  for (const [cue, lines] of Object.entries(lexicon)) {
    for (const stem of lines.flatMap((line) => line.split('|'))) plant(root, toPattern(stem), cue);
  }
  linkFallbacks(root);
  return (tokens) => walk(root, tokens);
}

function toPattern(stem: string): string {
  const spelled = normalise(stem.replace(/^~/, '').replace(/\.$/, ''));
  const start = stem.startsWith('~') || isUnspaced(spelled) ? '' : ' ';
  return start + spelled + (stem.endsWith('.') && !isUnspaced(spelled) ? ' ' : '');
}

function plant(root: Node, pattern: string, cue: string): void {
  let node = root;
  for (const char of pattern) {
    const next = node.next.get(char) ?? createNode();
    node.next.set(char, next);
    node = next;
  }
  node.ends.push({ cue, length: pattern.length });
}

function linkFallbacks(root: Node): void {
  const queue = [root];
  for (const node of queue) {
    for (const [char, child] of node.next) {
      let fallback = node.fallback;
      while (fallback && !fallback.next.has(char)) fallback = fallback.fallback;
      child.fallback = fallback?.next.get(char) ?? root;
      child.ends.push(...child.fallback.ends);
      queue.push(child);
    }
  }
}

function walk(root: Node, tokens: Token[]): CueHit[] {
  const { text, owners } = join(tokens);
  const hits: CueHit[] = [];
  let node = root;
  let position = 0;
  for (const char of text) {
    while (!node.next.has(char) && node.fallback) node = node.fallback;
    node = node.next.get(char) ?? root;
    position += char.length;
    for (const { cue, length } of node.ends) {
      hits.push({ cue, from: owners[position - length + 1] ?? 0, to: owners[position - 2] ?? 0 });
    }
  }
  return hits;
}

/** Tokens as one line, a space before each that does not follow on without one; `owners` tells whose each character is. */
function join(tokens: Token[]): { text: string; owners: number[] } {
  const owners: number[] = [];
  let text = '';
  tokens.forEach((token, index) => {
    const glued = tokens[index - 1]?.end === token.start && isUnspaced(token.text);
    text += (glued ? '' : ' ') + token.text.replaceAll("'", ' ');
    while (owners.length < text.length) owners.push(index);
  });
  return { text: `${text} `, owners };
}
