import { describe, expect, it } from 'vitest';
import type { TicketSnapshot } from '../sandbox/zendesk/start.ts';
import { findLostEdits } from './lost-edits.ts';

const US = 1;
const AGENT = 2;
type Step = [author: number, changes: Record<string, unknown>];

const lostIn = (...steps: Step[]): string[] => {
  const audits = steps.map(([author_id, changes], index) => ({
    id: index,
    author_id,
    events: Object.entries(changes).map(([field_name, value]) => ({ id: index, type: 'Change', field_name, value })),
  }));
  return findLostEdits({ id: 7, audits } as unknown as TicketSnapshot, US, ['vip']);
};

describe('what the race test counts as lost', () => {
  it('is what a person had set and we set otherwise', () => {
    expect(lostIn([US, { category: 'a' }], [AGENT, { category: 'b' }], [US, { category: 'c' }])).toEqual([
      '7: category',
    ]);
    expect(lostIn([AGENT, { priority: 'low' }], [US, { priority: 'high' }])).toEqual(['7: priority']);
    expect(lostIn([AGENT, { tags: ['vip', 'x'] }], [US, { tags: ['vip'] }])).toEqual(['7: tag x removed']);
  });

  it('is not what they cleared before we had written it', () => {
    expect(lostIn([AGENT, { category: 'b' }], [AGENT, { category: null }], [US, { category: 'c' }])).toEqual([]);
    expect(lostIn([AGENT, { escalation: '1' }], [AGENT, { escalation: '0' }], [US, { escalation: '1' }])).toEqual([]);
  });

  it.each<[string, Step[]]>([
    ['cleared', [[AGENT, { category: null }]]],
    [
      'set back',
      [
        [AGENT, { category: 'b' }],
        [AGENT, { category: 'a' }],
      ],
    ],
    [
      'taken away and brought back by old sets of tags',
      [
        [AGENT, { category: null, tags: [] }],
        [AGENT, { category: 'a', tags: ['vip'] }],
      ],
    ],
  ])('is also our own value once they have %s it', (_, steps) => {
    expect(lostIn([US, { category: 'a' }], ...steps, [US, { category: 'c' }])).toEqual(['7: category']);
  });
});
