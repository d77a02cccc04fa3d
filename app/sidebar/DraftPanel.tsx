import { useState } from 'react';
import type { Draft } from '../../backend/contract/triage.ts';
import { Button } from '../ui/Button.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Line, Small } from '../ui/layout.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { useWords } from '../ui/Words.tsx';
import type { Frame } from '../zaf/frame.ts';
import { copyText, insertReply } from '../zaf/insert-reply.ts';

type Said = 'inserted' | 'copied' | 'clipboardOnly' | 'failed';

type Props = { draft: Draft; frame: Frame; onInsert: (text: string) => void; onEdit: () => void };

export function DraftPanel({ draft, frame, onInsert, onEdit }: Props) {
  const { t } = useWords();
  const [text, setText] = useState(draft.text);
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
    <Disclosure open title={t(draft.kind === 'clarifying' ? 'draft.titleClarifying' : 'draft.title')}>
      <TextArea label={t('draft.label')} value={text} rows={8} language={draft.language} onChange={edit} />
      <Line $start>
        <Button onClick={() => void insert()}>{t('draft.insert')}</Button>
        <Button look="quiet" onClick={() => void copy()}>
          {t('draft.copy')}
        </Button>
      </Line>
      <Small role="status">{said ? t(`draft.${said}`) : leans(t, draft)}</Small>
      {draft.removed.length > 0 && <Removed draft={draft} />}
    </Disclosure>
  );
}

const leans = (t: ReturnType<typeof useWords>['t'], { sourceIds }: Draft) =>
  sourceIds.length > 0 ? t('draft.leansOn', { count: sourceIds.length }) : null;

function Removed({ draft }: { draft: Draft }) {
  const { t, name } = useWords();
  return (
    <div>
      <Small>{t('draft.removed', { count: draft.removed.length })}</Small>
      <ul style={{ paddingInlineStart: 16 }}>
        {draft.removed.map(({ text, reason }) => (
          <Small as="li" key={text}>
            <bdi>{text}</bdi> ({name('removed', reason)})
          </Small>
        ))}
      </ul>
    </div>
  );
}
