import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { useRead } from '../../api/useResource.ts';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { Waiting } from '../../parts/Loaded.tsx';

/** Everything is answered, or nothing has ever come. */
export function NothingWaits() {
  const { t } = usePageWords();
  const { value, isLoading } = useRead('readVolume', {});
  if (isLoading && !value) return <Waiting shape={[80]} />;
  const isNew = value !== null && value.decidedBy.length === 0;
  return isNew ? (
    <EmptyState title={t('queue.never')} text={t('queue.neverText')} />
  ) : (
    <EmptyState title={t('queue.nothing')} text={t('queue.nothingText')} />
  );
}
