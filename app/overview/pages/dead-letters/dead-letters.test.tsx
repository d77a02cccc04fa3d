import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { JobName } from '../../../../backend/contract/dead-letters.ts';
import { type FakeBackend, Refusal } from '../../../test/fake-backend.ts';
import { renderOverview } from '../../../test/render-overview.tsx';

const aLetter = (n: number, job: JobName, ticketId: string | null, code: string | null) => ({
  id: `7b1c9d3e-0000-4000-8000-00000000000${n}`,
  job,
  key: `acme:${n}`,
  ticketId,
  attempts: 5,
  code,
  failedAt: '2026-03-02T10:00:00.000Z',
});

const openLetters = (prepare: (backend: FakeBackend) => void = () => {}) => {
  let deadLetters = [aLetter(1, 'triage-ticket', '42', 'forbidden'), aLetter(2, 'learn', null, null)];
  const without = (gone: string) => {
    deadLetters = deadLetters.filter(({ id }) => id !== gone);
  };
  return renderOverview({
    at: 'dead-letters',
    backend: (fake) => {
      fake.answers.listDeadLetters = () => ({ deadLetters, nextCursor: null });
      fake.answers.retryDeadLetter = ({ id }) => {
        without(id);
        return { retried: 1 };
      };
      fake.answers.retryAllDeadLetters = () => ({ retried: 3 });
      fake.answers.dropDeadLetter = ({ id }) => {
        without(id);
        return { dropped: true };
      };
      fake.answers.reconcile = () => ({ asked: true });
      prepare(fake);
    },
  });
};

const rowOf = async (name: RegExp) => within(await screen.findByRole('row', { name }));

describe('the page about failed jobs', () => {
  it('lists them by what they do, and tries one again', async () => {
    const { user } = openLetters();
    const row = await rowOf(/#42/);
    expect(row.getByText('A right is missing')).toBeTruthy();
    expect(row.getByRole('link').getAttribute('href')).toBe('https://acme.zendesk.com/agent/tickets/42');
    await user.click(row.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('1 job runs again.')).toBeTruthy();
    expect(screen.queryByRole('link', { name: '#42' })).toBeNull();
    expect(screen.getByText('The process ended each time')).toBeTruthy();
  });

  it('begins at the first page of another kind', async () => {
    const { backend, user } = openLetters((fake) => {
      fake.answers.listDeadLetters = () => ({ deadLetters: [aLetter(1, 'learn', null, null)], nextCursor: 'further' });
    });
    await user.click(await screen.findByRole('button', { name: 'Next' }));
    await waitFor(() => expect(backend.called('listDeadLetters').at(-1)?.query).toMatchObject({ cursor: 'further' }));
    await user.selectOptions(screen.getByLabelText('Kind'), 'learn');
    await waitFor(() => expect(backend.called('listDeadLetters').at(-1)?.query).toMatchObject({ job: 'learn' }));
    expect(backend.called('listDeadLetters').at(-1)?.query).not.toHaveProperty('cursor', 'further');
  });

  it('tries all of a kind again, also those that are not shown', async () => {
    const { backend, user } = openLetters();
    await rowOf(/#42/);
    await user.click(screen.getAllByRole('button', { name: 'Try all of these again' })[0]!);
    expect(await screen.findByText('3 jobs run again.')).toBeTruthy();
    expect(backend.called('retryAllDeadLetters')[0]?.body).toEqual({ job: 'triage-ticket' });
  });

  it('deletes one only after asking', async () => {
    const { backend, user } = openLetters();
    await user.click((await rowOf(/#42/)).getByRole('button', { name: 'Delete' }));
    expect(backend.called('dropDeadLetter')).toEqual([]);
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Delete' }));
    expect(await screen.findByText('The job is deleted.')).toBeTruthy();
    expect(screen.queryByRole('link', { name: '#42' })).toBeNull();
  });

  it('shows why one cannot be tried again', async () => {
    const { user } = openLetters((fake) => {
      fake.answers.retryDeadLetter = () => new Refusal(404, 'not_found', 'There is no such dead letter.');
    });
    await user.click((await rowOf(/#42/)).getByRole('button', { name: 'Try again' }));
    expect((await screen.findByRole('alert')).textContent).toContain('There is no such dead letter.');
  });

  it('looks for lost deliveries', async () => {
    const { backend, user } = openLetters();
    await user.click(await screen.findByRole('button', { name: 'Look now' }));
    expect(await screen.findByText('The search has begun.')).toBeTruthy();
    expect(backend.called('reconcile')).toHaveLength(1);
  });
});
