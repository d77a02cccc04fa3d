import { describe, expect, it } from 'vitest';
import type { FieldChange } from '../../ports/ticket.ts';
import { historyMatters, overSince, staysOf } from './statuses.ts';

const became = (to: string, at: string): FieldChange => ({ at, by: 'agent', field: 'status', from: null, to });
const at = (minute: string): string => `2026-01-05T${minute}:00Z`;
const ms = (minute: string): number => Date.parse(at(minute));

describe('a ticket and its history, read one after the other', () => {
  it('was changed in between: the history knows', () => {
    const history = [became('new', at('10:00')), became('open', at('12:00')), became('solved', at('13:00'))];
    const stays = staysOf({ status: 'open', updatedAt: at('12:00') }, history);
    expect(stays).toEqual([
      { status: 'new', from: ms('10:00'), to: ms('12:00') },
      { status: 'open', from: ms('12:00'), to: ms('13:00') },
      { status: 'solved', from: ms('13:00'), to: null },
    ]);
    expect(overSince(stays)).toBe(ms('13:00'));
  });

  it('is further than a history that lags behind, or is not known', () => {
    const pending = { status: 'pending', updatedAt: at('12:00') };
    expect(staysOf(pending, [became('new', at('10:00'))])).toEqual([
      { status: 'new', from: ms('10:00'), to: ms('12:00') },
      { status: 'pending', from: ms('12:00'), to: null },
    ]);
    expect(staysOf(pending, [])).toEqual([{ status: 'pending', from: ms('12:00'), to: null }]);
  });
});

it.each<[string, boolean, boolean]>([
  ['new', true, false],
  ['open', true, true],
  ['pending', true, true],
  ['open', false, false],
  ['pending', false, false],
  ['solved', false, true],
])('asks for the history of a ticket that is %s, with a resolution promised: %s → %s', (status, promised, asks) => {
  expect(historyMatters({ status }, promised)).toBe(asks);
});
