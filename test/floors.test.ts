import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FLOORS } from './floors.ts';
import { type Import, listSources, readImports } from './read-imports.ts';

const isTest = (file: string): boolean => /\.test\.tsx?$/.test(file);
const rooms = Object.keys(FLOORS).toSorted((a, b) => b.length - a.length);
const within = (path: string, room: string): boolean => path === room || path.startsWith(`${room}/`);
const roomOf = (file: string): string | undefined => rooms.find((room) => within(file, room));

/** Adapters are walled off from one another by port and vendor: backend/adapters/<port>/<vendor>. */
const adapterOf = (file: string): string | null => file.match(/^backend\/adapters\/[^/]+\/[^/]+/)?.[0] ?? null;

const isOwnFile = (to: string): boolean => /\.[a-z]+$/.test(to) && existsSync(to.split('/')[0] ?? '');
const packageOf = (to: string): string =>
  to.startsWith('@') ? (to.split('/')[0] ?? to) : to.replace(/^(?!node:)([^/]+).*/, '$1');

function fault({ from, to }: Import): string | null {
  const room = roomOf(from);
  const floor = room && FLOORS[room];
  if (!room || !floor) return `${from} is in no room of the table`;
  if (isOwnFile(to)) {
    const allowed = floor.rooms.some((other) => within(to, other));
    const ownAdapter = adapterOf(from) !== null && adapterOf(from) === adapterOf(to);
    const ownRoom = room !== 'backend/adapters' && within(to, room) && roomOf(to) === room;
    return allowed || ownAdapter || ownRoom ? null : `${from} → ${to}`;
  }
  if (floor.packages === 'any') return null;
  return floor.packages.some((name) => name === packageOf(to) || name === to) ? null : `${from} → package ${to}`;
}

const sources = listSources().filter((file) => file.includes('/'));
const shipped = sources.filter((file) => !isTest(file) && !within(file, 'backend/test') && !within(file, 'app/test'));

describe('floors', () => {
  it('has a room for every folder', () => {
    expect(sources.filter((file) => !roomOf(file))).toEqual([]);
  });

  it('lets a room import only what its row allows', () => {
    expect(shipped.flatMap(readImports).map(fault).filter(Boolean)).toEqual([]);
  });

  it('keeps vendors behind their adapters, hono in http and node: out of the app', () => {
    const uses = (name: RegExp) => shipped.filter((file) => readImports(file).some(({ to }) => name.test(to)));
    const inBackend = (files: string[]) => files.filter((file) => file.startsWith('backend/'));
    expect(
      inBackend(uses(/^openai/)).every((file) => /^backend\/adapters\/(engine|embedder)\/openai\//.test(file)),
    ).toBe(true);
    expect(inBackend(uses(/^chromadb/)).every((file) => file.startsWith('backend/adapters/vectors/chroma/'))).toBe(
      true,
    );
    expect(inBackend(uses(/^hono/)).every((file) => file.startsWith('backend/http/'))).toBe(true);
    // What the sidebar is measured against is plain Garden on purpose.
    const outside = uses(/^@zendeskgarden/).filter((file) => !/^(app\/ui|bench\/hello-world)\//.test(file));
    expect(outside).toEqual([]);
    expect(uses(/^node:/).filter((file) => file.startsWith('app/'))).toEqual([]);
  });

  it('has no import cycle', () => {
    const edges = new Map(
      shipped.map((file) => [
        file,
        readImports(file)
          .map(({ to }) => to)
          .filter(isOwnFile),
      ]),
    );
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (file: string, path: string[]): void => {
      if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(' → '));
      else if (!done.has(file)) {
        for (const next of edges.get(file) ?? []) visit(next, [...path, file]);
        done.add(file);
      }
    };
    for (const file of edges.keys()) visit(file, []);
    expect(cycles).toEqual([]);
  });

  it('catches a violation when there is one', () => {
    expect(fault({ from: 'backend/pipeline/x.ts', to: 'backend/adapters/store/postgres/database.ts' })).not.toBeNull();
    expect(
      fault({ from: 'backend/adapters/queue/pg-boss/x.ts', to: 'backend/adapters/store/postgres/x.ts' }),
    ).not.toBeNull();
    expect(fault({ from: 'backend/pipeline/x.ts', to: 'hono' })).not.toBeNull();
    expect(fault({ from: 'app/sidebar/X.tsx', to: 'backend/ports/store.ts' })).not.toBeNull();
    expect(fault({ from: 'attic/x.ts', to: 'zod' })).not.toBeNull();
    expect(fault({ from: 'backend/pipeline/x.ts', to: 'backend/ports/store.ts' })).toBeNull();
  });
});

describe('house style', () => {
  it('reads the environment in main files alone', async () => {
    const { readFileSync } = await import('node:fs');
    const readers = shipped.filter(
      (file) => file.startsWith('backend/') && readFileSync(file, 'utf8').includes('process.env'),
    );
    expect(readers).toEqual(['backend/main.ts']);
  });

  it('keeps every file under 300 lines', async () => {
    const { readFileSync } = await import('node:fs');
    const long = shipped.filter((file) => readFileSync(file, 'utf8').split('\n').length > 300);
    expect(long).toEqual([]);
  });
});
