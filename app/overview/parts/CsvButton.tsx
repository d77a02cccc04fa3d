import { csvLine } from '../../../backend/contract/csv.ts';
import { Button } from '../../ui/Button.tsx';
import { Small } from '../../ui/layout.tsx';
import { usePageWords } from '../../ui/page/PageWords.tsx';
import type { Days } from './days.ts';
import { useSay } from './Said.tsx';
import { useSavedFile } from './save-as.ts';

/** `name` with the days of `range` becomes the name of the file. `head`: codes rather than words, the same in every language. */
type Props = {
  name: string;
  range: Days | null;
  head: readonly string[];
  rows: readonly (readonly unknown[])[];
};

/** A spreadsheet takes it for UTF-8 only by this mark. */
const MARK = '\uFEFF';
/** A tab shows it; of CSV's own type it would only offer to save it. */
const SHOWN = 'text/plain;charset=utf-8';

const csvOf = (head: readonly string[], rows: readonly (readonly unknown[])[]): string =>
  MARK + [head, ...rows].map(csvLine).join('');

/** Saves what is shown as CSV. */
export function CsvButton({ name, range, head, rows }: Props) {
  const { t } = usePageWords();
  const say = useSay();
  const { file, save } = useSavedFile();
  const days = range ? `-${range.from}-${range.to}` : '';
  const download = () => {
    save(`${name}${days}.csv`, new Blob([csvOf(head, rows)], { type: SHOWN }));
    say(t('chart.csvSaved'));
  };
  return (
    <div style={{ display: 'grid', gap: 4, justifyItems: 'end' }}>
      <Button disabled={rows.length === 0} onClick={download}>
        {t('chart.csv')}
      </Button>
      {file && (
        <Small>
          {t('chart.csvBlocked')}{' '}
          <a href={file.url} target="_blank" rel="noopener" style={{ color: 'inherit' }}>
            {file.name}
          </a>
        </Small>
      )}
    </div>
  );
}
