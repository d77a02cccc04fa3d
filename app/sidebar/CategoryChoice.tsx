import type { Classification } from '../../backend/contract/triage.ts';
import { Button } from '../ui/Button.tsx';
import { Line } from '../ui/layout.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useWords } from '../ui/Words.tsx';

type Props = { classification: Classification; onChoose: (category: string) => void };

/** Low confidence: the two best, neither chosen for the agent. The row below offers every other. */
export function CategoryChoice({ classification, onChoose }: Props) {
  const { t, name } = useWords();
  const listed = classification.candidates.map(({ category }) => category).slice(0, 2);
  const candidates = listed.length ? listed : [classification.category];
  return (
    <>
      <Notice tone="warning" title={t(candidates.length > 1 ? 'low.title' : 'low.titleOne')}>
        {t('low.text')}
      </Notice>
      <Line $start>
        {candidates.map((category, place) => (
          <Button key={category} shortcut={`${place + 1}`} onClick={() => onChoose(category)}>
            {name('category', category)}
          </Button>
        ))}
      </Line>
    </>
  );
}
