import { useState } from 'react';
import type { Draft } from '../../backend/contract/triage.ts';
import { Button } from '../ui/Button.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Line, Small } from '../ui/layout.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { useWords } from '../ui/Words.tsx';
import type { Frame } from '../zaf/frame.ts';
import { copyText, insertReply } from '../zaf/insert-reply.ts';
import { DraftText } from './DraftText.tsx';
import type { Pointing } from './usePointing.ts';

type Said = 'inserted' | 'copied' | 'clipboardOnly' | 'failed';

type Props = {
  draft: Draft;
  pointing: Pointing;
  frame: Frame;
  onInsert: (text: string) => void;
  onEdit: () => void;
};

export function DraftPanel({ draft, pointing, frame, onInsert, onEdit }: Props) {
  const { t } = useWords();
  const [text, setText] = useState(draft.text);
  const [editing, setEditing] = useState(false);
  const [said, setSaid] = useState<Said | null>(null);
  const insert = async () => {
    const where = await insertReply(frame, text);
    setSaid(where === 'editor' ? 'inserted' : where === 'clipboard' ? 'clipboardOnly' : 'failed');
    if (where !== 'failed') onInsert(text);
  };
  const copy = async () => setSaid((await copyText(text)) === 'clipboard' ? 'copied' : 'failed');
  const edit = (next: string) => {
    setText(next);
    setSaid(null);
    onEdit();
  };
  return (
    <Disclosure open title={t(draft.kind === 'clarifying' ? 'reply.titleClarifying' : 'draft.title')}>
      {editing ? (
        <TextArea focused label={t('reply.label')} value={text} rows={8} language={draft.language} onChange={edit} />
      ) : (
        <DraftText draft={draft} pointing={pointing} />
      )}
      {!editing && draft.text === '' && <Small>{t('reply.nothingLeft')}</Small>}
      <Line $start>
        <Button shortcut="i" onClick={() => void insert()} disabled={text.trim() === ''}>
          {t('reply.insert')}
        </Button>
        {!editing && (
          <Button look="quiet" shortcut="e" onClick={() => setEditing(true)}>
            {t('reply.edit')}
          </Button>
        )}
        <Button look="quiet" shortcut="c" onClick={() => void copy()} disabled={text.trim() === ''}>
          {t('reply.copy')}
        </Button>
      </Line>
      <Small role="status">{said && t(`reply.${said}`)}</Small>
    </Disclosure>
  );
}
