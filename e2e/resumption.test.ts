import { expect, it } from 'vitest';
import { measureResumption } from './resumption.ts';

const TRACE = `100 1 job:taken 7
110 1 job:taken 8
120 1 job:done 8
130 1 write:sent 7
400 2 job:taken 9
450 2 job:taken 7
900 3 job:taken 7
950 3 job:taken 9
`;
const DEATHS = [
  { pid: 1, at: 200 },
  { pid: 2, at: 500 },
];

it('counts from a death to the next time that the ticket is taken up', () => {
  expect(measureResumption(TRACE, DEATHS)).toEqual({ interrupted: 3, longestMs: 450, longestAfterLastMs: 450 });
  expect(measureResumption(TRACE, DEATHS.slice(0, 1))).toMatchObject({ interrupted: 1, longestMs: 250 });
});

it('never ends for a ticket that nobody takes up', () => {
  const { longestMs } = measureResumption(TRACE, [...DEATHS, { pid: 3, at: 1_000 }]);
  expect(longestMs).toBe(Number.POSITIVE_INFINITY);
});
