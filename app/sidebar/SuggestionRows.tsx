import { Rows } from '../ui/rows.tsx';
import type { RowContext } from './row-words.ts';
import { SuggestionRow } from './SuggestionRow.tsx';
import type { Suggestion } from './useSuggestion.ts';

type Props = { suggestion: Suggestion; context: RowContext; keys: boolean };

export const SuggestionRows = ({ suggestion, context, keys }: Props) => (
  <Rows>
    {suggestion.rows.map((row, place) => (
      <SuggestionRow
        key={row.name}
        row={row}
        setKey={keys ? `${place + 1}` : undefined}
        editKey={`${place + 6}`}
        context={context}
        onChoose={(value) => suggestion.choose(row.name, value)}
        onApply={() => void suggestion.apply([row])}
      />
    ))}
  </Rows>
);
