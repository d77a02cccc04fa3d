import { describe, expect, it } from 'vitest';
import { someRules } from '../../../test/some-routing.ts';
import { added, duplicated, having, moved, removed } from './rule-list.ts';

const { rules } = someRules();
const ids = (list: typeof rules) => list.map(({ id }) => id);

describe('a list of rules', () => {
  it('moves one up and down', () => {
    expect(ids(moved(rules, 1, 0))).toEqual(['japan', 'vip']);
    expect(ids(moved(rules, 0, 1))).toEqual(['japan', 'vip']);
  });

  it('gives a new one and a copy an id of its own', () => {
    expect(ids(added(added(rules)))).toEqual(['vip', 'japan', 'rule', 'rule-2']);
    expect(ids(duplicated(duplicated(rules, 0), 0))).toEqual(['vip', 'vip-3', 'vip-2', 'japan']);
  });

  it('takes one away', () => {
    expect(ids(removed(rules, 0))).toEqual(['japan']);
  });

  it('leaves out what is undefined', () => {
    expect(having<{ a: number; b?: number | undefined }>({ a: 1, b: 2 }, { b: undefined })).toEqual({ a: 1 });
  });
});
