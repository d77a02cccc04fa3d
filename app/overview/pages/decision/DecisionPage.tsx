import { type FormEvent, useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { TextRow } from '../../../ui/form/rows.tsx';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { Section, Stack } from '../../../ui/page/Section.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { ById } from './ById.tsx';
import { OfTicket } from './OfTicket.tsx';

/** Why a triage came out as it did. */
export function DecisionPage() {
  const { t } = usePageWords();
  const [typed, setTyped] = useState('');
  const [id, setId] = useState<string | null>(null);
  const find = () => setId(typed.trim() || null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    find();
  };
  return (
    <>
      <Section title={t('decision.find')}>
        <Stack as="form" onSubmit={submit}>
          <TextRow
            label={t('decision.id')}
            hint={t('decision.idHint')}
            value={typed}
            maxLength={40}
            onChange={setTyped}
          />
          <div>
            <Button disabled={typed.trim() === ''} onClick={find}>
              {t('decision.show')}
            </Button>
          </div>
        </Stack>
      </Section>
      {id === null ? (
        <EmptyState title={t('decision.none')} text={t('decision.noneText')} />
      ) : (
        <Found key={id} id={id} />
      )}
    </>
  );
}

const isTicket = (typed: string) => /^#?\d+$/.test(typed);

function Found({ id }: { id: string }) {
  return isTicket(id) ? <OfTicket ticketId={id.replace('#', '')} /> : <ById id={id} />;
}
