import { screen, within } from '@testing-library/react';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Escalations } from '../../../../backend/contract/overview.ts';
import { someEscalations } from '../../../test/lead-samples.ts';
import { renderOverview } from '../../../test/render-overview.tsx';
import { catchFiles } from '../../../test/saved-files.ts';
import { sorted } from './sorted.ts';

const openEscalations = (view: () => Escalations, at = 'escalations') =>
  renderOverview({ at, backend: (fake) => void Object.assign(fake.answers, { readEscalations: view }) });
const names = async () =>
  (await screen.findAllByRole('rowheader')).map(({ firstChild }) => firstChild?.textContent ?? '');

describe('the page about escalations', () => {
  it('shows each reason by name, how often people agreed, and how sure that is', async () => {
    openEscalations(() => someEscalations());
    const row = within(await screen.findByRole('row', { name: /^Angry tone/ }));
    expect(row.getAllByRole('cell').map(({ textContent }) => textContent)).toEqual([
      '61',
      '55.6%30 of 54; likely between 42.4% and 68%.',
      '36%9 of 25; likely between 20.2% and 55.5%.',
    ]);
    expect(screen.getByText(/^143 tickets were escalated/)).toBeTruthy();
  });

  it('marks what few decisions say, and says nothing of none', async () => {
    openEscalations(() => someEscalations());
    expect(
      within(await screen.findByRole('row', { name: /^Lawyer or court/ })).getAllByText(/Few decisions/),
    ).toHaveLength(2);
    const risk = within(screen.getByRole('row', { name: /^Risk seen by the model/ }));
    expect(risk.getAllByText('Nobody has decided yet')).toHaveLength(2);
    expect(within(screen.getByRole('row', { name: /^Top urgency/ })).queryByText(/Few decisions/)).toBeNull();
    expect(screen.queryByText('Chargeback')).toBeNull();
  });

  it('sorts by how often, or by how wrong, and remembers it in the address', async () => {
    const { user } = openEscalations(() => someEscalations());
    expect((await names()).slice(0, 3)).toEqual(['Angry tone', 'Top urgency', 'Threat to cancel']);
    await user.click(screen.getByRole('button', { name: 'Most often wrong first' }));
    expect((await names()).slice(0, 2)).toEqual(['Waiting too long', 'Angry tone']);
    expect(window.location.hash).toBe('#/escalations?order=wrong');
  });

  it('says what will appear', async () => {
    openEscalations(() => someEscalations({ rules: [], flagged: 0 }));
    expect(await screen.findByText('No escalation in these days')).toBeTruthy();
  });

  it('saves what is shown, in its order', async () => {
    const { lines: readLines } = catchFiles();
    const { user } = openEscalations(() => someEscalations(), 'escalations?order=wrong');
    await user.click(await screen.findByRole('button', { name: 'Download CSV' }));
    const lines = await readLines();
    expect(lines[1]).toMatch(/^signal,waiting,22,19,8,0\.23\d*,0\.63\d*,11,3$/);
  });
});

it('an order loses no rule, and puts none that was right each time before one that surely was not', () => {
  const rule = fc.record({ fired: fc.nat(99), decided: fc.nat(50), wrong: fc.nat(50) }).map((each) => ({
    ...{ layer: 'signal' as const, rule: 'legal', fired: each.fired, decided: each.decided },
    ...{ agreed: Math.max(0, each.decided - each.wrong), decidedAlone: 0, agreedAlone: 0 },
  }));
  fc.assert(
    fc.property(fc.array(rule, { maxLength: 9 }), (rules) => {
      const order = sorted(rules, 'wrong');
      expect(new Set(order)).toEqual(new Set(rules));
      const isWrong = order.map(({ decided, agreed }) => agreed < decided);
      expect(isWrong).toEqual([...isWrong].sort((one, other) => Number(other) - Number(one)));
    }),
  );
});
