import { useState } from 'react';
import type { ConnectionView } from '../../../../backend/contract/connection.ts';
import { Button } from '../../../ui/Button.tsx';
import { CheckLine, CheckList } from '../../../ui/page/CheckList.tsx';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { Code, Section } from '../../../ui/page/Section.tsx';
import type { Resource } from '../../api/useResource.ts';
import { AccountStep, type Step } from './AccountStep.tsx';

type Props = { view: ConnectionView; resource: Resource<ConnectionView> };

const isOffered = ({ kind, state }: ConnectionView, step: Step) =>
  step === 'remove' || (state === 'connected' && (step === 'rotate' || kind === 'oauth'));

/** What can be done to the connection as a whole; each step asks first. */
export function Account({ view, resource }: Props) {
  const { t, moment } = usePageWords();
  const [asked, setAsked] = useState<Step | null>(null);
  const { tenant, connectedAt, connectedBy, kind } = view;
  const how =
    kind === 'environment'
      ? t('account.environment')
      : connectedAt && t('account.by', { who: connectedBy ?? '', when: moment(connectedAt) });
  const steps = (['rotate', 'disconnect', 'remove'] as const).filter((step) => isOffered(view, step));
  return (
    <Section title={t('account.title')} text={how}>
      <p>
        {t('account.name')} <Code>{tenant}</Code>
      </p>
      <CheckList>
        {steps.map((step) => (
          <CheckLine
            key={step}
            title={t(`account.${step}.title`)}
            state={null}
            action={<Button onClick={() => setAsked(step)}>{t(`account.${step}.verb`)}</Button>}
          >
            {t(`account.${step}.text`)}
          </CheckLine>
        ))}
      </CheckList>
      {asked && <AccountStep step={asked} tenant={tenant} resource={resource} onClose={() => setAsked(null)} />}
    </Section>
  );
}
