import { Field, Textarea } from '@zendeskgarden/react-forms';

type Props = { label: string; value: string; rows: number; language?: string; onChange: (value: string) => void };

export const TextArea = ({ label, value, rows, language, onChange }: Props) => (
  <Field>
    <Field.Label hidden>{label}</Field.Label>
    <Textarea
      isCompact
      isResizable
      dir="auto"
      lang={language}
      rows={rows}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  </Field>
);
