import { describe, expect, it } from 'vitest';
import { PageLoads } from './page-loads.ts';

type Step = 'handshake' | 'load';
const registrations = (...steps: Step[]) => {
  const loads = new PageLoads();
  return steps.map((step) => loads[step]());
};

describe('a page is registered once', () => {
  it.each<[string, Step[], boolean[]]>([
    ['that shakes hands before it has loaded', ['handshake', 'load'], [true, false]],
    ['that shakes hands after it has loaded', ['load', 'handshake'], [false, true]],
    ['that shakes hands three times', ['handshake', 'handshake', 'load', 'handshake'], [true, false, false, false]],
    ['again when it is loaded again', ['handshake', 'load', 'handshake', 'load'], [true, false, false, true]],
    [
      'again when the next page is slow to shake hands',
      ['handshake', 'load', 'load', 'handshake'],
      [true, false, false, true],
    ],
    ['and not for a next page that says nothing', ['handshake', 'load', 'load', 'load'], [true, false, false, false]],
  ])('%s', (_, steps, expected) => {
    expect(registrations(...steps)).toEqual(expected);
  });
});
