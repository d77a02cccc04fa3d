import { act, render, screen } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { goTo, type QueryPatch, usePlace, usePlaceQuery } from './usePlace.ts';

let change: (patch: QueryPatch) => void;

function Place() {
  const place = usePlace();
  const [query, setQuery] = usePlaceQuery();
  change = setQuery;
  return <p role="status">{`${place} ${JSON.stringify(Object.fromEntries(query))}`}</p>;
}

const shown = () => screen.getByRole('status').textContent;

describe('the address', () => {
  beforeEach(() => {
    window.location.hash = '#/agreement?from=2026-11-01&field=sub%20category';
    render(<Place />);
  });

  it('names a page and what is asked of it', () => {
    expect(shown()).toBe('agreement {"from":"2026-11-01","field":"sub category"}');
  });

  it('takes changes in place, keeping what they do not name', () => {
    const before = history.length;
    act(() => {
      change({ to: '2026-11-27', from: null });
      change({ field: 'a&b=c?' });
    });
    expect(shown()).toBe('agreement {"field":"a&b=c?","to":"2026-11-27"}');
    expect(window.location.hash).toBe('#/agreement?field=a%26b%3Dc%3F&to=2026-11-27');
    expect(history.length).toBe(before);
  });

  it('is the page alone when nothing is asked', () => {
    act(() => change({ from: null, field: '' }));
    expect(window.location.hash).toBe('#/agreement');
  });

  it('asks nothing of another page', async () => {
    goTo('drift');
    expect(await screen.findByText('drift {}')).toBeTruthy();
  });
});
