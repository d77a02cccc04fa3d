import { describe, expect, it } from 'vitest';
import type { RoutingRules } from '../../../../backend/contract/routing-rules.ts';
import { someRules } from '../../../test/some-routing.ts';
import { changesBetween } from './changes.ts';

const kinds = (before: RoutingRules, after: RoutingRules) => changesBetween(before, after).map(({ kind }) => kind);

describe('what changed between two versions', () => {
  const before = someRules();
  const [vip, japan] = before.rules;
  if (!vip || !japan) throw new Error('There are two rules');

  it('is nothing between the same', () => {
    expect(kinds(before, someRules())).toEqual([]);
  });

  it('tells rules that are new, gone, different, muted or elsewhere', () => {
    const fresh = { ...vip, id: 'fresh' };
    expect(changesBetween(before, someRules({ rules: [vip, fresh] }))).toEqual([
      { kind: 'ruleAdded', rule: fresh },
      { kind: 'ruleRemoved', rule: japan },
    ]);
    expect(kinds(before, someRules({ rules: [{ ...vip, set: { team: 'other' } }, japan] }))).toEqual(['ruleChanged']);
    expect(kinds(before, someRules({ rules: [{ ...vip, muted: true }, japan] }))).toEqual(['ruleMuted']);
    expect(kinds(someRules({ rules: [{ ...vip, muted: true }, japan] }), before)).toEqual(['ruleUnmuted']);
    expect(kinds(before, someRules({ rules: [japan, vip] }))).toEqual(['order']);
  });

  it('names categories, business hours and teams, and says that the rest differs', () => {
    const { billing, technical } = before.categories;
    if (!billing || !technical) throw new Error('There are two categories');
    const office = { timeZone: 'UTC', hours: { mon: [['09:00', '17:00'] as [string, string]] }, holidays: [] };
    const after = someRules({
      categories: { billing: { ...billing, team: 'other' }, technical, legal: billing },
      schedules: { office },
      teams: { tech_support: { schedule: 'office' } },
      assignment: { enabled: true, maxOpen: 20, agents: {} },
    });
    expect(changesBetween(before, after)).toEqual([
      { kind: 'categoryAdded', names: ['legal'] },
      { kind: 'categoryChanged', names: ['billing'] },
      { kind: 'scheduleAdded', names: ['office'] },
      { kind: 'teamAdded', names: ['tech_support'] },
      { kind: 'assignment' },
    ]);
  });
});
