import { DataTable } from '../../../ui/page/DataTable.tsx';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { Code } from '../../../ui/page/Section.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import type { OutputOf } from '../../api/routes.ts';

type Receipt = OutputOf<'listErasures'>['erasures'][number];

export function Receipts({ receipts }: { receipts: readonly Receipt[] }) {
  const { t, moment } = usePageWords();
  const erased = useErased();
  return (
    <DataTable
      caption={t('page.erasure')}
      rows={receipts}
      keyOf={({ id }) => id}
      columns={[
        {
          key: 'at',
          head: t('erasure.requestedAt'),
          kind: 'head',
          cell: ({ requestedAt }) => <OneLine>{moment(requestedAt)}</OneLine>,
        },
        {
          key: 'subject',
          head: t('erasure.subject'),
          cell: ({ subject }) => <OneLine>{t(`erasure.of.${subject}`)}</OneLine>,
        },
        {
          key: 'state',
          head: t('erasure.state'),
          cell: ({ state }) => <Tag tone={state === 'done' ? 'good' : 'fair'}>{t(`erasure.${state}`)}</Tag>,
        },
        { key: 'erased', head: t('erasure.erased'), cell: erased },
        {
          key: 'receipt',
          head: t('erasure.receipt'),
          cell: ({ id, fingerprint }) => (
            <Code style={{ overflowWrap: 'anywhere' }}>
              {id}
              <br />
              {fingerprint}
            </Code>
          ),
        },
      ]}
    />
  );
}

const OneLine = ({ children }: { children: string }) => <span style={{ whiteSpace: 'nowrap' }}>{children}</span>;

function useErased() {
  const { t, name, number, list } = usePageWords();
  return ({ erased }: Receipt): string => {
    if (!erased) return '';
    const { model, ...counts } = erased;
    const parts = Object.entries(counts).flatMap(([what, count]) =>
      count > 0 ? [`${name('erasure.what', what)}: ${number(count)}`] : [],
    );
    return list(model ? [...parts, t('erasure.what.model')] : parts) || t('erasure.nothing');
  };
}
