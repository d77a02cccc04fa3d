import type { DecisionView } from '../../../../backend/contract/admin.ts';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { DataTable } from '../../../ui/page/DataTable.tsx';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { Code, Section } from '../../../ui/page/Section.tsx';
import { Facts } from '../Facts.tsx';
import { TicketLink } from '../TicketLink.tsx';

/** Who decided and why, who was asked before, and whether the kept record gives the same again. */
export function Decided({ view }: { view: DecisionView }) {
  const { t, name, list } = usePageWords();
  const { ticketId, decidedBy, decidedWhy, model, promptVersion, taxonomyVersion, tried, rules, record, replay } = view;
  return (
    <Section title={t('decision.title')}>
      <Facts
        width={200}
        facts={[
          [t('decision.ticket'), <TicketLink key="ticket" id={ticketId} />],
          [t('decision.by'), name('undo.engineName', decidedBy)],
          [t('decision.why'), name('decision.reason', decidedWhy)],
          [t('decision.model'), model ?? '–'],
          [t('decision.promptVersion'), promptVersion ?? '–'],
          [t('decision.taxonomyVersion'), taxonomyVersion],
          [t('decision.rules'), list(rules) || '–'],
        ]}
      />
      <Notice
        tone={replay.same ? 'success' : 'warning'}
        title={
          replay.same
            ? t('decision.same')
            : t('decision.differs', { parts: list(replay.differs.map((part) => name('decision.part', part))) })
        }
      />
      <h3>{t('decision.tried')}</h3>
      <DataTable
        caption={t('decision.tried')}
        rows={tried.map((each, index) => ({ ...each, key: String(index) }))}
        keyOf={({ key }) => key}
        columns={[
          { key: 'engine', head: t('decision.engine'), kind: 'head', cell: ({ engine }) => <Code>{engine}</Code> },
          { key: 'outcome', head: t('decision.outcome'), cell: ({ outcome }) => name('decision.said', outcome) },
        ]}
      />
      <Disclosure title={t('decision.record')}>
        <Code as="pre" tabIndex={0} style={{ overflow: 'auto', maxHeight: 480, margin: 0 }}>
          {JSON.stringify(record, null, 2)}
        </Code>
      </Disclosure>
    </Section>
  );
}
