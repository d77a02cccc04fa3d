import { type ReactNode, useState } from 'react';
import type { ApiError } from '../../api/api-error.ts';
import { Button } from '../../ui/Button.tsx';
import { TextRow } from '../../ui/form/rows.tsx';
import { Dialog } from '../../ui/page/Dialog.tsx';
import { usePageWords } from '../../ui/page/PageWords.tsx';
import { Actions } from '../../ui/page/Section.tsx';
import { Problem } from './Problem.tsx';

type Props = {
  title: string;
  children?: ReactNode;
  /** On the button, such as "Disconnect". */
  verb: string;
  /** What has to be typed first, for what cannot be taken back. */
  typed?: { label: string; word: string };
  isBusy?: boolean;
  error?: ApiError | null;
  onConfirm(): void;
  onClose(): void;
};

/** Asks before what cannot be taken back, or reaches further than the button shows. */
export function ConfirmDialog({ title, children, verb, typed, isBusy = false, error, onConfirm, onClose }: Props) {
  const { t } = usePageWords();
  const [word, setWord] = useState('');
  const isSure = !typed || word.trim() === typed.word;
  return (
    <Dialog title={title} onClose={onClose}>
      {children}
      {typed && <TextRow label={typed.label} value={word} onChange={setWord} />}
      {error && <Problem error={error} />}
      <Actions style={{ justifyContent: 'flex-end' }}>
        <Button look="quiet" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button look="primary" disabled={!isSure || isBusy} onClick={onConfirm}>
          {verb}
        </Button>
      </Actions>
    </Dialog>
  );
}
