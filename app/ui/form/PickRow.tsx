import { Button } from '../Button.tsx';
import { Actions } from '../page/Section.tsx';
import { AddRow } from './AddRow.tsx';
import { Fault } from './Fault.tsx';
import type { Option } from './rows.tsx';

type Props = {
  label: string;
  addLabel: string;
  verb: string;
  /** Says of a chosen one what its button does. */
  removeLabel(name: string): string;
  values: readonly string[];
  options: readonly Option[];
  error?: string | undefined;
  onChange(values: string[]): void;
};

/** Some of a list that is too long to stand there as a whole. */
export const PickRow = ({ label, addLabel, verb, removeLabel, values, options, error, onChange }: Props) => {
  const nameOf = (value: string) => options.find((option) => option.value === value)?.label ?? value;
  return (
    <fieldset style={{ display: 'grid', gap: 8, margin: 0, padding: 0, border: 0 }}>
      <legend style={{ padding: '0 0 4px', fontWeight: 600 }}>{label}</legend>
      {values.length > 0 && (
        <Actions>
          {values.map((value) => (
            <Button key={value} onClick={() => onChange(values.filter((other) => other !== value))}>
              <span aria-hidden="true">{`${nameOf(value)} ×`}</span>
              <span style={{ position: 'absolute', clipPath: 'inset(50%)' }}>{removeLabel(nameOf(value))}</span>
            </Button>
          ))}
        </Actions>
      )}
      <AddRow
        label={addLabel}
        verb={verb}
        options={options.filter(({ value }) => !values.includes(value))}
        onAdd={(value) => onChange([...values, value])}
      />
      {error && <Fault lang="en">{error}</Fault>}
    </fieldset>
  );
};
