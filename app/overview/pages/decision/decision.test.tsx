import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { DecisionView } from '../../../../backend/contract/admin.ts';
import { Refusal } from '../../../test/fake-backend.ts';
import { renderOverview } from '../../../test/render-overview.tsx';

const ID = '7b1c9d3e-0000-4000-8000-000000000001';
const aDecision = (differs: string[]): DecisionView => ({
  triageId: ID,
  ticketId: '42',
  decidedBy: 'builtin',
  decidedWhy: 'fallback',
  model: null,
  promptVersion: null,
  taxonomyVersion: 't-1',
  tried: [
    { engine: 'openai:gpt-5-mini', outcome: 'timeout' },
    { engine: 'builtin', outcome: 'answered' },
  ],
  rules: ['vip-billing'],
  record: { scores: { billing: 0.9 } },
  replay: { same: differs.length === 0, differs },
});

async function lookUp(answer: () => DecisionView | Refusal) {
  const { user } = renderOverview({
    at: 'decision',
    backend: (fake) => {
      fake.answers.readDecision = answer;
    },
  });
  await user.type(await screen.findByLabelText('Ticket number or triage id'), `${ID}{Enter}`);
}

describe('the page that looks a decision up', () => {
  it('says who decided, why, who was asked before, and that it comes out the same again', async () => {
    await lookUp(() => aDecision([]));
    expect(await screen.findByText('Those before it failed')).toBeTruthy();
    expect(screen.getByRole('row', { name: /openai:gpt-5-mini/ }).textContent).toContain('No answer in time');
    expect(screen.getByText('Decided again from what was kept: the same.')).toBeTruthy();
    expect(screen.getByText('vip-billing')).toBeTruthy();
  });

  it('says which part comes out differently', async () => {
    await lookUp(() => aDecision(['routing']));
    expect(await screen.findByText('Decided again from what was kept, this differs: routing')).toBeTruthy();
  });

  it('finds the newest decision on a ticket by its number, and those before it', async () => {
    const OLDER = ID.replace(/1$/, '2');
    const asked: unknown[] = [];
    const { user } = renderOverview({
      at: 'decision',
      backend: (fake) => {
        const at = '2026-03-02T13:18:00.000Z';
        fake.answers.findDecisions = () => ({
          decisions: [ID, OLDER].map((triageId) => ({ triageId, at, category: 'billing', urgency: 'P2' })),
        });
        fake.answers.readDecision = ({ id }) => {
          asked.push(id);
          return aDecision(id === ID ? [] : ['routing']);
        };
      },
    });
    await user.type(await screen.findByLabelText('Ticket number or triage id'), '#42{Enter}');
    expect(await screen.findByText('Decided again from what was kept: the same.')).toBeTruthy();
    const [, older] = screen.getAllByRole('row').filter((row) => row.textContent?.includes('P2'));
    await user.click(within(older as HTMLElement).getByRole('button', { name: 'Look up' }));
    expect(await screen.findByText(/this differs: routing/)).toBeTruthy();
    expect(asked).toEqual([ID, OLDER]);
  });

  it('says that there is no such decision', async () => {
    await lookUp(() => new Refusal(404, 'not_found', 'There is no such triage.'));
    expect((await screen.findByRole('alert')).textContent).toContain('There is no such triage.');
  });
});
