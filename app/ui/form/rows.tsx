import { Field, Input, Select, Textarea, Toggle } from '@zendeskgarden/react-forms';
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
const Shell = ({ label, hint, error, isLabelHidden = false, children }: ShellProps) => (
  <Field>
    <Field.Label hidden={isLabelHidden}>{label}</Field.Label>
    {hint && <Field.Hint>{hint}</Field.Hint>}
    {children}
    {error && <Field.Message validation="error">{error}</Field.Message>}
  </Field>
);

const validation = (error: string | undefined) => (error ? ({ validation: 'error' } as const) : {});

type TextRowProps = RowProps & {
  value: string;
  onChange(value: string): void;
  /** More than one: a text of so many lines. */
  lines?: number;
  maxLength?: number;
  autoComplete?: string;
};

export function TextRow({ value, onChange, lines = 1, maxLength, autoComplete = 'off', ...row }: TextRowProps) {
  const input = { value, maxLength, disabled: row.disabled, dir: 'auto', ...validation(row.error) };
  return (
    <Shell {...row}>
      {lines > 1 ? (
        <Textarea isCompact isResizable rows={lines} {...input} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <Input isCompact autoComplete={autoComplete} {...input} onChange={(event) => onChange(event.target.value)} />
      )}
    </Shell>
  );
}

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

export const ToggleRow = ({
  checked,
  onChange,
  label,
  hint,
  error,
  isLabelHidden = false,
  disabled = false,
}: RowProps & { checked: boolean; onChange(checked: boolean): void }) => (
  <Field>
    <Toggle checked={checked} disabled={disabled} onChange={(event) => onChange(event.target.checked)}>
      <Field.Label hidden={isLabelHidden}>{label}</Field.Label>
      {hint && <Field.Hint>{hint}</Field.Hint>}
      {error && <Field.Message validation="error">{error}</Field.Message>}
    </Toggle>
  </Field>
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
