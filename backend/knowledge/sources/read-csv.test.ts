import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asCsv, fileOf, readAll, startOf, tell, tellAll, words } from '../../test/file-rows.ts';
import { readFile } from './read-file.ts';

describe('a CSV file', () => {
  it('gives back whatever was written, wherever the stream is cut', async () => {
    const rows = fc.array(fc.tuple(words, words), { minLength: 1, maxLength: 20 });
    const shape = fc.record({
      rows,
      lineEnd: fc.constantFrom('\n', '\r\n'),
      delimiter: fc.constantFrom(',', ';', '\t'),
      bom: fc.constantFrom('', '\ufeff'),
      piece: fc.integer({ min: 1, max: 64 }),
    });
    await fc.assert(
      fc.asyncProperty(shape, async ({ rows, lineEnd, delimiter, bom, piece }) => {
        const body = rows.map(([question, answer], index) => [String(index), question, answer]);
        const text = bom + asCsv([['Id', 'Question', 'RESPONSE'], ...body], lineEnd, delimiter) + lineEnd;
        const { found, refused } = await readAll('csv', text.toWellFormed(), piece);
        expect(refused).toBeNull();
        expect(found.map(tell)).toEqual(body.map((cells) => cells.join(' ').toWellFormed()));
      }),
      { numRuns: 60 },
    );
  });

  it('never throws and ends on any bytes at all', async () => {
    const bytes = fc.uint8Array({ maxLength: 400 });
    const noise = fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'a', '\0', '{', '}'), maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          bytes,
          noise.map((text) => new TextEncoder().encode(`id,question,answer\n${text}`)),
        ),
        async (file) => {
          await readAll('csv', file);
          await readAll('jsonl', file);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('leaves out the row whose quote is never closed, and reads on behind it', async () => {
    const text = 'id,question,answer\n1,q,a\n2,"q,a\n3,q,a\n4,q,a\n';
    expect(await tellAll('csv', text)).toEqual([
      '1 q a',
      expect.stringMatching(/^invalid_row row 3: a quote is never closed/),
      '3 q a',
      '4 q a',
    ]);
  });

  it('survives a row of 10 MB and a quote that would swallow the rest of the file', async () => {
    const long = 'x '.repeat(5 * 1024 * 1024);
    const rest = '5,q,a\n'.repeat(3_500_000);
    const file = `id,question,answer\n1,q,a\n2,"${long}",a\n3,q,a\n4,"q,a\n${rest}`;
    const bytes = new TextEncoder().encode(file);
    const seen: string[] = [];
    for await (const batch of readFile(fileOf(bytes, 65_536), startOf('csv', bytes))) {
      if ('refused' in batch) throw new Error(batch.refused);
      seen.push(...batch.found.map(tell));
      if (seen.length > 10) break;
    }
    expect(seen.slice(0, 5)).toEqual([
      '1 q a',
      expect.stringMatching(/^invalid_row row 3: longer than 1 MB/),
      '3 q a',
      expect.stringMatching(/^invalid_row row 5: a quote/),
      '5 q a',
    ]);
  });

  it.each([
    ['no columns that say what was asked and answered', 'id,name\n1,x\n', 'missing_columns:question,answer'],
    ['no ids', 'question,answer\nq,a\n', 'missing_columns:id'],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x69, 0, 0x64, 0]), 'not_utf8'],
    ['a workbook', new Uint8Array([0x50, 0x4b, 3, 4]), 'not_utf8'],
  ])('is refused as a whole with %s', async (_, text, refused) => {
    expect((await readAll('csv', text)).refused).toBe(refused);
  });

  it.each(['', '\ufeff', 'id,question,answer', 'id,question,answer\r\n\r\n'])('may be empty: %j', async (text) => {
    expect(await readAll('csv', text)).toEqual({ refused: null, found: [], batches: [] });
  });

  it('says of each row that is none what was wrong, and where', async () => {
    const rows = [
      'id,question,answer,resolved_at,kind,status',
      ',q,a,,,',
      '2,q,a,31/12/2025,,',
      '3,q,a,,note,',
      '4,q,a,,,,,x',
    ];
    const text = new TextEncoder().encode(`${rows.join('\n')}\n5,q,a,,,open\n6,\xff`);
    text[text.length - 2] = 0xff;
    const told = (await readAll('csv', text)).found.map((found) =>
      'leftOut' in found ? [found.leftOut, found.place] : tell(found),
    );
    expect(told).toEqual([
      ['invalid_row', expect.stringContaining('row 2: no id')],
      ['invalid_row', expect.stringContaining('row 3: resolved_at or updated_at is no date')],
      ['invalid_row', expect.stringContaining('row 4: kind is neither')],
      ['invalid_row', expect.stringContaining('row 5: more values than columns')],
      ['not_solved', 'row 6'],
      ['unreadable', expect.stringContaining('row 7: not UTF-8')],
    ]);
  });
});
