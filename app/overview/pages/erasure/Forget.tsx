import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { SelectRow, TextRow } from '../../../ui/form/rows.tsx';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { Actions, Grid, Section } from '../../../ui/page/Section.tsx';
import { useClient } from '../../api/ClientContext.tsx';
import { useAction } from '../../api/useAction.ts';
import { ConfirmDialog } from '../../parts/ConfirmDialog.tsx';
import { useSay } from '../../parts/Said.tsx';

const BY = ['ticketId', 'personId', 'email'] as const;
type By = (typeof BY)[number];

const MAX_LENGTH = { ticketId: 100, personId: 100, email: 320 } as const;

function toBody(by: By, subject: string) {
  if (by === 'email') return { email: subject };
  return by === 'ticketId' ? { ticketId: subject } : { personId: subject };
}

/** It cannot be taken back, so whom it is about has to be typed twice. */
export function Forget({ onAsked }: { onAsked(): void }) {
  const { t } = usePageWords();
  const client = useClient();
  const say = useSay();
  const [by, setBy] = useState<By>('ticketId');
  const [typed, setTyped] = useState('');
  const [asks, setAsks] = useState(false);
  const subject = by === 'email' ? typed.trim() : typed.trim().replace(/^#/, '');
  const isWhole = by === 'email' ? subject.length >= 3 && subject.includes('@') : subject !== '';
  const forget = useAction(async () => {
    await client.call('forget', { body: toBody(by, subject) });
    setAsks(false);
    setTyped('');
    say(t('erasure.asked'));
    onAsked();
  });
  const close = () => {
    setAsks(false);
    forget.clear();
  };
  return (
    <Section title={t('erasure.forget')} text={t('erasure.forgetText')}>
      <Grid>
        <SelectRow<By>
          label={t('erasure.by')}
          value={by}
          options={BY.map((value) => ({ value, label: t(`erasure.${value}`) }))}
          onChange={setBy}
        />
        <TextRow label={t(`erasure.${by}`)} value={typed} maxLength={MAX_LENGTH[by]} onChange={setTyped} />
      </Grid>
      <Actions>
        <Button disabled={!isWhole} onClick={() => setAsks(true)}>
          {t('erasure.verb')}
        </Button>
      </Actions>
      {asks && (
        <ConfirmDialog
          title={t('erasure.ask')}
          verb={t('erasure.verb')}
          typed={{ label: t('erasure.typeAgain', { subject }), word: subject }}
          isBusy={forget.isBusy}
          error={forget.error}
          onConfirm={forget.run}
          onClose={close}
        >
          <p>{t(by === 'ticketId' ? 'erasure.askTicket' : 'erasure.askPerson')}</p>
        </ConfirmDialog>
      )}
    </Section>
  );
}
