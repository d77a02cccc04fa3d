import { RULES } from '../../../../backend/contract/escalation-rules.ts';
import type { RoutingWhen } from '../../../../backend/contract/routing-rule.ts';
import { sentimentSchema } from '../../../../backend/contract/taxonomy.ts';
import { CheckGroup } from '../../../ui/form/CheckGroup.tsx';
import { ListRow } from '../../../ui/form/ListRow.tsx';
import { PickRow } from '../../../ui/form/PickRow.tsx';
import { NumberRow, SelectRow } from '../../../ui/form/rows.tsx';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { URGENCIES } from './HourFields.tsx';
import { languageOptions } from './language-options.ts';
import { useRouting } from './RoutingDraft.tsx';
import type { Condition } from './rule-list.ts';
import { useRuleWords } from './useRuleWords.ts';

type Props = {
  of: Condition;
  when: RoutingWhen;
  error: string | undefined;
  onChange(part: Partial<RoutingWhen>): void;
};

/** The field of one condition. */
export function ConditionField({ of, when, error, onChange }: Props) {
  const { t } = usePageWords();
  const label = t(`routing.condition.${of}`);
  switch (of) {
    case 'category':
    case 'secondary':
    case 'urgency':
    case 'sentiment':
    case 'signals':
      return <Choice of={of} label={label} when={when} error={error} onChange={onChange} />;
    case 'language':
      return <Languages label={label} values={when.language ?? []} error={error} onChange={onChange} />;
    case 'escalated':
      return (
        <SelectRow
          label={label}
          value={when.escalated === false ? 'no' : 'yes'}
          options={[
            { value: 'yes', label: t('routing.yes') },
            { value: 'no', label: t('routing.no') },
          ]}
          error={error}
          onChange={(value) => onChange({ escalated: value === 'yes' })}
        />
      );
    case 'confidenceBelow':
    case 'confidenceFrom':
      return (
        <NumberRow
          label={label}
          min={0}
          max={100}
          value={inPercent(when[of])}
          error={error}
          onChange={(value) => onChange({ [of]: value === null ? Number.NaN : value / 100 })}
        />
      );
    default:
      return (
        <ListRow
          label={label}
          hint={t(`routing.hint.${of}`)}
          lines={2}
          values={when[of] ?? []}
          error={error}
          onChange={(values) => onChange({ [of]: values })}
        />
      );
  }
}

// 0.29 * 100 is not 29.
const inPercent = (share: number | undefined) =>
  share === undefined || Number.isNaN(share) ? null : Math.round(share * 10_000) / 100;

type ChoiceProps = Omit<Props, 'of'> & {
  of: 'category' | 'secondary' | 'urgency' | 'sentiment' | 'signals';
  label: string;
};

function Choice({ of, label, when, error, onChange }: ChoiceProps) {
  const { name } = usePageWords();
  const { body } = useRouting();
  const words = useRuleWords();
  const categories = { codes: Object.keys(body.categories), nameOf: words.category };
  const { codes, nameOf } = {
    category: categories,
    secondary: categories,
    urgency: { codes: URGENCIES, nameOf: (code: string) => code },
    sentiment: { codes: sentimentSchema.options, nameOf: (code: string) => name('sentiment.name', code) },
    signals: { codes: RULES, nameOf: words.signal },
  }[of];
  const values: readonly string[] = when[of] ?? [];
  // What is not known any more stays to be taken out.
  const all = [...new Set([...codes, ...values])];
  return (
    <CheckGroup
      label={label}
      values={values}
      options={all.map((value) => ({ value, label: nameOf(value) }))}
      error={error}
      onChange={(chosen) => onChange({ [of]: chosen })}
    />
  );
}

type LanguagesProps = Pick<Props, 'error' | 'onChange'> & { label: string; values: readonly string[] };

function Languages({ label, values, error, onChange }: LanguagesProps) {
  const { t, locale } = usePageWords();
  const { languageName } = useRuleWords();
  return (
    <PickRow
      label={label}
      addLabel={t('routing.addLanguage')}
      verb={t('common.add')}
      removeLabel={(name) => t('routing.removeOne', { name })}
      values={values}
      options={[
        { value: 'und', label: t('routing.und') },
        ...languageOptions(
          locale,
          values.filter((code) => code !== 'und'),
        ).map((code) => ({
          value: code,
          label: languageName(code),
        })),
      ]}
      error={error}
      onChange={(language) => onChange({ language })}
    />
  );
}
