import { fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { UndoView } from '../../../../backend/contract/undo.ts';
import { type FakeBackend, Refusal } from '../../../test/fake-backend.ts';
import { renderOverview } from '../../../test/render-overview.tsx';
import { EMPTY, toBody } from './undo-filter.ts';

const ID = '7b1c9d3e-0000-4000-8000-000000000001';
const aDryRun = (tickets: number) => ({
  tickets,
  writes: tickets + 1,
  fields: tickets > 0 ? { priority: tickets } : {},
  first:
    tickets > 0
      ? [
          {
            ticketId: '42',
            changes: [
              { field: 'priority', from: 'urgent', to: 'normal' },
              { field: 'groupId', from: '8', to: null },
            ],
          },
        ]
      : [],
});
const anUndo = (waiting: number): UndoView => ({
  id: ID,
  filter: { since: '2026-03-01T00:00:00.000Z' },
  state: waiting > 0 ? 'running' : 'done',
  requestedAt: '2026-03-02T10:00:00.000Z',
  doneAt: waiting > 0 ? null : '2026-03-02T10:05:00.000Z',
  tickets: { total: 3, waiting, undone: 3 - waiting, gone: 0, failed: 0 },
  restored: { priority: 3 - waiting },
  left: { tags: 1 },
  shown: [{ ticketId: '43', outcome: 'undone', code: null, restored: ['priority'], left: ['tags'] }],
});

const openUndo = (prepare: (backend: FakeBackend) => void) => renderOverview({ at: 'undo', backend: prepare });
const since = async (moment: string) =>
  fireEvent.change(await screen.findByLabelText('Since'), { target: { value: moment } });

afterEach(() => {
  vi.useRealTimers();
});

describe('the page about undoing', () => {
  it('shows first what it would do, then does it, then how far it is until its end', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
    let waiting = 2;
    const { backend, user } = openUndo((fake) => {
      fake.answers.undo = ({ body }) => ((body as { dryRun: boolean }).dryRun ? aDryRun(3) : anUndo(waiting));
      fake.answers.readUndo = () => anUndo(waiting);
    });
    await since('2026-03-01T08:00');
    await user.click(screen.getByRole('button', { name: 'Show what it would do' }));
    const row = await screen.findByRole('row', { name: /#42/ });
    expect(row.textContent).toContain('Priority: urgent → normal');
    expect((await within(row).findByText('Billing support')).parentElement?.textContent).toBe(
      'Group: Billing support → –',
    );
    await user.click(screen.getByRole('button', { name: 'Take them back' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Take back what we wrote to 3 tickets?' }));
    expect(backend.called('undo')).toHaveLength(1);
    await user.click(dialog.getByRole('button', { name: 'Take them back' }));
    expect(await screen.findByText('1 of 3 tickets are done.')).toBeTruthy();
    waiting = 0;
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await screen.findByText(/^Finished /)).toBeTruthy();
  });

  it('offers nothing to start where there is nothing to take back', async () => {
    const { user } = openUndo((fake) => {
      fake.answers.undo = () => aDryRun(0);
    });
    await since('2026-03-01T08:00');
    await user.click(screen.getByRole('button', { name: 'Show what it would do' }));
    expect(await screen.findByText('Nothing to take back')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Take them back' })).toBeNull();
  });

  it('says beside the field what is wrong with it', async () => {
    const { user } = openUndo((fake) => {
      fake.answers.undo = () => new Refusal(400, 'bad_request', 'until: it is not later than since');
    });
    await since('2026-03-01T08:00');
    await user.click(screen.getByRole('button', { name: 'Show what it would do' }));
    expect(await screen.findByText('it is not later than since')).toBeTruthy();
    expect(screen.getByLabelText('Until (optional)').getAttribute('aria-invalid')).toBe('true');
  });

  it('asks for what was filled in alone, in UTC', () => {
    const local = new Date(2026, 2, 1, 8);
    expect(toBody({ ...EMPTY, since: '2026-03-01T08:00', model: ' gpt ' }, true)).toEqual({
      since: local.toISOString(),
      model: 'gpt',
      dryRun: true,
    });
  });
});
