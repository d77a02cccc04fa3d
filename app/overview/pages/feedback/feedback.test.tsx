import { screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { FeedbackRow } from '../../../../backend/contract/feedback.ts';
import { toCsvLines } from '../../../../backend/contract/feedback-csv.ts';
import { type FakeBackend, Refusal } from '../../../test/fake-backend.ts';
import { renderOverview } from '../../../test/render-overview.tsx';

const aRow = (n: number, parts: Partial<FeedbackRow> = {}): FeedbackRow => ({
  id: `7b1c9d3e-0000-4000-8000-00000000000${n}`,
  triageId: '7b1c9d3e-1111-4000-8000-000000000001',
  ticketId: String(n),
  type: 'submitted',
  at: '2026-03-02T10:00:00.000Z',
  agentId: null,
  fields: [
    { field: 'category', suggested: 'billing', final: 'technical', outcome: 'overridden' },
    { field: 'urgency', suggested: 'P2', final: 'P2', outcome: 'accepted' },
  ],
  draftOutcome: null,
  draftDistance: null,
  decidedBy: 'builtin',
  helpful: null,
  ...parts,
});

function openFeedback(prepare: (backend: FakeBackend) => void) {
  const saved: Blob[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    saved.push(blob as Blob);
    return 'blob:log';
  });
  const names: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    names.push(this.download);
  });
  return { saved, names, ...renderOverview({ at: 'feedback', backend: prepare }) };
}

const inTwoPages = (fake: FakeBackend) => {
  fake.answers.readFeedback = ({ query }) =>
    query.cursor ? { rows: [aRow(2)], nextCursor: null } : { rows: [aRow(1)], nextCursor: '17' };
};

afterEach(() => {
  vi.restoreAllMocks();
});

describe('the page about the feedback log', () => {
  it('saves every page of it as one JSON file', async () => {
    const { saved, names, user } = openFeedback(inTwoPages);
    await user.click(await screen.findByRole('button', { name: 'Download JSON' }));
    expect(await screen.findByText('The file is ready: 2 rows.')).toBeTruthy();
    expect(names).toEqual(['feedback.json']);
    expect(screen.getByRole('link', { name: 'feedback.json' }).getAttribute('href')).toBe('blob:log');
    expect(JSON.parse((await saved[0]?.text()) ?? '')).toEqual([aRow(1), aRow(2)]);
  });

  it('saves it as CSV with one head and a line a field', async () => {
    const { saved, user } = openFeedback(inTwoPages);
    await user.click(await screen.findByRole('button', { name: 'Download CSV' }));
    await screen.findByText('The file is ready: 2 rows.');
    const lines = (await saved[0]?.text())?.trimEnd().split('\r\n') ?? [];
    expect(lines).toHaveLength(5);
    expect(lines[0]).toMatch(/^id,at,type,ticketId/);
    expect(lines[1]).toContain(',category,billing,technical,overridden,');
  });

  it('saves nothing of a log that broke off, and says why', async () => {
    const { saved, user } = openFeedback((fake) => {
      fake.answers.readFeedback = ({ query }) =>
        query.cursor ? new Refusal(500, 'internal', 'No.') : { rows: [aRow(1)], nextCursor: '17' };
    });
    await user.click(await screen.findByRole('button', { name: 'Download CSV' }));
    expect((await screen.findByRole('alert')).textContent).toContain('req-1');
    expect(saved).toEqual([]);
  });

  it('writes no cell that a spreadsheet would run', () => {
    expect(toCsvLines([aRow(1, { fields: [], decidedBy: '=1+1,"x"' })])).toContain(`,"'=1+1,""x""",`);
  });
});
