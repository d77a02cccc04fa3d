import { Checkbox, Field, Fieldset, Radio } from '@zendeskgarden/react-forms';
import type { ReactNode } from 'react';
import { Grid } from '../page/Section.tsx';
import { Fault } from './Fault.tsx';
import type { Option } from './rows.tsx';

type GroupProps = { label: string; hint?: ReactNode; error?: string | undefined };

type CheckProps<V extends string> = GroupProps & {
  values: readonly V[];
  options: readonly Option<V>[];
  onChange(values: V[]): void;
};

/** Any number of a list that is short enough to stand there as a whole; answers in the list's order. */
export const CheckGroup = <V extends string>({ label, hint, error, values, options, onChange }: CheckProps<V>) => (
  <Fieldset>
    <Fieldset.Legend>{label}</Fieldset.Legend>
    {hint && <Field.Hint>{hint}</Field.Hint>}
    <Grid $width={190} style={{ gap: '4px 16px', marginBlockStart: 8 }}>
      {options.map(({ value, label: name }) => (
        <Field key={value}>
          <Checkbox
            checked={values.includes(value)}
            onChange={({ target }) => {
              const chosen = (other: V) => (other === value ? target.checked : values.includes(other));
              onChange(options.map((option) => option.value).filter(chosen));
            }}
          >
            <Field.Label isRegular>{name}</Field.Label>
          </Checkbox>
        </Field>
      ))}
    </Grid>
    {error && <Fault lang="en">{error}</Fault>}
  </Fieldset>
);

type RadioProps<V extends string> = GroupProps & {
  name: string;
  value: V;
  options: readonly (Option<V> & { hint?: string })[];
  onChange(value: V): void;
};

/** One of a few, each with a sentence about what it means. */
export const RadioGroup = <V extends string>({ label, hint, name, value, options, onChange }: RadioProps<V>) => (
  <Fieldset>
    <Fieldset.Legend>{label}</Fieldset.Legend>
    {hint && <Field.Hint>{hint}</Field.Hint>}
    {options.map((option) => (
      <Field key={option.value} style={{ marginBlockStart: 8 }}>
        <Radio
          name={name}
          value={option.value}
          checked={option.value === value}
          onChange={() => onChange(option.value)}
        >
          <Field.Label isRegular>{option.label}</Field.Label>
          {option.hint && <Field.Hint>{option.hint}</Field.Hint>}
        </Radio>
      </Field>
    ))}
  </Fieldset>
);
