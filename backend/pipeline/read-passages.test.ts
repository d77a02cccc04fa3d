import { describe, expect, it } from 'vitest';
import { createMasker } from '../adapters/masker/builtin/create-masker.ts';
import type { MaskedText } from '../ports/engine.ts';
import type { KnowledgeItem } from '../ports/knowledge.ts';
import type { DraftFrom } from '../ports/reply-rules.ts';
import { createTextTasks } from '../reader/text-tasks.ts';
import type { Ranked } from './rank.ts';
import { readPassages } from './read-passages.ts';

const tasks = createTextTasks(createMasker());
const reader = { maskPassage: async (input: Parameters<typeof tasks.maskPassage>[0]) => tasks.maskPassage(input) };
const masking = { keep: [], regions: [] };

const found = (over: Partial<KnowledgeItem> = {}, facts: Partial<Ranked['facts']> = {}): Ranked => ({
  item: {
    id: 'ticket:1',
    kind: 'ticket',
    ticketId: '1',
    url: null,
    title: 'Sync for Mr Oakhollow' as MaskedText,
    question: 'It does not sync.' as MaskedText,
    answer: 'Write to eve@other.example about order 48213.' as MaskedText,
    resolution: 'Mr Oakhollow was told.' as MaskedText,
    category: 'technical',
    urgency: null,
    sentiment: null,
    language: 'en',
    resolvedAt: '2026-01-01T00:00:00Z',
    resolutionHours: 3,
    satisfaction: null,
    gold: false,
    contentHash: '',
    ...over,
  },
  score: 0.8,
  facts: { copies: 2, standing: 'current', ...facts } as Ranked['facts'],
});

describe('what was found', () => {
  it('is masked once more before anyone sees it', async () => {
    const [read] = await readPassages([found()], { reader, masking, draftFrom: 'all' });
    expect(read?.passage.source).toMatchObject({ id: 'ticket:1', copies: 2, standing: 'current', resolutionHours: 3 });
    expect(JSON.stringify(read)).not.toMatch(/Oakhollow|eve@|48213/);
  });

  it('is left out when it could not be read to its end', async () => {
    const ended = { maskPassage: async () => null };
    expect(await readPassages([found()], { reader: ended, masking, draftFrom: 'all' })).toEqual([]);
  });

  const article = found({ id: 'article:en:1', kind: 'article' });
  const gold = found({ id: 'ticket:2', gold: true });
  it.each<[DraftFrom, string[]]>([
    ['articles', ['article:en:1']],
    ['approved', ['article:en:1', 'ticket:2']],
    ['all', ['article:en:1', 'ticket:2', 'ticket:1']],
  ])('feeds drafts as the tenant allows: %s', async (draftFrom, feeding) => {
    const read = await readPassages([article, gold, found()], { reader, masking, draftFrom });
    expect(read).toHaveLength(3);
    expect(read.filter(({ feeds }) => feeds).map(({ passage }) => passage.source.id)).toEqual(feeding);
  });

  it('feeds none when its customer rated it badly, unless approved, or a newer answer differs', async () => {
    const bad = found({ satisfaction: 'bad' });
    const old = found({}, { standing: 'superseded' });
    const approved = found({ satisfaction: 'bad', gold: true });
    const read = await readPassages([bad, old, approved, found({}, { standing: 'stale' })], {
      reader,
      masking,
      draftFrom: 'all',
    });
    expect(read.map(({ feeds }) => feeds)).toEqual([false, false, true, true]);
  });
});
