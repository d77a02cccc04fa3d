import type { ImportView } from '../../../../backend/contract/imports.ts';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { Line } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { DataTable } from '../../../ui/page/DataTable.tsx';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { Progress } from '../../../ui/page/Progress.tsx';
import { Code, Hint, Stack } from '../../../ui/page/Section.tsx';
import { Tag, type Tone } from '../../../ui/Tag.tsx';
import { Facts } from '../Facts.tsx';

const TONE: Record<ImportView['state'], Tone> = { waiting: 'poor', running: 'fair', done: 'good', failed: 'bad' };
const COUNTS = ['read', 'kept', 'duplicates', 'removed', 'embedded'] as const;

export const isUnderWay = ({ state }: ImportView): boolean => state === 'waiting' || state === 'running';

/** One import: how far it is, or what it came to. */
export function Run({ run }: { run: ImportView }) {
  const { t, moment, number } = usePageWords();
  const named = `${t(`knowledge.source.${run.source}`)}, ${moment(run.startedAt)}`;
  return (
    <Stack as="article" style={{ gap: 8, paddingBlockEnd: 12 }}>
      <Line>
        <h3>{named}</h3>
        <Line>
          {run.dryRun && <Tag tone="poor">{t('knowledge.dryRun')}</Tag>}
          <Tag tone={TONE[run.state]}>{t(`knowledge.state.${run.state}`)}</Tag>
        </Line>
      </Line>
      {run.state === 'running' && <HowFar run={run} />}
      {run.failure && <Failed failure={run.failure} />}
      {run.state !== 'waiting' && (
        <Facts facts={COUNTS.map((count) => [t(`knowledge.run.${count}`), number(run[count])])} />
      )}
      <Tallies tallies={run.leftOut} kind="leftOut" of={named} group="knowledge.reason" />
      <Tallies tallies={run.notes} kind="notes" of={named} group="knowledge.note" />
    </Stack>
  );
}

function HowFar({ run: { read, total, perSecond, secondsLeft } }: { run: ImportView }) {
  const { t, number } = usePageWords();
  const minutes = Math.ceil((secondsLeft ?? 0) / 60);
  return (
    <>
      <Progress label={t('knowledge.state.running')} share={total ? read / total : null} />
      <Hint>
        {total !== null && t('knowledge.ofAll', { read: number(read), total: number(total) })}{' '}
        {perSecond !== null && t('knowledge.perSecond', { rate: number(Math.round(perSecond)) })}{' '}
        {secondsLeft !== null && t('knowledge.left', { count: minutes })}
      </Hint>
    </>
  );
}

/** The code may name columns or what the helpdesk said, after its colon. */
function Failed({ failure }: { failure: NonNullable<ImportView['failure']> }) {
  const { name } = usePageWords();
  const [code = ''] = failure.code.split(':', 1);
  return (
    <Notice tone="danger" title={name('knowledge.failure', code)}>
      <Code>{failure.code}</Code>
    </Notice>
  );
}

type TalliesProps = { tallies: ImportView['leftOut']; kind: 'leftOut' | 'notes'; of: string; group: string };

function Tallies({ tallies, kind, of, group }: TalliesProps) {
  const { t, name, number } = usePageWords();
  if (tallies.length === 0) return null;
  const said = t(`knowledge.${kind}`, { sum: number(tallies.reduce((sum, { count }) => sum + count, 0)) });
  return (
    <Disclosure title={said}>
      <DataTable
        caption={`${said} (${of})`}
        rows={tallies}
        keyOf={({ what }) => what}
        columns={[
          { key: 'what', head: t('knowledge.why'), kind: 'head', cell: ({ what }) => name(group, what) },
          { key: 'count', head: t('knowledge.howOften'), kind: 'number', cell: ({ count }) => number(count) },
          { key: 'examples', head: t('knowledge.examples'), cell: ({ examples }) => <bdi>{examples.join(', ')}</bdi> },
        ]}
      />
    </Disclosure>
  );
}
