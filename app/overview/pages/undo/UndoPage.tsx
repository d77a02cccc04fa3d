import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { TextRow } from '../../../ui/form/rows.tsx';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { Actions, Section } from '../../../ui/page/Section.tsx';
import { Asked } from './Asked.tsx';
import { HowFar } from './HowFar.tsx';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Taking back what was written to tickets: which, what that would do, and then how far it is. */
export function UndoPage() {
  const [shown, setShown] = useState<string | null>(null);
  return (
    <>
      <Asked onStart={setShown} />
      {shown !== null && <HowFar key={shown} id={shown} />}
      <Earlier onChoose={setShown} />
    </>
  );
}

function Earlier({ onChoose }: { onChoose(id: string): void }) {
  const { t } = usePageWords();
  const [typed, setTyped] = useState('');
  const id = typed.trim();
  return (
    <Section title={t('undo.earlier')} text={t('undo.earlierText')}>
      <TextRow label={t('undo.number')} value={typed} maxLength={40} onChange={setTyped} />
      <Actions>
        <Button disabled={!UUID.test(id)} onClick={() => onChoose(id)}>
          {t('undo.show')}
        </Button>
      </Actions>
    </Section>
  );
}
