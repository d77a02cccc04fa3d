import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const read = (file: string): string => readFileSync(file, 'utf8');
const sources = (pattern: string): string =>
  globSync(pattern)
    .filter((file) => !file.endsWith('.test.ts'))
    .map(read)
    .join('\n');

/** `/api/v2/tickets/${id}.json?include=users` and `/api/v2/tickets/{id}.json` are the same call. */
const nameOf = (path: string): string => path.replaceAll(/\$?\{[^}]*\}/g, '{}').replace(/[?#].*/, '');
const callsIn = (text: string): string[] => [
  ...new Set([...text.matchAll(/[`' ](\/(?:api|oauth)\/[^`'\s]+)/g)].map(([, path]) => nameOf(path ?? ''))),
];

describe('what reviewers are told', () => {
  const review = read('docs/review.md');

  it('names every call to Zendesk', () => {
    const called = callsIn(sources('backend/adapters/helpdesk/zendesk/*.ts'));
    expect(called).toContain('/api/v2/tickets/{}.json');
    const told = callsIn(review);
    expect(called.filter((path) => !told.includes(path))).toEqual([]);
  });

  it('names every scope', () => {
    const scopes =
      sources('backend/adapters/helpdesk/zendesk/*.ts').match(/'(?:read|write|\w+:(?:read|write))'/g) ?? [];
    expect(scopes.length).toBeGreaterThan(2);
    expect(scopes.filter((scope) => !review.includes(`\`${scope.slice(1, -1)}\``))).toEqual([]);
  });
});

describe('what customers are told', () => {
  it('names every table', () => {
    const privacy = read('docs/privacy.md');
    const migrations = sources('backend/adapters/store/postgres/migrations/*.sql');
    const names = (command: string) => [...migrations.matchAll(new RegExp(`${command} TABLE (\\w+)`, 'g'))];
    const dropped = new Set(names('DROP').map(([, name]) => name));
    const kept = names('CREATE').flatMap(([, name = '']) => (dropped.has(name) ? [] : name));
    expect(kept).toContain('triage');
    expect(kept.filter((name) => !privacy.includes(`\`${name}\``))).toEqual([]);
  });
});

describe('the threat model', () => {
  it('names proofs that exist, or says that they are to come', () => {
    const proofs = [...read('docs/threat-model.md').matchAll(/`([^`]+\.test\.tsx?)`( \(to come\))?/g)];
    expect(proofs.length).toBeGreaterThan(20);
    const missing = proofs.filter(([, file = '', toCome]) => !toCome && !existsSync(file));
    expect(missing.map(([, file]) => file)).toEqual([]);
  });
});
