import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { FeedbackEvent } from '../contract/feedback.ts';
import { csvHead, toCsvLines } from '../contract/feedback-csv.ts';
import { aTriage } from '../test/ticket.ts';
import { toRow } from './to-row.ts';

const submitted = (over: Partial<Extract<FeedbackEvent, { type: 'submitted' }>> = {}): FeedbackEvent => ({
  type: 'submitted',
  id: randomUUID(),
  at: '2026-01-01T11:00:00Z',
  agentId: '9',
  final: { category: 'billing', priority: 'low', group: null },
  reply: null,
  ...over,
});
const draft = 'Hello Ada,\n\nthe second charge is on its way back to your card.\n\nBookwren Support';
const triage = aTriage({
  draft: { kind: 'reply', text: draft, language: 'en', parts: [], sourceIds: [], decidedBy: 'builtin' },
});

describe('toRow', () => {
  it('says per field what became of the suggestion', () => {
    const outcomes = Object.fromEntries(
      toRow(submitted(), triage).fields.map(({ field, outcome }) => [field, outcome]),
    );
    expect(outcomes).toEqual({ category: 'accepted', priority: 'overridden', group: 'untouched' });
  });

  it.each([
    [draft, 'accepted', 0],
    [draft.replaceAll('\n\n', '\n'), 'accepted', 0],
    [draft.replace('is on its way back to your card', 'was refunded today, you will see it next week'), 'edited', 0.5],
    ['Please call us.', 'unused', 0.9],
    [null, 'unused', null],
  ])('compares the sent reply with the draft: %#', (reply, outcome, about) => {
    const row = toRow(submitted({ reply }), triage);
    expect(row.draftOutcome).toBe(outcome);
    if (about === null) expect(row.draftDistance).toBeNull();
    else expect(row.draftDistance).toBeCloseTo(about, 0);
  });

  it('takes no empty box for a decision, and a ticked one for what it is', () => {
    const escalation = { flagged: true, risk: 'medium', reasons: [] } as const;
    const told = (flagged: boolean, final: string | null) =>
      toRow(submitted({ final: { escalation: final } }), {
        ...triage,
        escalation: { ...escalation, flagged, reasons: [] },
      });
    const outcomes = [told(true, 'yes'), told(true, null), told(false, 'yes')].flatMap(({ fields }) => fields);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['accepted', 'untouched', 'overridden']);
  });

  it('records an override at once', () => {
    const event = {
      type: 'overridden',
      id: randomUUID(),
      at: '2026-01-01T11:00:00Z',
      agentId: null,
      field: 'category',
      suggested: 'billing',
      chosen: 'account',
    } as const;
    expect(toRow(event, triage).fields).toEqual([
      { field: 'category', suggested: 'billing', final: 'account', outcome: 'overridden' },
    ]);
  });
});

describe('the log as CSV', () => {
  it('writes one line a field and quotes what needs it', () => {
    const row = { ...toRow(submitted(), triage), agentId: 'a "b", c' };
    const lines = (csvHead + toCsvLines([row])).trimEnd().split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[1]).toContain('"a ""b"", c"');
    expect(lines[0]?.split(',')).toContain('outcome');
  });

  it('says whether it helped, and what was wrong where an agent told', () => {
    const event = {
      type: 'rated',
      id: randomUUID(),
      at: '2026-01-01T11:00:00Z',
      agentId: '9',
      helpful: false,
    } as const;
    expect(toCsvLines([toRow({ ...event, reason: 'team' }, triage)])).toMatch(/,false,team\r\n$/);
    expect(toCsvLines([toRow({ ...event, reason: null }, triage)])).toMatch(/,false,\r\n$/);
  });

  it('does not hand a formula to a spreadsheet', () => {
    expect(toCsvLines([{ ...toRow(submitted(), triage), agentId: '=HYPERLINK("http://evil")' }])).toContain(
      `"'=HYPERLINK`,
    );
  });
});
