import { useState } from 'react';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { usePageWords } from '../../ui/page/PageWords.tsx';
import { Hint } from '../../ui/page/Section.tsx';
import type { Draft } from './useDraft.ts';
import { useWho } from './useWho.ts';
import { Versions } from './Versions.tsx';

/** Which version is in force, whose it is, and the way to those before it. */
export function VersionLine<Body>({ draft }: { draft: Draft<Body> }) {
  const { t, ago } = usePageWords();
  const [isOpen, setOpen] = useState(false);
  const { version, savedAt } = draft.saved;
  const vars = { version, who: useWho()(draft.saved) };
  return (
    <div>
      <Hint>
        {savedAt ? t('version.saved', { ...vars, when: ago(savedAt) }) : t('version.never')}{' '}
        {version > 0 && <LinkButton onClick={() => setOpen(true)}>{t('version.earlier')}</LinkButton>}
      </Hint>
      {isOpen && <Versions draft={draft} onClose={() => setOpen(false)} />}
    </div>
  );
}
