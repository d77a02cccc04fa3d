import { useState } from 'react';
import type { UndoDryRun } from '../../../../backend/contract/undo.ts';
import { Button } from '../../../ui/Button.tsx';
import { MomentRow } from '../../../ui/form/MomentRow.tsx';
import { SelectRow, TextRow } from '../../../ui/form/rows.tsx';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { Actions, Grid, Section } from '../../../ui/page/Section.tsx';
import { useClient } from '../../api/ClientContext.tsx';
import { useAction } from '../../api/useAction.ts';
import { ConfirmDialog } from '../../parts/ConfirmDialog.tsx';
import { Problem } from '../../parts/Problem.tsx';
import { faultAt, faultsIn } from '../../versions/document.ts';
import { Foreseen } from './Foreseen.tsx';
import { EMPTY, toBody, type UndoForm } from './undo-filter.ts';

const ENGINES = ['', 'openai', 'builtin', 'rules'] as const;

/** First what it would do, then the button that does it. */
export function Asked({ onStart }: { onStart(id: string): void }) {
  const { t, number } = usePageWords();
  const client = useClient();
  const [form, setForm] = useState(EMPTY);
  const [foreseen, setForeseen] = useState<UndoDryRun | null>(null);
  const [asks, setAsks] = useState(false);
  const foresee = useAction(async () => {
    const answer = await client.call('undo', { body: toBody(form, true) });
    if ('first' in answer) setForeseen(answer);
  });
  const start = useAction(async () => {
    const answer = await client.call('undo', { body: toBody(form, false) });
    setAsks(false);
    setForeseen(null);
    if ('id' in answer) onStart(answer.id);
  });
  const faults = foresee.error?.code === 'bad_request' ? faultsIn(foresee.error.message) : [];
  const isBeside = faults.some(({ path }) => path in form);
  const edit = (part: Partial<UndoForm>) => {
    setForm({ ...form, ...part });
    setForeseen(null);
    foresee.clear();
  };
  return (
    <Section title={t('undo.which')} text={t('undo.whichText')}>
      <Filter form={form} onChange={edit} errorAt={(path) => faultAt(faults, path)} />
      {foresee.error && !isBeside && <Problem error={foresee.error} />}
      <Actions>
        <Button disabled={form.since === '' || foresee.isBusy} onClick={() => void foresee.run()}>
          {t('undo.foresee')}
        </Button>
      </Actions>
      {foreseen && (
        <Foreseen foreseen={foreseen}>
          <Button onClick={() => setAsks(true)}>{t('undo.start')}</Button>
        </Foreseen>
      )}
      {asks && foreseen && (
        <ConfirmDialog
          title={t('undo.ask', { count: foreseen.tickets, tickets: number(foreseen.tickets) })}
          verb={t('undo.start')}
          isBusy={start.isBusy}
          error={start.error}
          onConfirm={start.run}
          onClose={() => setAsks(false)}
        >
          <p>{t('undo.askText')}</p>
        </ConfirmDialog>
      )}
    </Section>
  );
}

type FilterProps = {
  form: UndoForm;
  onChange(part: Partial<UndoForm>): void;
  errorAt(path: string): string | undefined;
};

function Filter({ form, onChange, errorAt }: FilterProps) {
  const { t, name } = usePageWords();
  const text = (key: 'model' | 'promptVersion') => (
    <TextRow
      label={t(`undo.${key}`)}
      value={form[key]}
      error={errorAt(key)}
      maxLength={120}
      onChange={(typed) => onChange({ [key]: typed })}
    />
  );
  const moment = (key: 'since' | 'until') => (
    <MomentRow
      label={t(`undo.${key}`)}
      value={form[key]}
      error={errorAt(key)}
      onChange={(typed) => onChange({ [key]: typed })}
    />
  );
  return (
    <Grid>
      {moment('since')}
      {moment('until')}
      <SelectRow
        label={t('undo.engine')}
        value={form.engine}
        options={ENGINES.map((value) => ({ value, label: name('undo.engineName', value || 'any') }))}
        onChange={(engine) => onChange({ engine })}
      />
      {text('model')}
      {text('promptVersion')}
    </Grid>
  );
}
