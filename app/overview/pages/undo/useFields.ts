import { usePageWords } from '../../../ui/page/PageWords.tsx';
import type { Fact } from '../Facts.tsx';

/** The words for a ticket's fields. */
export function useFields() {
  const { name, number } = usePageWords();
  const fieldName = (field: string) => name('undo.field', field);
  return {
    fieldName,
    counted: (counts: Readonly<Record<string, number>>): Fact[] =>
      Object.entries(counts).map(([field, count]) => [fieldName(field), number(count)]),
  };
}
