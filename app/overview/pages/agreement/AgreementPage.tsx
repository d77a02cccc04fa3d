import type { Agreement, ComparedField } from '../../../../backend/contract/overview.ts';
import { Choice } from '../../../ui/page/Choice.tsx';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { Section } from '../../../ui/page/Section.tsx';
import { useRead } from '../../api/useResource.ts';
import { CsvButton } from '../../parts/CsvButton.tsx';
import { Loaded } from '../../parts/Loaded.tsx';
import { NothingYet } from '../../parts/NothingYet.tsx';
import { RangeBar } from '../../parts/RangeBar.tsx';
import { usePlaceQuery } from '../../parts/usePlace.ts';
import { usePlaceChoice } from '../../parts/usePlaceChoice.ts';
import { type Range, useRange } from '../../parts/useRange.ts';
import { wilson } from '../../parts/wilson.ts';
import { Compared } from './Compared.tsx';
import { Rates } from './Rates.tsx';

const FIELDS = ['category', 'urgency', 'sentiment', 'group', 'escalation'] as const;

/** What was suggested, and what agents made of it. */
export function AgreementPage() {
  const { t } = usePageWords();
  const range = useRange();
  const [field] = usePlaceChoice('field', FIELDS);
  const [, setQuery] = usePlaceQuery();
  const agreement = useRead('readAgreement', { query: { ...range.query, field } });
  const rows = agreement.value?.matrix.map(({ suggested, final, tickets }) => [suggested, final, tickets]) ?? [];
  /** A cell belongs to its field. */
  const choose = (next: ComparedField) => setQuery({ field: next === FIELDS[0] ? null : next, cell: null });
  const options = FIELDS.map((value) => ({ value, label: t(`chart.field.${value}`) }));
  return (
    <>
      <RangeBar range={range} view={agreement.value}>
        <CsvButton
          name={`${field}-agreement`}
          range={agreement.value}
          head={['suggested', 'final', 'tickets']}
          rows={rows}
        />
      </RangeBar>
      <Choice label={t('agreement.field')} value={field} options={options} onChange={choose} />
      <Loaded resource={agreement}>{(view) => <Shown view={view} range={range} />}</Loaded>
    </>
  );
}

const ticketsIn = (matrix: Agreement['matrix']) => matrix.reduce((sum, { tickets }) => sum + tickets, 0);
/** As in the rates: whoever leaves a field empty has not decided it, but a mark taken away is a decision. */
const isDecided = (field: ComparedField, final: string) => field === 'escalation' || final !== 'none';

function Shown({ view, range }: { view: Agreement; range: Range }) {
  const { t, number, percent } = usePageWords();
  if (ticketsIn(view.matrix) === 0)
    return <NothingYet title={t('agreement.none')} text={t('agreement.noneText')} range={range} view={view} />;
  const decided = view.matrix.filter(({ final }) => isDecided(view.field, final));
  const total = ticketsIn(decided);
  const kept = ticketsIn(decided.filter(({ suggested, final }) => suggested === final));
  const { low, high } = wilson(kept, total);
  const said = { count: total, tickets: number(total), share: percent(total > 0 ? kept / total : 0) };
  return (
    <>
      <Section
        title={t('agreement.matrix')}
        text={`${t('agreement.kept', said)} ${t('agreement.interval', { low: percent(low), high: percent(high) })} ${t('agreement.matrixText')}`}
      >
        <Compared view={view} />
      </Section>
      <Rates view={view} />
    </>
  );
}
