import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeEach, expect } from 'vitest';

/** Lazy panels are compiled on first use, which a busy machine does slowly. */
configure({ asyncUtilTimeout: 10_000 });

/** Garden reads it on import. */
window.matchMedia ??= ((query: string) => ({
  matches: false,
  media: query,
  addEventListener() {},
  removeEventListener() {},
})) as unknown as typeof window.matchMedia;

const complaints: unknown[][] = [];
console.error = (...words: unknown[]) => complaints.push(words);

beforeEach(() => {
  complaints.length = 0;
});

afterEach(() => {
  cleanup();
  expect(complaints, 'console.error was called').toEqual([]);
});
