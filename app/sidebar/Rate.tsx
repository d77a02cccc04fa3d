import { useState } from 'react';
import type { RatingReason } from '../../backend/contract/feedback.ts';
import { Button } from '../ui/Button.tsx';
import { Line, Small } from '../ui/layout.tsx';
import { useWords } from '../ui/Words.tsx';

const REASONS: readonly RatingReason[] = ['category', 'priority', 'team', 'draft', 'other'];

type Props = { onRate: (helpful: boolean, reason: RatingReason | null) => void };

/** One click says whether it helped; what was wrong may follow, and never has to. */
export function Rate({ onRate }: Props) {
  const { t } = useWords();
  const [said, setSaid] = useState<'yes' | 'no' | 'why' | null>(null);
  const rate = (answer: 'yes' | 'no') => {
    setSaid(answer);
    onRate(answer === 'yes', null);
  };
  const explain = (reason: RatingReason) => {
    setSaid('why');
    onRate(false, reason);
  };
  return (
    <div role="status" tabIndex={-1}>
      {said === null ? (
        <Line>
          <Small>{t('rate.ask')}</Small>
          <span>
            <Button look="quiet" shortcut="y" onClick={() => rate('yes')}>
              {t('rate.yes')}
            </Button>
            <Button look="quiet" shortcut="x" onClick={() => rate('no')}>
              {t('rate.no')}
            </Button>
          </span>
        </Line>
      ) : (
        <Small>{t(said === 'no' ? 'rate.why' : 'rate.thanks')}</Small>
      )}
      {said === 'no' &&
        REASONS.map((reason) => (
          <Button key={reason} look="quiet" onClick={() => explain(reason)}>
            {t(`rate.${reason}`)}
          </Button>
        ))}
    </div>
  );
}
