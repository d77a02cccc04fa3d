import type { FieldTrust, TrustView } from '../../../../backend/contract/trust.ts';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { Hint, Section, Stack } from '../../../ui/page/Section.tsx';
import { useRead } from '../../api/useResource.ts';
import { Loaded } from '../../parts/Loaded.tsx';
import { TrustDial } from './TrustDial.tsx';

const FIELDS = ['category', 'urgency', 'sentiment'] as const;

/** How sure a value has to be before it stands without a person's look, by what people decided. */
export function TrustSection() {
  const { t } = usePageWords();
  const trust = useRead('readTrust', {});
  return (
    <Section title={t('trust.title')} text={t('trust.text')}>
      <Loaded resource={trust}>
        {(view) => (
          <Stack>
            {FIELDS.map((field) => (
              <Field
                key={field}
                field={field}
                rows={view.fields.filter((row) => row.field === field)}
                onChange={trust.replace}
              />
            ))}
          </Stack>
        )}
      </Loaded>
    </Section>
  );
}

type Props = { field: (typeof FIELDS)[number]; rows: FieldTrust[]; onChange(view: TrustView): void };

function Field({ field, rows, onChange }: Props) {
  const { t, name } = usePageWords();
  return (
    <Stack style={{ gap: 8 }}>
      <h3>{t(`trust.field.${field}`)}</h3>
      {rows.map((row) => (
        <div key={row.engine}>
          <p>
            {row.engine && `${name('trust.engine', row.engine)}: `}
            <Standing row={row} />
          </p>
          <Evidence row={row} />
        </div>
      ))}
      <TrustDial key={rows[0]?.target} field={field} target={rows[0]?.target ?? null} onChange={onChange} />
    </Stack>
  );
}

function Standing({ row }: { row: FieldTrust }) {
  const { t, percent, number } = usePageWords();
  const vars = {
    decisions: number(row.decisions),
    needed: number(row.needed),
    target: row.target === null ? '' : percent(row.target),
    threshold: row.threshold === null ? '' : percent(row.threshold),
    coverage: row.coverage === null ? '' : percent(row.coverage),
  };
  return <>{t(`trust.status.${row.status}`, vars)}</>;
}

function Evidence({ row: { accuracy, decisions } }: { row: FieldTrust }) {
  const { t, percent, number } = usePageWords();
  if (!accuracy) return <Hint>{t('trust.decisions', { count: decisions, number: number(decisions) })}</Hint>;
  return (
    <Hint>
      {t('trust.accuracy', {
        estimate: percent(accuracy.estimate),
        low: percent(accuracy.low),
        high: percent(accuracy.high),
        decisions: number(decisions),
      })}
    </Hint>
  );
}
