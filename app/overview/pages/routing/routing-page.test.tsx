import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { DryRun } from '../../../../backend/contract/routing.ts';
import type { RoutingRules } from '../../../../backend/contract/routing-rules.ts';
import { Refusal } from '../../../test/fake-backend.ts';
import { renderOverview } from '../../../test/render-overview.tsx';
import { holdRules, sentRules, someRules } from '../../../test/some-routing.ts';

async function renderRouting(...versions: RoutingRules[]) {
  const view = renderOverview({
    at: 'routing',
    backend: (fake) => holdRules(fake, ...(versions.length > 0 ? versions : [someRules()])),
  });
  await screen.findByRole('heading', { level: 2, name: 'Rules' });
  return view;
}

const card = (name: string) => screen.getByRole('listitem', { name });
const press = (name: string, inside: string) => within(card(inside)).getByRole('button', { name });
const before = {
  team: 'billing_support',
  sureTeam: false,
  escalationTeam: null,
  slaHours: 4,
  dueAt: '2026-03-02T14:00:00.000Z',
  resolutionHours: null,
  skills: [],
  watchers: [],
};
const tried = (parts: Partial<DryRun> = {}): DryRun => ({
  basedOn: 1,
  lookedAt: 80,
  more: false,
  unknown: 0,
  flipped: 1,
  flips: [
    {
      triageId: '0f8fad5b-d9cb-469f-a165-70867728950e',
      ticketId: '4711',
      before,
      after: { ...before, team: 'vip_support', slaHours: 1, dueAt: '2026-03-02T11:00:00.000Z' },
    },
  ],
  nextSkip: null,
  fired: [{ rule: 'vip', count: 12 }],
  ...parts,
});

describe('routing', () => {
  it('says each rule as a sentence, and takes a new one without anybody seeing JSON', async () => {
    const { backend, user } = await renderRouting();
    expect(card('vip').textContent).toContain(
      'When category is Billing and tag is vip: team vip_support and reply within 1 hr',
    );

    await user.click(screen.getByRole('button', { name: 'Add a rule' }));
    const rule = within(card('rule'));
    await user.selectOptions(rule.getByLabelText('One more condition'), 'Urgency');
    await user.click(rule.getAllByRole('button', { name: 'Add' })[0] as HTMLElement);
    await user.click(rule.getByRole('checkbox', { name: 'P1' }));
    await user.selectOptions(rule.getByLabelText('One more thing to do'), 'Watchers');
    await user.click(rule.getAllByRole('button', { name: 'Add' })[1] as HTMLElement);
    await user.type(rule.getByLabelText('Watchers'), 'ada@example.com');
    expect(card('rule').textContent).toContain('When urgency is P1: watchers ada@example.com');

    await user.click(screen.getByRole('button', { name: 'Save changes' }));
    await screen.findByText('Saved.');
    const fresh = { id: 'rule', when: { urgency: ['P1'] }, set: { watchers: ['ada@example.com'] } };
    expect(sentRules(backend).rules).toEqual([...someRules().rules, fresh]);
  });

  it('moves a rule by keyboard and keeps the focus on it', async () => {
    const { backend, user } = await renderRouting();
    await user.click(press('Move up', 'japan'));
    expect(document.activeElement).toBe(press('Move down', 'japan'));
    expect(screen.getByText('The rules stand in another order.')).toBeTruthy();
    await user.click(press('Mute', 'japan'));
    await user.click(screen.getByRole('button', { name: 'Save changes' }));
    await screen.findByText('Saved.');
    expect(sentRules(backend).rules.map(({ id, muted }) => [id, muted])).toEqual([
      ['japan', true],
      ['vip', undefined],
    ]);
  });

  it('shows every fault beside its rule before the backend is asked, and what only the backend knows after', async () => {
    const { backend, user } = await renderRouting();
    await user.click(press('Edit', 'japan'));
    await user.clear(within(card('japan')).getByLabelText('Team'));
    const hours = screen.getByLabelText('Hours to the first reply, P1: Billing');
    await user.clear(hours);
    await user.click(screen.getByRole('button', { name: 'Save changes' }));
    await screen.findByText('Not saved. Please correct:');
    expect(backend.called('changeRouting')).toEqual([]);
    expect(within(card('japan')).getByLabelText('Team').getAttribute('aria-invalid')).toBe('true');
    expect(hours.getAttribute('aria-invalid')).toBe('true');

    await user.type(hours, '2');
    await user.type(within(card('japan')).getByLabelText('Team'), 'tokyo');
    await user.type(within(card('japan')).getByLabelText('Note'), 'x');
    backend.answers.changeRouting = () =>
      new Refusal(400, 'bad_request', 'rules.0.when.category.0: billing: there is no such category');
    await user.click(screen.getByRole('button', { name: 'Save changes' }));
    expect(await within(card('vip')).findByText('billing: there is no such category')).toBeTruthy();
  });

  it('tries the edited rules on the past: what flips, and how often each fires', async () => {
    const { backend, user } = await renderRouting();
    backend.answers.dryRunRouting = () => tried();
    await user.click(screen.getByRole('button', { name: 'Try on the last 30 days' }));
    const table = within(await screen.findByRole('table', { name: 'Tickets that come out differently' }));
    expect(table.getByRole('link', { name: '#4711' }).getAttribute('href')).toBe(
      'https://acme.zendesk.com/agent/tickets/4711',
    );
    expect(table.getAllByRole('cell').map(({ textContent }) => textContent)).toEqual([
      'Team: billing_supportFirst reply: 4 hr',
      'Team: vip_supportFirst reply: 1 hr',
    ]);
    expect(screen.getByText('Would fire for 12 tickets')).toBeTruthy();
    expect(screen.getByText('Would fire for 0 tickets')).toBeTruthy();
    expect(backend.called('dryRunRouting')[0]?.query).toEqual({ days: 30, limit: 5_000, skip: 0 });

    await user.click(press('Mute', 'japan'));
    expect(screen.getByText(/The rules were edited after this try/)).toBeTruthy();
    expect(screen.queryByText('Would fire for 12 tickets')).toBeNull();
  });

  it('says when nothing would change, and why it could not be tried', async () => {
    const { backend, user } = await renderRouting();
    backend.answers.dryRunRouting = () => tried({ flipped: 0, flips: [] });
    await user.click(screen.getByRole('button', { name: 'Try on the last 30 days' }));
    await screen.findByText('Nothing would change: all 80 tickets come out the same.');
    backend.answers.dryRunRouting = () =>
      new Refusal(400, 'bad_request', 'rules.1.when.language.0: there is no language xx');
    await user.click(screen.getByRole('button', { name: 'Try on the last 30 days' }));
    expect(await within(card('japan')).findByText('there is no language xx')).toBeTruthy();
  });

  it('tells in words what an earlier version had that is otherwise now', async () => {
    const { rules } = someRules();
    const { user } = await renderRouting(someRules({ rules: rules.slice(1) }), someRules());
    await user.click(screen.getByText('Compare with an earlier version'));
    expect(await screen.findByText('Rule vip is new.')).toBeTruthy();
  });
});
