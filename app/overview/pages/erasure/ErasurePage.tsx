import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { Section } from '../../../ui/page/Section.tsx';
import { useRead } from '../../api/useResource.ts';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { Loaded } from '../../parts/Loaded.tsx';
import { usePoll } from '../usePoll.ts';
import { Forget } from './Forget.tsx';
import { Receipts } from './Receipts.tsx';

/** Forgetting a ticket or a person, and the proofs of it. */
export function ErasurePage() {
  const { t } = usePageWords();
  const erasures = useRead('listErasures', {});
  usePoll(erasures.value?.erasures.some(({ state }) => state === 'waiting') ?? false, erasures.reload);
  return (
    <>
      <Forget onAsked={() => void erasures.reload()} />
      <Section title={t('erasure.receipts')} text={t('erasure.receiptsText')}>
        <Loaded resource={erasures}>
          {(view) =>
            view.erasures.length > 0 ? (
              <Receipts receipts={view.erasures} />
            ) : (
              <EmptyState title={t('erasure.none')} text={t('erasure.noneText')} />
            )
          }
        </Loaded>
      </Section>
    </>
  );
}
