import { Field, Input } from '@zendeskgarden/react-forms';
import styled from 'styled-components';
import type { RowProps } from './rows.tsx';

/** Garden greys the moment as if nothing had been chosen. */
const Moment = styled(Input)`
  &&[data-chosen]::-webkit-datetime-edit {
    color: inherit;
  }
`;

type Props = Pick<RowProps, 'label' | 'hint' | 'error'> & {
  /** In the reader's own time zone, such as `2026-03-02T13:18`; empty while there is none. */
  value: string;
  onChange(value: string): void;
};

export const MomentRow = ({ label, hint, error, value, onChange }: Props) => (
  <Field>
    <Field.Label>{label}</Field.Label>
    {hint && <Field.Hint>{hint}</Field.Hint>}
    <Moment
      isCompact
      type="datetime-local"
      value={value}
      data-chosen={value !== '' || undefined}
      {...(error && { validation: 'error' as const })}
      onChange={({ target }) => onChange(target.value)}
    />
    {error && <Field.Message validation="error">{error}</Field.Message>}
  </Field>
);
