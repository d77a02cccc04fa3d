import { Field, Textarea } from '@zendeskgarden/react-forms';

type Props = {
  label: string;
  focused?: boolean;
  value: string;
  rows: number;
  language?: string;
  onChange: (value: string) => void;
};

export const TextArea = ({ label, focused = false, value, rows, language, onChange }: Props) => (
  <Field>
    <Field.Label hidden>{label}</Field.Label>
    <Textarea
      isCompact
      isResizable
      autoFocus={focused}
      dir="auto"
      lang={language}
      rows={rows}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  </Field>
);
