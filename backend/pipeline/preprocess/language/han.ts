/** Rows of two-byte character sets: the simplified and the traditional characters, and the Japanese ones in daily use. */
const SIMPLIFIED = ['gb18030', 0xb0, 0xf7, 0xa1] as const;
const TRADITIONAL = ['big5', 0xa4, 0xc6, 0x40] as const;
const JAPANESE = ['euc-jp', 0xb0, 0xcf, 0xa1] as const;
const LAST_CELL = 0xfe;

let sets: { chinese: Set<string>; japanese: Set<string> } | undefined;

/**
 * Whether Han characters without kana are Japanese: -1 (all Chinese) … 1 (all Japanese), 0 when all are shared.
 * What only one of the two countries writes tells.
 */
export function japaneseness(text: string): number {
  sets ??= {
    chinese: new Set([...charactersOf(SIMPLIFIED), ...charactersOf(TRADITIONAL)]),
    japanese: new Set(charactersOf(JAPANESE)),
  };
  let japanese = 0;
  let chinese = 0;
  for (const character of text) {
    const inJapan = sets.japanese.has(character);
    const inChina = sets.chinese.has(character);
    if (inJapan && !inChina) japanese++;
    if (inChina && !inJapan) chinese++;
  }
  return japanese + chinese === 0 ? 0 : (japanese - chinese) / (japanese + chinese);
}

function charactersOf([encoding, from, to, cells]: readonly [string, number, number, number]): string {
  const bytes: number[] = [];
  for (let row = from; row <= to; row++) for (let cell = cells; cell <= LAST_CELL; cell++) bytes.push(row, cell);
  return new TextDecoder(encoding).decode(Uint8Array.from(bytes)).replace(/[^\p{Script=Han}]/gu, '');
}
