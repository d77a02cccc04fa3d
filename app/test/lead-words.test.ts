import { first } from 'virtual:page-words';
import { parseSync } from 'oxc-parser';
import { describe, expect, it } from 'vitest';
import { LEAD_PAGES } from '../overview/lead-pages.ts';

const sources = import.meta.glob<string>(['../**/*.{ts,tsx}', '!../**/*.test.{ts,tsx}', '!../test/**'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

type Node = Record<string, unknown> & { type?: string };

function* nodes(node: unknown): Generator<Node> {
  if (Array.isArray(node)) for (const each of node) yield* nodes(each);
  else if (typeof node === 'object' && node !== null) {
    yield node as Node;
    yield* nodes(Object.values(node));
  }
}

const parsed = (path: string) => [...nodes(parseSync(path, sources[path] ?? '').program)];

/** What a file needs at once; what it only loads later has its words with it. */
function importsOf(path: string): string[] {
  return parsed(path).flatMap(({ type, source, importKind, exportKind }) => {
    const isNeeded = type === 'ImportDeclaration' || type?.startsWith('Export');
    const from = (source as Node | null | undefined)?.value;
    if (!isNeeded || importKind === 'type' || exportKind === 'type' || typeof from !== 'string') return [];
    const { pathname } = new URL(from, `file:///app/test/${path}`);
    return Object.keys(sources).filter((each) => new URL(each, 'file:///app/test/').pathname === pathname);
  });
}

function reached(paths: readonly string[], seen = new Set<string>()): Set<string> {
  for (const path of paths.filter((each) => !seen.has(each))) reached(importsOf(path), seen.add(path));
  return seen;
}

/** Keys, or their beginnings, that a file asks words for. */
function keysIn(path: string): string[] {
  return parsed(path).flatMap((node) => {
    const callee = node.callee as Node | undefined;
    if (node.type !== 'CallExpression' || !/^(t|name)$/.test(String(callee?.name))) return [];
    const [key] = node.arguments as Node[];
    return [...nodes(key)].flatMap(({ type, value }) => {
      const text = type === 'TemplateElement' ? (value as { cooked: string }).cooked : type === 'Literal' ? value : '';
      return typeof text === 'string' && /^[a-z]\w*\./i.test(text) ? [text.replace(/\.[^.]*$/, '')] : [];
    });
  });
}

const { words } = (await first.en?.()) ?? { words: {} };
const isKnown = (key: string) =>
  key.split('.').reduce<unknown>((node, part) => (node as Node | undefined)?.[part], words) !== undefined;
const frame = ['../overview/Overview.tsx', ...reached(['../overview/Overview.tsx'])];
const ofPage = (id: string) => Object.keys(sources).filter((path) => path.startsWith(`../overview/pages/${id}/`));

describe('words of the first part', () => {
  it('are all that the frame says', () => {
    expect(frame.flatMap(keysIn).length).toBeGreaterThan(5);
    expect(frame.flatMap(keysIn).filter((key) => !isKnown(key))).toEqual([]);
  });

  it.each(LEAD_PAGES.map(({ id }) => id))('are all that the page %s says', (id) => {
    expect(ofPage(id).length).toBeGreaterThan(0);
    expect([...reached(ofPage(id))].flatMap(keysIn).filter((key) => !isKnown(key))).toEqual([]);
  });

  it("are not all that an admin's page says", () => {
    expect(
      ofPage('routing')
        .flatMap(keysIn)
        .some((key) => !isKnown(key)),
    ).toBe(true);
  });
});
