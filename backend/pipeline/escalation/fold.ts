const LOOKALIKES = new Map(
  Object.entries({
    а: 'a',
    е: 'e',
    о: 'o',
    р: 'p',
    с: 'c',
    х: 'x',
    у: 'y',
    і: 'i',
    ѕ: 's',
    ԁ: 'd',
    ј: 'j',
    һ: 'h',
    ո: 'n',
    к: 'k',
    м: 'm',
    т: 't',
    в: 'b',
    α: 'a',
    ο: 'o',
    ν: 'v',
    ρ: 'p',
    τ: 't',
    υ: 'u',
    ι: 'i',
    κ: 'k',
    ε: 'e',
    ı: 'i',
    ɑ: 'a',
    ɡ: 'g',
    ß: 'ss',
    œ: 'oe',
    æ: 'ae',
    '’': "'",
    '‘': "'",
    ʼ: "'",
  }),
);
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/u;

/** Folded text and, for each of its UTF-16 units, where the character it came from begins in the original. */
export type Folded = { text: string; origins: Uint32Array };

/** Lower case, full-width and accented letters plain, look-alikes Latin, white space a space, an empty line a line end. */
export function fold(original: string): Folded {
  const text: string[] = [];
  const origins: number[] = [];
  let index = 0;
  let breaks = 0;
  for (const character of original) {
    if (character > ' ' && character <= '~') breaks = 0;
    else if (character === '\n') breaks++;
    else if (!/\s/.test(character)) breaks = 0;
    for (const unit of breaks > 1 ? '\n' : foldCharacter(character)) {
      for (let at = 0; at < unit.length; at++) origins.push(index);
      text.push(unit);
    }
    index += character.length;
  }
  origins.push(index);
  return { text: text.join(''), origins: Uint32Array.from(origins) };
}

const cache = new Map<string, string>();

function foldCharacter(character: string): string {
  if (character >= ' ' && character <= '~') return character.toLowerCase();
  let folded = cache.get(character);
  if (folded === undefined) {
    folded = foldAnew(character);
    if (cache.size < 10_000) cache.set(character, folded);
  }
  return folded;
}

function foldAnew(character: string): string {
  if (/\s/.test(character)) return ' ';
  if (INVISIBLE.test(character) || /[\ufdfa\ufdfb]/.test(character)) return '';
  const plain = character
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .toWellFormed();
  return [...plain].map((letter) => LOOKALIKES.get(letter) ?? letter).join('');
}
