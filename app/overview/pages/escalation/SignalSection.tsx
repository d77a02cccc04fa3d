import { RULES, type Rule } from '../../../../backend/contract/escalation-rules.ts';
import type { SignalsView } from '../../../../backend/contract/signals.ts';
import { ToggleRow } from '../../../ui/form/ToggleRow.tsx';
import { type Column, DataTable } from '../../../ui/page/DataTable.tsx';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { Hint, Section } from '../../../ui/page/Section.tsx';
import { type Resource, useRead } from '../../api/useResource.ts';
import { Loaded } from '../../parts/Loaded.tsx';
import { useEscalation } from './useEscalation.ts';

type Seen = SignalsView['rules'][number];

/** Each rule, how often it fired, and how often people agreed. */
export function SignalSection() {
  const { t } = usePageWords();
  const signals = useRead('readSignals', {});
  return (
    <Section title={t('escalation.signals')} text={t('escalation.signalsText')}>
      <Figures resource={signals} />
    </Section>
  );
}

/** Muting works without the figures too. */
function Figures({ resource }: { resource: Resource<SignalsView> }) {
  const { t, day } = usePageWords();
  return (
    <>
      <Loaded resource={resource}>
        {({ rules, since }) => (
          <>
            <Signals seen={rules} />
            <Hint>{t('escalation.since', { day: day(since) })}</Hint>
          </>
        )}
      </Loaded>
      {resource.error && !resource.value && <Signals seen={null} />}
    </>
  );
}

/** `seen` null: not known. */
function Signals({ seen }: { seen: readonly Seen[] | null }) {
  const { t, name, number } = usePageWords();
  const { escalation, change, faultAt } = useEscalation();
  const isMuted = (rule: Rule) => escalation.muted.includes(rule);
  const seenOf = (rule: Rule) => seen?.find((one) => one.rule === rule);
  const columns: Column<Rule>[] = [
    {
      key: 'rule',
      head: t('escalation.signal'),
      kind: 'head',
      cell: (rule) => (
        <>
          {name('escalation.rule', rule)}
          <Hint style={{ fontWeight: 400 }}>{name('escalation.meaning', rule)}</Hint>
        </>
      ),
    },
    {
      key: 'fired',
      head: t('escalation.fired'),
      kind: 'number',
      cell: (rule) => seen && number(firedIn(seenOf(rule))),
    },
    { key: 'kept', head: t('escalation.kept'), cell: (rule) => seen && <Kept seen={seenOf(rule)} /> },
    {
      key: 'muted',
      head: t('escalation.muted'),
      cell: (rule) => (
        <ToggleRow
          isLabelHidden
          label={t('escalation.mute', { name: name('escalation.rule', rule) })}
          checked={isMuted(rule)}
          error={faultAt('muted')}
          onChange={(muted) => change({ muted: RULES.filter((other) => (other === rule ? muted : isMuted(other))) })}
        />
      ),
    },
  ];
  return <DataTable caption={t('escalation.signalsCaption')} columns={columns} rows={RULES} keyOf={(rule) => rule} />;
}

const firedIn = (seen: Seen | undefined) => (seen ? seen.fired + seen.muted : 0);

/** A share of few tickets says little, so what it may be in truth stands beside it. */
function Kept({ seen }: { seen: Seen | undefined }) {
  const { t, percent } = usePageWords();
  if (!seen?.precision) return t('escalation.undecided');
  const { estimate, low, high } = seen.precision;
  return (
    <>
      {t('escalation.agreed', { agreed: seen.agreed, count: seen.decided, share: percent(estimate) })}
      <Hint>{t('escalation.interval', { low: percent(low), high: percent(high) })}</Hint>
    </>
  );
}
