export type AsideKind = 'quote' | 'signature' | 'footer' | 'system' | 'form' | 'device';

/** A line of what arrived and what became of it: `null` is the customer's own text. */
export type Line = {
  text: string;
  aside: AsideKind | null;
  /** Somebody else's words beyond doubt: under a quote header or in a mail client's quote element. */
  foreign: boolean;
  /** Where it stands in the comment's text or HTML, in UTF-16 units. */
  start: number;
  end: number;
};

const BREAK = /\r\n|[\n\r\u2028\u2029]/g;

/** The lines of a text; of a long run of blank ones two are enough. */
export function textToLines(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  BREAK.lastIndex = 0;
  while (BREAK.test(text)) {
    const next = BREAK.lastIndex;
    const end = next - (text.startsWith('\r\n', next - 2) ? 2 : 1);
    addLine(lines, text.slice(start, end), start);
    start = next;
  }
  lines.push(ownLine(text.slice(start), start));
  return lines;
}

function addLine(lines: Line[], text: string, start: number): void {
  const last = lines.at(-1);
  if (last && text.trim() === '' && isBlank(last) && isBlank(lines.at(-2))) last.end = start + text.length;
  else lines.push(ownLine(text, start));
}

const ownLine = (text: string, start: number): Line => ({
  text,
  aside: null,
  foreign: false,
  start,
  end: start + text.length,
});

export function setAside(lines: Line[], from: number, to: number, aside: AsideKind, foreign: boolean): void {
  for (let index = from; index < Math.min(to, lines.length); index++) {
    const line = lines[index];
    if (!line || line.foreign) continue;
    line.aside = aside;
    line.foreign = foreign;
  }
}

const NOT_SEEN = /^[\s\p{C}\p{Default_Ignorable_Code_Point}\u2800]*$/u;

export const isVisible = (text: string): boolean => !NOT_SEEN.test(text);

export const isBlank = (line: Line | undefined): boolean => line === undefined || line.text.trim() === '';

export const isOwn = (line: Line): boolean => line.aside === null;

/** Indexes of the customer's own lines that hold text, from first to last. */
export function ownIndexes(lines: Line[]): number[] {
  const indexes: number[] = [];
  for (const [index, line] of lines.entries()) if (isOwn(line) && !isBlank(line)) indexes.push(index);
  return indexes;
}

/** The lines as a text, without blank lines at its ends or more than one in a row. */
export function joinLines(lines: Line[]): string {
  const kept: string[] = [];
  for (const { text } of lines) {
    const line = text.trimEnd();
    if (line !== '' || kept.at(-1) !== '') kept.push(line);
  }
  return kept.join('\n').trim();
}
