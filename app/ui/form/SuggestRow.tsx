import { Field, Input } from '@zendeskgarden/react-forms';
import { useId } from 'react';
import type { RowProps } from './rows.tsx';

type Props = Pick<RowProps, 'label' | 'hint' | 'error' | 'isLabelHidden' | 'disabled'> & {
  value: string;
  suggestions: readonly string[];
  onChange(value: string): void;
};

/** A text of which some values are likely, by the browser's own list of suggestions. */
export function SuggestRow({
  label,
  hint,
  error,
  isLabelHidden = false,
  disabled,
  value,
  suggestions,
  onChange,
}: Props) {
  // React's own ids hold colons, which selectors refuse.
  const id = useId().replaceAll(':', '_');
  return (
    <Field>
      <Field.Label hidden={isLabelHidden}>{label}</Field.Label>
      {hint && <Field.Hint>{hint}</Field.Hint>}
      <Input
        isCompact
        autoComplete="off"
        list={id}
        value={value}
        disabled={disabled}
        {...(error ? { validation: 'error' } : {})}
        onChange={({ target }) => onChange(target.value)}
      />
      {error && <Field.Message validation="error">{error}</Field.Message>}
      <datalist id={id}>
        {suggestions.map((suggestion) => (
          <option key={suggestion} value={suggestion} />
        ))}
      </datalist>
    </Field>
  );
}
