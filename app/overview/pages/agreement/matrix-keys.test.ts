import { describe, expect, it } from 'vitest';
import { matrixKeys, readCell, writeCell } from './matrix-keys.ts';

const cell = (suggested: string, final: string, tickets: number) => ({ suggested, final, tickets });

describe('rows and columns of the matrix', () => {
  it('begin with what is most frequent and end with none', () => {
    const matrix = [cell('rare', 'none', 900), cell('usual', 'usual', 800), cell('usual', 'rare', 200)];
    expect(matrixKeys({ field: 'category', matrix })).toEqual(['rare', 'usual', 'none']);
  });

  it('keep the order that values have', () => {
    const matrix = [cell('P3', 'P1', 50), cell('P4', 'P4', 90), cell('P2', 'none', 1), cell('P9', 'P3', 1)];
    expect(matrixKeys({ field: 'urgency', matrix })).toEqual(['P1', 'P2', 'P3', 'P4', 'P9', 'none']);
  });
});

describe('a cell in the address', () => {
  it('comes back as it was', () => {
    const one = { suggested: 'feature_request', final: 'none' };
    expect(readCell(writeCell(one))).toEqual(one);
  });

  it.each([null, '', 'billing', '~billing', 'a~b~c'])('%s is none', (text) => expect(readCell(text)).toBeNull());
});
