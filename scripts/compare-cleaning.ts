import { METHODS } from '../evals/cleaning-rivals.ts';
import { readCleaningRows } from '../evals/cleaning-rows.ts';
import { scoreCleaning } from '../evals/cleaning-scores.ts';

const SETS = ['trimmer', 'crisp', 'talon', 'quotequail', 'mailspring', 'quagga'];
const DATA = new URL('../../shared/data/', import.meta.url);

const figure = (value: number | undefined): string => (value === undefined ? '' : value.toFixed(3));

console.log(
  '| set | n | method | exact | token F1 | quoted lines leaked | own lines lost | of these, as footer |\n|---|---|---|---|---|---|---|---|',
);
for (const set of SETS) {
  const rows = readCleaningRows(new URL(`clean_${set}.jsonl`, DATA).pathname, Number.POSITIVE_INFINITY);
  for (const [name, clean] of Object.entries(METHODS)) {
    const cleaned = [];
    for (const row of rows) cleaned.push({ row, ...(await clean(row)) });
    const { n, exact, tokenF1, dropLeaked, coreLost, coreAsFooter } = scoreCleaning(cleaned);
    console.log(
      `| ${[set, n, name, figure(exact), figure(tokenF1), figure(dropLeaked), figure(coreLost), figure(coreAsFooter)].join(' | ')} |`,
    );
  }
}
