import { Button } from '../../ui/Button.tsx';
import { LinesRow } from '../../ui/form/LinesRow.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { usePageWords } from '../../ui/page/PageWords.tsx';
import { Actions } from '../../ui/page/Section.tsx';
import { differing } from './document.ts';
import type { Draft } from './useDraft.ts';
import { useWho } from './useWho.ts';

/** Somebody else saved meanwhile: nothing of either is lost. */
export function Conflict<Body extends object>({ draft }: { draft: Draft<Body> }) {
  const { t } = usePageWords();
  const who = useWho();
  const { theirs, setAside } = draft;
  if (theirs)
    return (
      <div role="alert">
        <Notice tone="warning" title={t('save.conflict', { version: theirs.version, who: who(theirs) })}>
          <p>{t('save.conflictText')}</p>
          <Actions>
            <Button onClick={draft.takeTheirs}>{t('save.takeTheirs')}</Button>
            <Button onClick={draft.keepOurs}>{t('save.keepOurs')}</Button>
          </Actions>
        </Notice>
      </div>
    );
  if (setAside === null) return null;
  return (
    <Notice tone="warning" title={t('save.setAside')}>
      <div style={{ width: '100%' }}>
        <LinesRow
          label={t('save.setAsideText')}
          lines={6}
          value={JSON.stringify(differing(setAside, draft.body), null, 2)}
          onChange={() => {}}
        />
      </div>
      <Button onClick={draft.discard}>{t('save.forget')}</Button>
    </Notice>
  );
}
