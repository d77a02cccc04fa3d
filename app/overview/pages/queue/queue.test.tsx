import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { QueueTicket, TicketQueue } from '../../../../backend/contract/ticket-queue.ts';
import { aVolume } from '../../../test/an-overview.ts';
import { type Call, type FakeBackend, Refusal } from '../../../test/fake-backend.ts';
import { aQueue, aQueueTicket } from '../../../test/lead-samples.ts';
import { renderOverview } from '../../../test/render-overview.tsx';
import { catchFiles } from '../../../test/saved-files.ts';

const NOW = '2026-03-02T10:00:00.000Z';
const minutesOn = (minutes: number) => new Date(Date.parse(NOW) + minutes * 60_000).toISOString();
const aTicket = (n: number, parts: Partial<QueueTicket> = {}) => aQueueTicket(n, NOW, parts);
const queueOf = (tickets: QueueTicket[], parts: Partial<TicketQueue> = {}) => aQueue(NOW, tickets, parts);

const openQueue = (readQueue: (call: Call) => TicketQueue | Refusal, at = 'queue', more: FakeBackend['answers'] = {}) =>
  renderOverview({ at, backend: (fake) => void Object.assign(fake.answers, { readQueue, ...more }) });

const row = (id: number) => screen.findByRole('row', { name: new RegExp(`^#${id}\\b`) });
const cells = async (id: number) =>
  within(await row(id))
    .getAllByRole('cell')
    .map(({ textContent }) => textContent);
const link = (id: number) => screen.findByRole('link', { name: `#${id}` });

/** Time goes on only when a test says so; what is awaited still comes. */
beforeEach(() => {
  vi.useFakeTimers({
    shouldAdvanceTime: true,
    toFake: ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
  });
});
afterEach(() => {
  vi.useRealTimers();
});
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

describe('the queue', () => {
  it('says what each ticket is and leads to it', async () => {
    openQueue(() =>
      queueOf([
        aTicket(1, { category: 'data_export', language: 'de', confidence: 0.7, groupId: null }),
        aTicket(2, {
          escalated: true,
          unsure: true,
          language: 'und',
          category: null,
          urgency: null,
          dueAt: null,
          state: 'waiting',
          status: 'pending',
        }),
      ]),
    );
    expect(await screen.findByRole('heading', { level: 2, name: '2 tickets wait' })).toBeTruthy();
    expect((await cells(1)).slice(1)).toEqual(['Data exportP2 – high', 'Billing supportGerman', 'Medium']);
    expect(await cells(2)).toEqual(['Waits for the customer', '–', 'Billing supportUnclear', 'Low: check']);
    expect(within(await row(2)).getByText('Escalated')).toBeTruthy();
    expect((await link(1)).getAttribute('href')).toBe('https://acme.zendesk.com/agent/tickets/1');
  });

  it.each([
    ['ahead', 5 * 3_600_000],
    ['behind', -5 * 3_600_000],
  ])("counts down by the backend's clock on a computer that is %s of it", async (_, wrong) => {
    vi.setSystemTime(Date.parse(NOW) + wrong);
    const { backend } = openQueue(() => queueOf([aTicket(1, { dueAt: minutesOn(2.5), state: 'due_soon' })]));
    const due = async () => (await cells(1))[0];
    expect(await due()).toBe('2 min leftFirst reply');
    // Nothing is asked any more, so that only the clock goes on.
    backend.until = () => new Promise(() => {});
    await pass(95_000);
    expect(await due()).toMatch(/^5\d sec leftFirst reply$/);
    await pass(60_000);
    expect(await due()).toMatch(/^Overdue by \d sec/);
    await pass(200 * 60_000);
    expect(await due()).toBe('Overdue by 3 hrFirst reply');
    expect((await row(1)).querySelector('time')?.title).toMatch(/^Due Mar 2, 2026/);
  });

  it('takes filters into the address, out of it, and to the backend', async () => {
    const { backend, user } = openQueue(() => queueOf([aTicket(1)]), 'queue?category=data_export&state=nonsense');
    expect((await screen.findByLabelText<HTMLSelectElement>('Category')).value).toBe('data_export');
    await user.selectOptions(screen.getByLabelText('Group'), 'None (1)');
    await user.click(screen.getByRole('button', { name: 'Later (1)' }));
    await user.click(screen.getByRole('button', { name: 'Escalated only' }));
    await waitFor(() =>
      expect(backend.called('readQueue').at(-1)?.query).toEqual({
        category: 'data_export',
        group: 'none',
        state: 'on_time',
        escalated: true,
        limit: 50,
      }),
    );
    expect(window.location.hash).toBe('#/queue?category=data_export&state=on_time&group=none&escalated=true');
    expect(await screen.findByRole('heading', { level: 2, name: '1 ticket passes the filters' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Later (1)' }));
    expect(window.location.hash).not.toContain('state');
    await user.click(screen.getByRole('button', { name: 'Clear all filters' }));
    expect(window.location.hash).toBe('#/queue');
    expect(document.activeElement?.textContent).toMatch(/^Overdue/);
    await waitFor(() => expect(backend.called('readQueue').at(-1)?.query).toEqual({ limit: 50 }));
  });

  it('offers what is chosen though no ticket has it', async () => {
    openQueue(() => queueOf([]), 'queue?language=ja');
    expect(await screen.findByText('No ticket passes these filters')).toBeTruthy();
    expect(screen.getByRole<HTMLOptionElement>('option', { name: 'Japanese (0)' }).selected).toBe(true);
  });

  it('shows more, begins with the focus there, and keeps as many when it renews itself', async () => {
    const all = Array.from({ length: 53 }, (_, at) => aTicket(at + 1));
    const { backend, user } = openQueue(({ query }) => {
      const from = Number(query.cursor ?? 0);
      const to = from + Number(query.limit);
      return queueOf(all.slice(from, to), { total: 53, nextCursor: to < 53 ? String(to) : null });
    });
    await user.click(await screen.findByText('Show more'));
    await screen.findByText('#53');
    expect(document.activeElement?.textContent).toBe('#51');
    expect(screen.queryByText('Show more')).toBeNull();
    const before = backend.called('readQueue').length;
    await pass(30_000);
    await waitFor(() => expect(backend.called('readQueue').length).toBeGreaterThan(before));
    expect(screen.getAllByText(/^#\d+$/)).toHaveLength(53);
    expect(document.activeElement?.textContent).toBe('#51');
  });
});

describe('a queue that renews itself', () => {
  it('keeps the focus, or hands it to what took its place, and says only what changed', async () => {
    let tickets = [aTicket(1), aTicket(2), aTicket(3)];
    openQueue(() => queueOf(tickets));
    (await link(2)).focus();
    tickets = [aTicket(9, { state: 'overdue', dueAt: minutesOn(-5) }), ...tickets];
    await pass(30_000);
    await row(9);
    expect(document.activeElement).toBe(await link(2));
    expect(screen.getAllByText('1 ticket is overdue.', { selector: '[role=status]' })).toHaveLength(1);
    tickets = tickets.filter(({ ticketId }) => ticketId !== '2');
    await pass(30_000);
    await waitFor(() => expect(screen.queryByRole('link', { name: '#2' })).toBeNull());
    expect(document.activeElement).toBe(await link(3));
  });

  it('waits while nobody sees it and asks at once when somebody does', async () => {
    const { backend } = openQueue(() => queueOf([aTicket(1)]));
    await row(1);
    const shown = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    act(() => void document.dispatchEvent(new Event('visibilitychange')));
    const asked = backend.called('readQueue').length;
    await pass(120_000);
    expect(backend.called('readQueue')).toHaveLength(asked);
    shown.mockReturnValue('visible');
    act(() => void document.dispatchEvent(new Event('visibilitychange')));
    await waitFor(() => expect(backend.called('readQueue')).toHaveLength(asked + 1));
    shown.mockRestore();
  });

  it('leaves what it knows when it cannot be read again, and says so until it can', async () => {
    let down = false;
    openQueue(() => (down ? new Refusal(503, 'unavailable', 'Not now.') : queueOf([aTicket(1)])));
    await row(1);
    down = true;
    await pass(30_000);
    expect((await screen.findByRole('alert')).textContent).toContain('Not now.');
    expect(await row(1)).toBeTruthy();
    down = false;
    await pass(30_000);
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  });
});

describe('a queue as a file', () => {
  it('holds the rows that are shown', async () => {
    const { lines: readLines } = catchFiles();
    const { user } = openQueue(() => queueOf([aTicket(1, { groupId: null }), aTicket(2, { unsure: true })]));
    await user.click(await screen.findByRole('button', { name: 'Download CSV' }));
    const lines = await readLines();
    expect(lines).toHaveLength(3);
    expect(lines[1]).toMatch(/^1,on_time,first_reply,.*,,,billing_support,0.9,false,false$/);
    expect(lines[2]).toMatch(/,8,Billing support,billing_support,0.9,true,false$/);
  });
});

describe('an empty queue', () => {
  it.each([
    ['done', [{ day: '2026-03-01', key: 'builtin', tickets: 4 }], 'Nothing waits'],
    ['new', [], 'No ticket has been triaged yet'],
  ])('is %s', async (_, decidedBy, says) => {
    openQueue(() => queueOf([]), 'queue', { readVolume: () => aVolume({ decidedBy }) });
    expect(await screen.findByText(says)).toBeTruthy();
  });
});
