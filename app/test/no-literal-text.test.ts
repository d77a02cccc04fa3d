import { parseSync } from 'oxc-parser';
import { describe, expect, it } from 'vitest';

const sources = import.meta.glob<string>(['../**/*.tsx', '!../**/*.test.tsx', '!../test/**'], {
  query: '?raw',
  import: 'default',
  eager: true,
});
const SPOKEN = new Set(['aria-label', 'title', 'label', 'alt', 'placeholder', 'text']);

type Node = { type?: string; value?: unknown; name?: { name?: string } };

function literals(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(literals);
  if (typeof node !== 'object' || node === null) return [];
  const { type, value, name } = node as Node;
  if (type === 'JSXText') return /\p{L}/u.test(String(value)) ? [String(value).trim()] : [];
  const said = type === 'JSXAttribute' && SPOKEN.has(name?.name ?? '') ? (value as Node | null) : null;
  if (said?.type === 'Literal' && !/^[a-z]+\.[a-z]+$/i.test(String(said.value))) return [String(said.value)];
  return Object.values(node).flatMap(literals);
}

describe('components', () => {
  it.each(Object.entries(sources))('%s says nothing that is not translated', (path, source) => {
    expect(literals(parseSync(path, source).program)).toEqual([]);
  });
});
