import { Rows } from '../ui/rows.tsx';
import type { RowContext } from './row-words.ts';
import { SuggestionRow } from './SuggestionRow.tsx';
import type { Suggestion } from './useSuggestion.ts';

type Props = { suggestion: Suggestion; context: RowContext };

export const SuggestionRows = ({ suggestion, context }: Props) => (
  <Rows>
    {suggestion.rows.map((row) => (
      <SuggestionRow
        key={row.name}
        row={row}
        context={context}
        onChoose={(value) => suggestion.choose(row.name, value)}
        onApply={() => void suggestion.apply([row])}
      />
    ))}
  </Rows>
);
