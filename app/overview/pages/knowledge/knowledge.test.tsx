import { fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ImportView } from '../../../../backend/contract/imports.ts';
import { type FakeBackend, Refusal } from '../../../test/fake-backend.ts';
import { renderOverview } from '../../../test/render-overview.tsx';
import { formatOf } from './FromFile.tsx';
import { itemIdOf } from './SingleItem.tsx';

const aRun = (parts: Partial<ImportView> = {}): ImportView => ({
  id: '7b1c9d3e-0000-4000-8000-000000000001',
  source: 'helpdesk',
  dryRun: false,
  state: 'running',
  total: 5_000,
  read: 1_250,
  kept: 1_000,
  duplicates: 40,
  removed: 2,
  embedded: 900,
  leftOut: [{ what: 'no_reply', count: 208, examples: ['12', '13'] }],
  notes: [],
  perSecond: 41.6,
  secondsLeft: 90,
  failure: null,
  startedAt: '2026-03-02T10:00:00.000Z',
  updatedAt: '2026-03-02T10:01:00.000Z',
  ...parts,
});

function withRuns(backend: FakeBackend, runs: () => ImportView[]) {
  const index = { serving: 'lexical-1', configured: 'lexical-1', embedded: 900, missing: 0 };
  const counts = { items: 1_012, articles: 12, gold: 3, duplicates: 40, superseded: 5, stale: 6 };
  backend.answers.readKnowledge = () => ({ ...counts, index });
  backend.answers.listImports = () => ({ imports: runs() });
  backend.answers.startImport = () => aRun({ state: 'waiting' });
}

const openKnowledge = (prepare: (backend: FakeBackend) => void) =>
  renderOverview({ at: 'knowledge', backend: prepare });

afterEach(() => {
  vi.useRealTimers();
});

describe('the page about knowledge', () => {
  it('says how far an import is and what it left out, and asks again until it ends', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
    let run = aRun();
    const { backend } = openKnowledge((fake) => withRuns(fake, () => [run]));
    expect(await screen.findByText(/1,250 of 5,000 read\. 42 a second\. About 2 minutes left\./)).toBeTruthy();
    const leftOut = screen.getByRole('group', { name: /^Left out: 208 \(Zendesk/, hidden: true });
    expect(within(leftOut).getByText('12, 13')).toBeTruthy();
    expect(within(leftOut).getByText('No reply to the customer')).toBeTruthy();
    expect(screen.getByText('Solved tickets').nextSibling?.textContent).toBe('1,000');
    run = aRun({ state: 'done', read: 5_000 });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await screen.findByText('Done')).toBeTruthy();
    const asked = backend.called('listImports').length;
    await vi.advanceTimersByTimeAsync(6_000);
    expect(backend.called('listImports')).toHaveLength(asked);
  });

  it('starts an import of everything from Zendesk, as a dry run too', async () => {
    const { backend, user } = openKnowledge((fake) => withRuns(fake, () => []));
    expect(await screen.findByText('No imports yet')).toBeTruthy();
    await user.click(screen.getByLabelText('Everything from the beginning'));
    const section = within(screen.getByRole('region', { name: 'Import from Zendesk' }));
    await user.click(section.getByRole('button', { name: 'Dry run' }));
    expect(await screen.findByText('The import has started.')).toBeTruthy();
    expect(backend.called('startImport')[0]?.body).toEqual({ source: 'helpdesk', all: true, dryRun: true });
  });

  it('sends a file as it is, in the format that its name tells', async () => {
    const { backend, user } = openKnowledge((fake) => withRuns(fake, () => []));
    const file = new File(['{"id":"1"}\n'], 'old-tickets.jsonl');
    fireEvent.change(await screen.findByLabelText('File'), { target: { files: [file] } });
    await user.click(await screen.findByRole('button', { name: 'Upload and import' }));
    await screen.findByText('The import has started.');
    const [sent] = backend.called('startImport');
    expect(sent?.query).toMatchObject({ source: 'file', format: 'jsonl', dryRun: false });
    expect(sent?.body).toBe(file);
  });

  it('says in words why an import failed, and which columns it was about', async () => {
    const failure = { code: 'missing_columns:answer', message: 'The header lacks columns.' };
    openKnowledge((fake) => withRuns(fake, () => [aRun({ state: 'failed', failure })]));
    expect(await screen.findByText(/Columns are missing/)).toBeTruthy();
    expect(screen.getByText('missing_columns:answer')).toBeTruthy();
  });

  it('tells of an item that is not there, with the reference of the answer', async () => {
    const { backend, user } = openKnowledge((fake) => {
      withRuns(fake, () => []);
      fake.answers.approveItem = () => new Refusal(404, 'not_found', 'There is no such item.');
    });
    await user.type(await screen.findByLabelText('Ticket number or item id'), '#12');
    await user.click(screen.getByRole('button', { name: 'Approve' }));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('There is no such item.');
    expect(alert.textContent).toContain('req-1');
    expect(backend.called('approveItem')[0]?.body).toEqual({ id: 'ticket:12', gold: true });
  });
});

it.each([
  ['12', 'ticket:12'],
  [' #12 ', 'ticket:12'],
  ['article:en-us:77', 'article:en-us:77'],
])('takes %j for the item %j', (typed, id) => {
  expect(itemIdOf(typed)).toBe(id);
});

it.each([
  ['a.CSV', 'csv'],
  ['a.ndjson', 'jsonl'],
  ['export.jsonl', 'jsonl'],
  ['tickets.txt', 'csv'],
])('reads %s as %s', (name, format) => {
  expect(formatOf(name)).toBe(format);
});
