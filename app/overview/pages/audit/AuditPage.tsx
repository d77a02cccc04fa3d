import type { AuditEntry } from '../../../../backend/contract/audit.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { DataTable } from '../../../ui/page/DataTable.tsx';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { Section } from '../../../ui/page/Section.tsx';
import { useRead } from '../../api/useResource.ts';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { Loaded } from '../../parts/Loaded.tsx';
import { Pager } from '../../parts/Pager.tsx';
import { useCursor } from '../../parts/useCursor.ts';

const A_PAGE = 50;

export function AuditPage() {
  const { t } = usePageWords();
  const cursor = useCursor<number>();
  const audit = useRead('readAudit', { query: { before: cursor.current, limit: A_PAGE } });
  return (
    <Loaded resource={audit}>
      {({ entries, next, intact, brokenAt }) => (
        <>
          {intact ? (
            <Notice tone="success" title={t('audit.intact')} />
          ) : (
            <div role="alert">
              <Notice tone="danger" title={t('audit.broken')}>
                <p>{t('audit.brokenText', { seq: brokenAt ?? '' })}</p>
              </Notice>
            </div>
          )}
          <Section title={t('audit.title')} text={t('audit.text')}>
            {entries.length === 0 ? (
              <EmptyState title={t('audit.none')} text={t('audit.noneText')} />
            ) : (
              <Entries entries={entries} />
            )}
            <Pager label={t('audit.pages')} onNewer={cursor.onNewer} onOlder={cursor.onOlder(next)} />
          </Section>
        </>
      )}
    </Loaded>
  );
}

function Entries({ entries }: { entries: AuditEntry[] }) {
  const { t, name, moment } = usePageWords();
  const columns = [
    { key: 'seq', head: t('audit.seq'), kind: 'head' as const, cell: ({ seq }: AuditEntry) => seq },
    { key: 'at', head: t('audit.at'), cell: ({ at }: AuditEntry) => moment(at) },
    {
      key: 'actor',
      head: t('audit.actor'),
      cell: ({ actor }: AuditEntry) => t(`audit.by.${actor.kind}`, { id: actor.id ?? '' }),
    },
    { key: 'action', head: t('audit.action'), cell: ({ action }: AuditEntry) => name('audit.did', action) },
    { key: 'details', head: t('audit.details'), cell: ({ details }: AuditEntry) => <Details details={details} /> },
  ];
  return <DataTable caption={t('audit.title')} columns={columns} rows={entries} keyOf={({ seq }) => String(seq)} />;
}

function Details({ details }: Pick<AuditEntry, 'details'>) {
  const { name } = usePageWords();
  return (
    <>
      {Object.entries(details)
        .filter(([, value]) => value !== null && value !== '')
        .map(([key, value]) => (
          <div key={key}>
            {name('audit.detail', key)}: {String(value)}
          </div>
        ))}
    </>
  );
}
