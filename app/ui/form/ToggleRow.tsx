import { Field, Toggle } from '@zendeskgarden/react-forms';
import type { RowProps } from './rows.tsx';

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
