import { act, renderHook } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { usePlaceChoice } from './usePlaceChoice.ts';
import { useRange } from './useRange.ts';

const at = (hash: string) => {
  window.location.hash = hash;
};
const march = { from: '2026-03-02', to: '2026-03-05' };

describe('the range in the address', () => {
  it.each(['from=2026-03-05&to=2026-03-02', 'from=2024-01-01&to=2026-03-02', 'from=2026-03-02', 'from=x&to=y', ''])(
    'is the usual one for %s',
    (query) => {
      at(`#/volume?${query}`);
      expect(renderHook(useRange).result.current).toMatchObject({ days: null, query: {} });
    },
  );

  it('goes there and back, beside what else is there', () => {
    at('#/volume?by=language');
    const { result } = renderHook(useRange);
    act(() => result.current.set(march));
    expect(window.location.hash).toBe('#/volume?by=language&from=2026-03-02&to=2026-03-05');
    expect(result.current).toMatchObject({ days: march, query: march });
    act(() => result.current.set(null));
    expect(window.location.hash).toBe('#/volume?by=language');
  });
});

describe('a choice in the address', () => {
  const OPTIONS = ['category', 'urgency'] as const;
  const open = () => renderHook(() => usePlaceChoice('by', OPTIONS)).result;

  it.each(['', '?by=constructor', '?by=category'])('is the first one for "%s"', (query) => {
    at(`#/volume${query}`);
    expect(open().current[0]).toBe('category');
  });

  it('is written unless it is the first', () => {
    at('#/volume');
    const result = open();
    act(() => result.current[1]('urgency'));
    expect([window.location.hash, result.current[0]]).toEqual(['#/volume?by=urgency', 'urgency']);
    act(() => result.current[1]('category'));
    expect(window.location.hash).toBe('#/volume');
  });
});
