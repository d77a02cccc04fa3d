type Result = Record<string, unknown>;

/** Drawn, and in the JSON. */
const NOT_SHOWN = new Set(['confusion', 'bins', 'coverageCurve']);

const show = (value: unknown): string => {
  if (typeof value === 'number' && !Number.isInteger(value)) return value.toFixed(3);
  if (Array.isArray(value))
    return value.map((part) => (isRecord(part) ? `(${showRecord(part)})` : show(part))).join(', ');
  return value === null ? '-' : String(value);
};

const isRecord = (value: unknown): value is Result =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const showRecord = (value: Result): string =>
  Object.entries(value)
    .map(([key, part]) => `${key}: ${isRecord(part) ? `(${showRecord(part)})` : show(part)}`)
    .join('  ');

/** A line for each figure, and for each part of one that has parts of its own; a confusion matrix as a grid, a row for each expected label. */
export function printTable({ confusion, ...figures }: Result): void {
  for (const [name, value] of Object.entries(figures)) {
    if (NOT_SHOWN.has(name)) continue;
    const parts = isRecord(value) ? Object.entries(value) : [];
    if (parts.length > 0 && parts.every(([, part]) => isRecord(part))) {
      console.log(name);
      for (const [key, part] of parts) console.log(`  ${key.padEnd(26)}${isRecord(part) ? showRecord(part) : ''}`);
    } else console.log(`${name.padEnd(14)}${isRecord(value) ? showRecord(value) : show(value)}`);
  }
  if (isRecord(confusion)) printConfusion(confusion);
}

const WIDEST = 12;

function printConfusion(confusion: Result): void {
  const rows = Object.entries(confusion).flatMap(([label, row]) => (isRecord(row) ? [{ label, row }] : []));
  const labels = [...new Set(rows.flatMap(({ label, row }) => [label, ...Object.keys(row)]))].sort();
  if (labels.length > WIDEST) {
    console.log(`confusion     ${labels.length} labels: see the picture, or --json`);
    return;
  }
  const width = Math.max(...labels.map((label) => label.length), 6) + 2;
  console.log(`\n${'expected'.padEnd(width)}${labels.map((label) => label.padStart(width)).join('')}`);
  for (const { label, row } of rows) {
    console.log(label.padEnd(width) + labels.map((other) => show(row[other] ?? 0).padStart(width)).join(''));
  }
}
