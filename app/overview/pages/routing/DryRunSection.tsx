import type { DryRun } from '../../../../backend/contract/routing.ts';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { DataTable } from '../../../ui/page/DataTable.tsx';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { Hint, Section, Stack } from '../../../ui/page/Section.tsx';
import { Problem } from '../../parts/Problem.tsx';
import { TicketLink } from '../TicketLink.tsx';
import { type Difference, differencesOf } from './differences.ts';
import { useRuleWords } from './useRuleWords.ts';
import { DAYS, type TryOut } from './useTryOut.ts';

/** What the rules as they are edited would have made of the tickets of the last days. */
export function DryRunSection({ tryOut }: { tryOut: TryOut }) {
  const { t } = usePageWords();
  const { result, isBusy, isCurrent, error } = tryOut;
  const start = (
    <Button disabled={isBusy} onClick={() => void tryOut.run()}>
      {isBusy ? t('routing.trying') : t('routing.try', { count: DAYS })}
    </Button>
  );
  return (
    <Section title={t('routing.tryTitle')} text={t('routing.tryText')} actions={start}>
      {error && <Problem error={error} />}
      <div role="status">{result && <Summary result={result} isCurrent={isCurrent} />}</div>
      {result && result.flips.length > 0 && <Flips result={result} />}
      {result && result.nextSkip !== null && (
        <div>
          <Button disabled={isBusy} onClick={() => void tryOut.more()}>
            {t('routing.more', { shown: result.flips.length, count: result.flipped })}
          </Button>
        </div>
      )}
    </Section>
  );
}

function Summary({ result, isCurrent }: { result: DryRun; isCurrent: boolean }) {
  const { t } = usePageWords();
  const { lookedAt, flipped, unknown, more } = result;
  return (
    <Stack style={{ gap: 8 }}>
      {!isCurrent && <Notice tone="warning" title={t('routing.stale')} />}
      {lookedAt === 0 && <p>{t('routing.nothingSeen')}</p>}
      {lookedAt > 0 && flipped === 0 && <Notice tone="success" title={t('routing.same', { count: lookedAt })} />}
      {flipped > 0 && <p>{t('routing.flipped', { count: flipped, of: lookedAt })}</p>}
      {unknown > 0 && <Hint>{t('routing.unknown', { count: unknown })}</Hint>}
      {more && <Hint>{t('routing.cut')}</Hint>}
    </Stack>
  );
}

type Flip = DryRun['flips'][number];

function Flips({ result }: { result: DryRun }) {
  const { t } = usePageWords();
  const lines = (side: 'before' | 'after') => (flip: Flip) => (
    <Outcome differences={differencesOf(flip.before, flip.after)} side={side} />
  );
  const columns = [
    {
      key: 'ticket',
      head: t('routing.ticket'),
      kind: 'head' as const,
      cell: ({ ticketId }: Flip) => <TicketLink id={ticketId} />,
    },
    { key: 'before', head: t('routing.before'), cell: lines('before') },
    { key: 'after', head: t('routing.after'), cell: lines('after') },
  ];
  return (
    <DataTable caption={t('routing.flips')} columns={columns} rows={result.flips} keyOf={({ triageId }) => triageId} />
  );
}

function Outcome({ differences, side }: { differences: readonly Difference[]; side: 'before' | 'after' }) {
  const { t, list, moment } = usePageWords();
  const { span } = useRuleWords();
  const said = (difference: Difference): string => {
    const value = difference[side];
    if (typeof value === 'boolean') return t(value ? 'routing.yes' : 'routing.no');
    if (typeof value === 'number') return span(value);
    if (Array.isArray(value)) return list(value) || t('common.none');
    if (value === null) return t('common.none');
    return difference.key === 'dueAt' ? moment(value) : value;
  };
  return differences.map((difference) => (
    <div key={difference.key}>{`${t(`routing.outcome.${difference.key}`)}: ${said(difference)}`}</div>
  ));
}
