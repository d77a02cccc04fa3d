import { Button } from '../../ui/Button.tsx';
import { usePageWords } from '../../ui/page/PageWords.tsx';
import { Actions } from '../../ui/page/Section.tsx';

/** Null where there is nothing further in that direction. */
type Props = { label: string; onNewer: (() => void) | null; onOlder: (() => void) | null };

export function Pager({ label, onNewer, onOlder }: Props) {
  const { t } = usePageWords();
  if (!onNewer && !onOlder) return null;
  return (
    <nav aria-label={label}>
      <Actions>
        <Button disabled={!onNewer} onClick={() => onNewer?.()}>
          {t('common.newer')}
        </Button>
        <Button disabled={!onOlder} onClick={() => onOlder?.()}>
          {t('common.older')}
        </Button>
      </Actions>
    </nav>
  );
}
