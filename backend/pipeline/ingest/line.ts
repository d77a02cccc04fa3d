export type AsideKind = 'quote' | 'signature' | 'footer' | 'system';

/** A line of what arrived and what became of it: `null` is the customer's own text. */
export type Line = {
  text: string;
  aside: AsideKind | null;
  /** Somebody else's words beyond doubt: under a quote header or in a mail client's quote element. */
  foreign: boolean;
};

export const ownLine = (text: string): Line => ({ text, aside: null, foreign: false });

export function setAside(lines: Line[], from: number, to: number, aside: AsideKind, foreign: boolean): void {
  for (const line of lines.slice(from, to)) {
    if (line.foreign) continue;
    line.aside = aside;
    line.foreign = foreign;
  }
}

export const isBlank = (line: Line | undefined): boolean => line === undefined || line.text.trim() === '';

export function joinLines(lines: Line[]): string {
  return lines
    .map((line) => line.text.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
