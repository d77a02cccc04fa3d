import { useState } from 'react';
import type { DecisionsView } from '../../../../backend/contract/admin.ts';
import { Button } from '../../../ui/Button.tsx';
import { DataTable } from '../../../ui/page/DataTable.tsx';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { Section } from '../../../ui/page/Section.tsx';
import { useRead } from '../../api/useResource.ts';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { Loaded } from '../../parts/Loaded.tsx';
import { ById } from './ById.tsx';

/** The newest decision on a ticket, and the way to those before it. */
export function OfTicket({ ticketId }: { ticketId: string }) {
  return (
    <Loaded resource={useRead('findDecisions', { query: { ticketId } })}>
      {({ decisions }) => <Listed decisions={decisions} />}
    </Loaded>
  );
}

function Listed({ decisions }: DecisionsView) {
  const { t, name, moment } = usePageWords();
  const [chosen, setChosen] = useState(decisions[0]?.triageId ?? null);
  if (chosen === null) return <EmptyState title={t('decision.noneOfTicket')} text={t('decision.noneText')} />;
  return (
    <>
      {decisions.length > 1 && (
        <Section title={t('decision.ofTicket')}>
          <DataTable
            caption={t('decision.ofTicket')}
            rows={decisions}
            keyOf={({ triageId }) => triageId}
            columns={[
              { key: 'at', head: t('audit.at'), kind: 'head', cell: ({ at }) => moment(at) },
              {
                key: 'what',
                head: t('category.title'),
                cell: ({ category, urgency }) =>
                  [category && name('category', category), urgency].filter(Boolean).join(', ') || '–',
              },
              {
                key: 'show',
                head: t('decision.show'),
                cell: ({ triageId }) => (
                  <Button disabled={triageId === chosen} onClick={() => setChosen(triageId)}>
                    {t('decision.show')}
                  </Button>
                ),
              },
            ]}
          />
        </Section>
      )}
      <ById key={chosen} id={chosen} />
    </>
  );
}
