import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { aTriage } from '../test/a-triage.ts';
import { renderApp } from '../test/render-app.tsx';

describe('the suggested agent', () => {
  const assignee = { agentId: '7', name: '<b>Ana</b>', open: 3, seenThere: true, passedOver: [] };

  it('is named with what they have to do', async () => {
    renderApp((fake) => {
      fake.triages = [aTriage({ assignee })];
    });
    expect(await screen.findByText('Suggested agent: <b>Ana</b> (3 open)')).toBeTruthy();
  });

  it('is missing for a reason', async () => {
    renderApp((fake) => {
      fake.triages = [aTriage({ unassigned: 'away' })];
    });
    expect(await screen.findByText(/^No agent suggested: nobody who could take it/)).toBeTruthy();
  });

  it('is no subject where the account does not ask for agents', async () => {
    renderApp((fake) => {
      fake.triages = [aTriage()];
    });
    expect(await screen.findByText(/^Decided by/)).toBeTruthy();
    expect(screen.queryByText(/agent/i)).toBeNull();
  });
});
