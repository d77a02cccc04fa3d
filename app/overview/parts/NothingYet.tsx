import { Blank } from '../../ui/Blank.tsx';
import { Button } from '../../ui/Button.tsx';
import { usePageWords } from '../../ui/page/PageWords.tsx';
import { addDays, lengthOf, todayIn } from './days.ts';
import type { RangeView } from './RangeBar.tsx';
import type { Range } from './useRange.ts';

const WIDEST = 365;

/** `text` says what will appear here, and when. With a range, a wider one is offered. */
type Props = { title: string; text: string; range?: Range; view?: RangeView | null };

/** Where a page has nothing to show. */
export function NothingYet({ title, text, range, view }: Props) {
  const { t, number } = usePageWords();
  const today = todayIn(view?.timeZone);
  const isNarrow = range && view && lengthOf(view) < WIDEST;
  return (
    <Blank icon="empty" title={title} text={text}>
      {isNarrow && (
        <Button onClick={() => range.set({ from: addDays(today, 1 - WIDEST), to: today })}>
          {t('range.wider', { days: number(WIDEST) })}
        </Button>
      )}
    </Blank>
  );
}
