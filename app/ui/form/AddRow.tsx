import { useState } from 'react';
import { Button } from '../Button.tsx';
import { type Option, SelectRow } from './rows.tsx';

type Props<V extends string> = { label: string; verb: string; options: readonly Option<V>[]; onAdd(value: V): void };

/** One more out of a list; a button, so that walking through the list by keyboard adds nothing. */
export function AddRow<V extends string>({ label, verb, options, onAdd }: Props<V>) {
  const [chosen, choose] = useState<V | null>(null);
  const value = options.find((option) => option.value === chosen)?.value ?? options[0]?.value;
  if (value === undefined) return null;
  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: 8 }}>
      <div style={{ flex: '0 1 260px' }}>
        <SelectRow<V> label={label} value={value} options={options} onChange={choose} />
      </div>
      <Button onClick={() => onAdd(value)}>{verb}</Button>
    </div>
  );
}
