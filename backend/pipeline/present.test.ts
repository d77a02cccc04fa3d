import { describe, expect, it } from 'vitest';
import type { Draft } from '../contract/triage.ts';
import { aTriage } from '../test/ticket.ts';
import { present } from './present.ts';

const draft: Draft = {
  kind: 'reply',
  text: 'Hello [NAME_1], [NAME_2] and [NAME].',
  language: 'en',
  parts: [
    { text: 'Hello [NAME_1], ', sourceId: null, quote: null, struck: null },
    {
      text: '[NAME_2] and [NAME].',
      sourceId: 'article:1',
      quote: 'as [NAME_1] and [NAME] said',
      struck: 'foreign_data',
    },
  ],
  sourceIds: [],
  decidedBy: 'builtin',
};

describe('a triage as the agent sees it', () => {
  it("has this ticket's own values in text and parts, and leaves other placeholders and every quote alone", () => {
    const stored = {
      triage: aTriage({ draft }),
      contentHash: '',
      vault: { '[NAME_1]': 'Ada' },
      attempt: 1,
      degraded: false,
    };
    const { draft: shown } = present(stored);
    expect(shown?.text).toBe('Hello Ada, [NAME_2] and [NAME].');
    expect(shown?.parts.map(({ text }) => text)).toEqual(['Hello Ada, ', '[NAME_2] and [NAME].']);
    expect(shown?.parts[1]?.quote).toBe('as [NAME_1] and [NAME] said');
  });
});
