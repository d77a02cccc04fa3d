import { element, escapeText, picture, words } from './svg.ts';

export type Confusion = Record<string, Record<string, number>>;

/** With more labels the counts do not fit: the cells then say them when pointed at. */
const MOST_NUMBERS = 14;
const LETTER = 6.6;
const TOP = 44;

/** A row for each expected label, a column for each predicted one; the darker, the larger the share of the row. */
export function drawConfusion(confusion: Confusion, heading: string): string {
  const labels = [...new Set(Object.entries(confusion).flatMap(([label, row]) => [label, ...Object.keys(row)]))].sort();
  const numbered = labels.length <= MOST_NUMBERS;
  const size = numbered ? 52 : 13;
  const names = Math.min(280, Math.max(...labels.map((label) => label.length)) * (numbered ? LETTER : 5.2) + 12);
  const top = TOP + names;
  const side = labels.length * size;
  const total = Object.values(confusion).reduce((sum, row) => sum + sumOf(row), 0);
  const right = Object.entries(confusion).reduce((sum, [label, row]) => sum + (row[label] ?? 0), 0);
  const text = { 'font-size': numbered ? 12 : 9 };
  return picture(
    {
      title: heading,
      description: `Confusion matrix: ${right} of ${total} rows are right. ${describe(confusion)}`,
      width: names + side + 16,
      height: top + side + 16,
    },
    words(heading, { x: 8, y: 18, 'font-weight': 600 }),
    words('rows: expected, columns: predicted', { x: 8, y: 35, 'font-size': 11 }),
    ...labels.map((label, at) =>
      words(label, { ...text, x: names - 6, y: top + (at + 0.5) * size + 4, 'text-anchor': 'end' }),
    ),
    ...labels.map((label, at) => {
      const [x, y] = [names + (at + 0.5) * size + 4, top - 6];
      return words(label, { ...text, x, y, transform: `rotate(-90 ${x.toFixed(1)} ${y.toFixed(1)})` });
    }),
    ...labels.flatMap((expected, row) =>
      labels.map((predicted, column) =>
        cell({ confusion, expected, predicted, x: names + column * size, y: top + row * size, size, numbered }),
      ),
    ),
  );
}

const sumOf = (row: Record<string, number>): number => Object.values(row).reduce((a, b) => a + b, 0);

type Cell = {
  confusion: Confusion;
  expected: string;
  predicted: string;
  x: number;
  y: number;
  size: number;
  numbered: boolean;
};

function cell({ confusion, expected, predicted, x, y, size, numbered }: Cell): string {
  const row = confusion[expected] ?? {};
  const count = row[predicted] ?? 0;
  if (count === 0 && !numbered) return '';
  const share = count / Math.max(1, sumOf(row));
  const kind = expected === predicted ? 'cell' : 'wrong';
  const says = element('title', {}, escapeText(`${expected} read as ${predicted}: ${count}`));
  const opacity = count === 0 ? 0 : 0.12 + share * 0.5;
  const square = element(
    'rect',
    { class: `${kind} grid`, x, y, width: size, height: size, 'fill-opacity': opacity },
    says,
  );
  const number = words(`${count}`, { x: x + size / 2, y: y + size / 2 + 4, 'text-anchor': 'middle' });
  return numbered ? square + number : square;
}

/** The commonest mistakes, in words. */
function describe(confusion: Confusion): string {
  const mistakes = Object.entries(confusion)
    .flatMap(([expected, row]) => Object.entries(row).map(([predicted, count]) => ({ expected, predicted, count })))
    .filter(({ expected, predicted }) => expected !== predicted)
    .sort((a, b) => b.count - a.count)
    .slice(0, 5);
  if (mistakes.length === 0) return 'There is no mistake.';
  return `Most often mistaken: ${mistakes.map(({ expected, predicted, count }) => `${expected} for ${predicted} (${count})`).join(', ')}.`;
}
