import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { drawConfusion } from './draw-confusion.ts';
import { drawLearning, drawReliability } from './draw-outcomes.ts';
import { escapeText } from './svg.ts';

const parse = (svg: string) => new new Window().DOMParser().parseFromString(svg, 'image/svg+xml');

describe('pictures', () => {
  it('say in words what they show', () => {
    const body = parse(drawConfusion({ a: { a: 8, b: 2 }, b: { b: 5 } }, 'letters'));
    expect(body.querySelector('svg')?.getAttribute('role')).toBe('img');
    expect(body.querySelector('svg > title')?.textContent).toBe('letters');
    expect(body.querySelector('svg > desc')?.textContent).toContain(
      '13 of 15 rows are right. Most often mistaken: a for b (2).',
    );
    expect([...body.querySelectorAll('svg > text')].map(({ textContent }) => textContent)).toEqual(
      expect.arrayContaining(['letters', 'a', 'b', '8', '2', '5', '0']),
    );
  });

  it('escape what a file brings', () => {
    const hostile = '<script>alert("x")</script>&';
    for (const svg of [
      drawConfusion({ [hostile]: { [hostile]: 1 } }, hostile),
      drawLearning(
        {
          [hostile]: [
            { n: 0, accuracy: 0.5 },
            { n: 10, accuracy: 0.75 },
          ],
        },
        hostile,
      ),
    ]) {
      expect(svg).not.toContain('<script');
      expect(parse(svg).querySelector('script')).toBeNull();
      expect(svg).toContain(escapeText(hostile));
    }
  });

  it('leave out the counts where many labels leave no room, and keep them to be pointed at', () => {
    const labels = Array.from({ length: 30 }, (_, at) => `label${at}`);
    const confusion = Object.fromEntries(labels.map((label) => [label, { [label]: 7 }]));
    const body = parse(drawConfusion(confusion, 'many'));
    expect(body.querySelectorAll('rect')).toHaveLength(30);
    expect(body.querySelector('rect title')?.textContent).toBe('label0 read as label0: 7');
    expect([...body.querySelectorAll('text')].some(({ textContent }) => textContent === '7')).toBe(false);
  });

  it('puts more corrections further right and a higher accuracy further up', () => {
    const body = parse(
      drawLearning(
        {
          set: [
            { n: 0, accuracy: 0.4 },
            { n: 200, accuracy: 0.9 },
          ],
        },
        'learning',
      ),
    );
    const [first, last] = [...body.querySelectorAll('circle')].map((dot) => [
      Number(dot.getAttribute('cx')),
      Number(dot.getAttribute('cy')),
    ]);
    expect(last?.[0]).toBeGreaterThan(first?.[0] ?? Number.NaN);
    expect(last?.[1]).toBeLessThan(first?.[1] ?? Number.NaN);
    expect(body.querySelector('desc')?.textContent).toContain('set: 40 % at 0, 90 % at 200.');
    expect(drawReliability({ one: [] }, 'empty')).toContain('one: none.');
  });
});
