import { useId } from 'react';
import { Hint } from '../page/Section.tsx';
import { Fault } from './Fault.tsx';
import type { RowProps } from './rows.tsx';

type Props = Pick<RowProps, 'label' | 'hint' | 'error' | 'disabled'> & {
  /** Endings such as `.csv,.jsonl`. */
  accept: string;
  /** Null when the choice was taken back. */
  onChange(file: File | null): void;
};

/** The browser's own way to choose one file. */
export function FileRow({ label, hint, error, disabled = false, accept, onChange }: Props) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} style={{ fontWeight: 600 }}>
        {label}
      </label>
      {hint && <Hint id={`${id}-hint`}>{hint}</Hint>}
      <input
        id={id}
        type="file"
        accept={accept}
        disabled={disabled}
        aria-describedby={hint ? `${id}-hint` : undefined}
        aria-invalid={error ? true : undefined}
        style={{ marginBlockStart: 8, maxWidth: '100%', color: 'inherit' }}
        onChange={({ target }) => onChange(target.files?.[0] ?? null)}
      />
      {error && <Fault>{error}</Fault>}
    </div>
  );
}
