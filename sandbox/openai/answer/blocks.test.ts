import { describe, expect, it } from 'vitest';
import { blocksIn, withoutBlocks } from './blocks.ts';

describe('blocks', () => {
  it('are found with their attributes and cut out', () => {
    const text = 'a <Passage id="1">one</passage> b <item id="2">two</item> <passage>open';
    expect(blocksIn(text, 'passage|item').map(({ attributes, inner }) => [attributes.trim(), inner])).toEqual([
      ['id="1"', 'one'],
      ['id="2"', 'two'],
    ]);
    expect(withoutBlocks(text, 'passage|item')).toBe('a   b   <passage>open');
  });

  it('are looked for in one pass, however many are never closed', () => {
    const started = performance.now();
    expect(blocksIn('<passage id="x">'.repeat(150_000), 'passage|item')).toEqual([]);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
