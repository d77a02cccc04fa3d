import { useState } from 'react';
import type { Draft } from '../../backend/contract/triage.ts';
import { Button } from '../ui/Button.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Line, Small } from '../ui/layout.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { useWords } from '../ui/Words.tsx';
import type { Frame } from '../zaf/frame.ts';
import { copyText, insertReply } from '../zaf/insert-reply.ts';
import { DraftRewrite } from './DraftRewrite.tsx';
import { DraftText } from './DraftText.tsx';
import type { Pointing } from './usePointing.ts';
import { type Rewrite, useRewrite } from './useRewrite.ts';

type Props = {
  draft: Draft;
  /** Of the customer's own words. */
  language: string;
  pointing: Pointing;
  frame: Frame;
  /** Null where no engine can. */
  rewrite: Rewrite | null;
  onInsert: (text: string) => void;
  onEdit: () => void;
};

/** The languages that a draft may go to: the customer's, that of the triage's draft, and the agent's own. */
const languagesFor = (present: string, wished: readonly string[]): string[] =>
  [...new Set([...wished, document.documentElement.lang.slice(0, 2)])].filter(
    (code) => /^[a-z]{2}$/.test(code) && code !== present,
  );

export function DraftPanel({ draft: made, language, pointing, frame, rewrite, onInsert, onEdit }: Props) {
  const { t } = useWords();
  const [editing, setEditing] = useState(false);
  const { draft, text, busy, said, say, ask, edit, back } = useRewrite(made, rewrite, onEdit);
  const empty = text.trim() === '';
  const insert = async () => {
    const where = await insertReply(frame, text);
    say(t(`reply.${where === 'editor' ? 'inserted' : where === 'clipboard' ? 'clipboardOnly' : 'failed'}`));
    if (where !== 'failed') onInsert(text);
  };
  const copy = async () => say(t(`reply.${(await copyText(text)) === 'clipboard' ? 'copied' : 'failed'}`));
  return (
    <Disclosure open title={t(draft.kind === 'clarifying' ? 'reply.titleClarifying' : 'draft.title')}>
      {editing ? (
        <TextArea focused label={t('reply.label')} value={text} rows={8} language={draft.language} onChange={edit} />
      ) : (
        <DraftText draft={draft} pointing={pointing} />
      )}
      {!editing && draft.text === '' && <Small>{t('reply.nothingLeft')}</Small>}
      <Line $start>
        <Button shortcut="i" onClick={() => void insert()} disabled={empty}>
          {t('reply.insert')}
        </Button>
        {!editing && (
          <Button look="quiet" shortcut="e" onClick={() => setEditing(true)}>
            {t('reply.edit')}
          </Button>
        )}
        <Button look="quiet" shortcut="c" onClick={() => void copy()} disabled={empty}>
          {t('reply.copy')}
        </Button>
      </Line>
      {rewrite && !empty && (
        <DraftRewrite
          languages={languagesFor(draft.language, [language, made.language])}
          busy={busy}
          onAsk={(...wish) => void ask(...wish)}
          onBack={back}
        />
      )}
      <Small role="status" style={{ minHeight: 16 }}>
        {said}
      </Small>
    </Disclosure>
  );
}
