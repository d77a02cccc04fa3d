import { useEffect, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { TextRow } from '../../ui/form/rows.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { usePageWords } from '../../ui/page/PageWords.tsx';
import { SaveShelf } from '../../ui/page/SaveShelf.tsx';
import { Actions, Hint } from '../../ui/page/Section.tsx';
import { Problem } from '../parts/Problem.tsx';
import { useSay } from '../parts/Said.tsx';
import { Conflict } from './Conflict.tsx';
import type { Draft } from './useDraft.ts';

const MOST_NOTE = 400;

/** `alsoIn`: other pages whose changes it saves as well. */
type Props<Body> = { draft: Draft<Body>; alsoIn?: readonly string[] };

/** At the foot of every form of a document; there while something is unsaved, or went wrong in saving. */
export function SaveBar<Body extends object>({ draft, alsoIn = [] }: Props<Body>) {
  const { t, list } = usePageWords();
  const say = useSay();
  const [note, setNote] = useState('');
  if (!draft.isDirty && !draft.theirs && !draft.setAside && !draft.error) return null;
  const save = async () => {
    if (!(await draft.save(note.trim() || null))) return;
    setNote('');
    say(t('save.saved'));
  };
  return (
    <SaveShelf aria-label={t('save.region')}>
      <Conflict draft={draft} />
      <Faults draft={draft} />
      {draft.error && <Problem error={draft.error} />}
      {draft.isDirty && alsoIn.length > 0 && <Hint>{t('save.alsoIn', { pages: list(alsoIn) })}</Hint>}
      {draft.isDirty && (
        <Actions style={{ alignItems: 'flex-end' }}>
          <div style={{ flex: '1 1 240px' }}>
            <TextRow label={t('save.note')} value={note} maxLength={MOST_NOTE} onChange={setNote} />
          </div>
          <Button look="quiet" disabled={draft.isBusy} onClick={draft.discard}>
            {t('save.discard')}
          </Button>
          <Button look="primary" disabled={draft.isBusy || draft.theirs !== null} onClick={() => void save()}>
            {draft.isBusy ? t('save.saving') : t('save.save')}
          </Button>
        </Actions>
      )}
    </SaveShelf>
  );
}

function Faults<Body>({ draft: { faults } }: { draft: Draft<Body> }) {
  const { t } = usePageWords();
  const count = faults.length;
  useEffect(() => {
    const field = count > 0 && document.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (!field) return;
    field.focus({ preventScroll: true });
    // Scrolled by its focus alone it may stay under this bar.
    field.scrollIntoView({ block: 'center' });
  }, [count]);
  if (count === 0) return null;
  return (
    <div role="alert">
      <Notice tone="danger" title={t('save.refused')}>
        <ul lang="en" style={{ paddingInlineStart: 20 }}>
          {faults.map(({ path, message }) => (
            <li key={`${path} ${message}`}>{path ? `${path}: ${message}` : message}</li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
