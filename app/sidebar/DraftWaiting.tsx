import { Bones } from '../ui/Bones.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Small } from '../ui/layout.tsx';
import { useWords } from '../ui/Words.tsx';

/** Keeps the draft's room while it is being written, so that nothing below moves when it comes. */
export function DraftWaiting() {
  const { t } = useWords();
  return (
    <Disclosure open title={t('draft.title')}>
      <Bones heights={[176, 32]} />
      <Small>{t('draft.waiting')}</Small>
    </Disclosure>
  );
}
