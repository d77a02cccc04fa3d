import type { ApiError } from '../api/api-error.ts';
import type { Clock } from '../api/clock.ts';
import { Blank } from '../ui/Blank.tsx';
import { Button } from '../ui/Button.tsx';
import { Line, Small } from '../ui/layout.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useWords } from '../ui/Words.tsx';
import { useCountdown } from './useCountdown.ts';

const EXPLAINED = ['unreachable', 'timeout', 'rate_limited', 'unauthorized', 'too_large', 'unreadable'] as const;

type Props = {
  error: ApiError;
  clock: Clock;
  onRetry: () => void;
  /** What is missing for it, where that is not the whole suggestion. */
  missing?: string;
};

export function Failure({ error, clock, onRetry, missing }: Props) {
  const { t } = useWords();
  const seconds = useCountdown(clock, error);
  if (error.code === 'no_access')
    return <Blank icon="lock" title={t('error.no_access.title')} text={t('error.no_access.text')} />;
  const kind = EXPLAINED.find((code) => code === error.code) ?? 'other';
  return (
    <div>
      <div role="alert">
        <Notice
          tone={kind === 'rate_limited' ? 'warning' : 'danger'}
          title={(kind === 'other' && missing) || t(`error.${kind}.title`)}
        >
          {t(`error.${kind}.text`)} {t('error.unchanged')}
        </Notice>
      </div>
      <Line style={{ paddingBlockStart: 8 }}>
        <Button onClick={onRetry} disabled={seconds > 0}>
          {seconds > 0 ? t('error.againIn', { seconds }) : t('error.again')}
        </Button>
        {error.requestId && <Small>{t('error.reference', { id: error.requestId })}</Small>}
      </Line>
    </div>
  );
}
