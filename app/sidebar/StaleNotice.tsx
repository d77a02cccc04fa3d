import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useWords } from '../ui/Words.tsx';

/** `reading`: a fresh triage is on its way; else the agent has begun to work with this one and decides. */
export function StaleNotice({ reading, onRefresh }: { reading: boolean; onRefresh: () => void }) {
  const { t } = useWords();
  return (
    <Notice tone="warning" title={t('stale.title')}>
      <p>{t(reading ? 'stale.reading' : 'stale.text')}</p>
      {!reading && <Button onClick={onRefresh}>{t('stale.again')}</Button>}
    </Notice>
  );
}
