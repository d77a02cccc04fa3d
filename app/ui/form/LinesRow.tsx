import { Textarea } from '@zendeskgarden/react-forms';
import { Shell, type TextRowProps, validation } from './rows.tsx';

type Props = Omit<TextRowProps, 'autoComplete'> & { lines: number };

/** A text of several lines. */
export const LinesRow = ({ value, onChange, lines, maxLength, ...row }: Props) => (
  <Shell {...row}>
    <Textarea
      isCompact
      isResizable
      rows={lines}
      value={value}
      maxLength={maxLength}
      disabled={row.disabled}
      dir="auto"
      {...validation(row.error)}
      onChange={(event) => onChange(event.target.value)}
    />
  </Shell>
);
