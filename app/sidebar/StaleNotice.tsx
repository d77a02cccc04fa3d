import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useWords } from '../ui/Words.tsx';

/** The agent has begun to work with this suggestion, and decides when a newer one takes its place. */
export function StaleNotice({ onRefresh }: { onRefresh: () => void }) {
  const { t } = useWords();
  return (
    <Notice tone="warning" title={t('stale.title')}>
      <p>{t('stale.text')}</p>
      <Button onClick={onRefresh}>{t('stale.again')}</Button>
    </Notice>
  );
}
