import { urgencySchema } from '../../../../backend/contract/taxonomy.ts';
import { NumberRow } from '../../../ui/form/rows.tsx';
import { Grid } from '../../../ui/page/Section.tsx';

export const URGENCIES = urgencySchema.options;

type FieldProps = {
  label: string;
  value: number | undefined;
  error: string | undefined;
  isLabelHidden?: boolean;
  disabled?: boolean;
  onChange(hours: number | undefined): void;
};

/** Hours; undefined while there is nothing in it. */
export const HourField = ({ value, onChange, ...row }: FieldProps) => (
  <NumberRow
    {...row}
    min={0}
    value={value === undefined || Number.isNaN(value) ? null : value}
    onChange={(hours) => onChange(hours ?? undefined)}
  />
);

type Hours = Partial<Record<(typeof URGENCIES)[number], number>>;
type Props = {
  label(urgency: string): string;
  value: Hours;
  /** Those that can be the case at all. */
  only?: readonly string[] | undefined;
  errorAt(urgency: string): string | undefined;
  onChange(hours: Hours): void;
};

/** Hours by urgency; an urgency without any stays out. */
export const HoursByUrgency = ({ label, value, only = URGENCIES, errorAt, onChange }: Props) => (
  <Grid $width={110}>
    {URGENCIES.map((urgency) => (
      <HourField
        key={urgency}
        label={label(urgency)}
        value={value[urgency]}
        error={errorAt(urgency)}
        disabled={!only.includes(urgency) && value[urgency] === undefined}
        onChange={(hours) => {
          const { [urgency]: _, ...others } = value;
          onChange(hours === undefined ? others : { ...others, [urgency]: hours });
        }}
      />
    ))}
  </Grid>
);
