import { Field, Input, Select } from '@zendeskgarden/react-forms';
import type { ReactNode } from 'react';

/** `error` stands beside the field. `isLabelHidden` in tables, whose heads say it to the eye. */
export type RowProps = {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  isLabelHidden?: boolean;
  disabled?: boolean;
};

type ShellProps = RowProps & { children: ReactNode };
export const Shell = ({ label, hint, error, isLabelHidden = false, children }: ShellProps) => (
  <Field>
    <Field.Label hidden={isLabelHidden}>{label}</Field.Label>
    {hint && <Field.Hint>{hint}</Field.Hint>}
    {children}
    {error && <Field.Message validation="error">{error}</Field.Message>}
  </Field>
);

export const validation = (error: string | undefined) => (error ? ({ validation: 'error' } as const) : {});

export type TextRowProps = RowProps & {
  value: string;
  onChange(value: string): void;
  maxLength?: number;
  autoComplete?: string;
};

export const TextRow = ({ value, onChange, maxLength, autoComplete = 'off', ...row }: TextRowProps) => (
  <Shell {...row}>
    <Input
      isCompact
      autoComplete={autoComplete}
      value={value}
      maxLength={maxLength}
      disabled={row.disabled}
      dir="auto"
      {...validation(row.error)}
      onChange={(event) => onChange(event.target.value)}
    />
  </Shell>
);

type NumberRowProps = RowProps & {
  value: number | null;
  /** Null while there is nothing in it. */
  onChange(value: number | null): void;
  min?: number;
  max?: number;
  step?: number;
};

export const NumberRow = ({ value, onChange, min, max, step, ...row }: NumberRowProps) => (
  <Shell {...row}>
    <Input
      isCompact
      type="number"
      inputMode="decimal"
      style={{ maxWidth: 200 }}
      value={value === null || Number.isNaN(value) ? '' : value}
      min={min}
      max={max}
      step={step ?? 'any'}
      disabled={row.disabled}
      {...validation(row.error)}
      onChange={({ target }) => onChange(target.value === '' ? null : target.valueAsNumber)}
    />
  </Shell>
);

export type Option<V extends string = string> = { value: V; label: string };
type SelectRowProps<V extends string> = RowProps & {
  value: V;
  options: readonly Option<V>[];
  onChange(value: V): void;
};

export const SelectRow = <V extends string>({ value, options, onChange, ...row }: SelectRowProps<V>) => (
  <Shell {...row}>
    <Select
      isCompact
      value={value}
      disabled={row.disabled}
      {...validation(row.error)}
      onChange={({ target }) => {
        const chosen = options.find((option) => option.value === target.value);
        if (chosen) onChange(chosen.value);
      }}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </Select>
  </Shell>
);
