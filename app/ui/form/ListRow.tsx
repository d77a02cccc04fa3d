import { useState } from 'react';
import { LinesRow } from './LinesRow.tsx';
import type { RowProps } from './rows.tsx';

type Props = RowProps & { values: readonly string[]; onChange(values: string[]): void; lines?: number };

const entriesIn = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** Strings, one a line, so that many can be pasted at once. */
export function ListRow({ values, onChange, lines = 4, ...row }: Props) {
  const [text, setText] = useState(() => values.join('\n'));
  // A line that is still empty is no entry yet, and must not vanish while it is typed; what comes from elsewhere shows.
  const shown = entriesIn(text).join('\n') === values.join('\n') ? text : values.join('\n');
  return (
    <LinesRow
      {...row}
      value={shown}
      lines={Math.min(12, Math.max(lines, shown.split('\n').length))}
      onChange={(next) => {
        setText(next);
        onChange(entriesIn(next));
      }}
    />
  );
}
