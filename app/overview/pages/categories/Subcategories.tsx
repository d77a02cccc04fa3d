import { Button } from '../../../ui/Button.tsx';
import { TextRow } from '../../../ui/form/rows.tsx';
import { DataTable } from '../../../ui/page/DataTable.tsx';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { Hint } from '../../../ui/page/Section.tsx';
import { useSettings } from '../../settings.tsx';
import { AddSubcategory } from './AddSubcategory.tsx';
import { changeCategory } from './category-draft.ts';

type Definitions = Readonly<Record<string, string>>;
type Props = { category: string; subcategories: Definitions };

export function Subcategories({ category, subcategories }: Props) {
  const { t } = usePageWords();
  const { edit } = useSettings();
  const set = (next: Definitions) => changeCategory(edit, category, { subcategories: next });
  return (
    <div>
      <h3>{t('subcategory.title')}</h3>
      {Object.keys(subcategories).length === 0 ? (
        <Hint>{t('subcategory.none')}</Hint>
      ) : (
        <Table category={category} subcategories={subcategories} onChange={set} />
      )}
      <AddSubcategory taken={subcategories} onAdd={(code, name) => set({ ...subcategories, [code]: name })} />
    </div>
  );
}

type Row = [code: string, definition: string];

function Table({ category, subcategories, onChange }: Props & { onChange(next: Definitions): void }) {
  const { t, name } = usePageWords();
  const { faultAt } = useSettings();
  const nameOf = ([code]: Row) => name('subcategory.shipped', code);
  const remove = (code: string) => {
    const { [code]: _, ...rest } = subcategories;
    onChange(rest);
  };
  const definition = (row: Row) => (
    <TextRow
      label={t('subcategory.definitionOf', { name: nameOf(row) })}
      isLabelHidden
      maxLength={400}
      value={row[1]}
      error={faultAt(`taxonomy.categories.${category}.subcategories.${row[0]}`)}
      onChange={(text) => onChange({ ...subcategories, [row[0]]: text })}
    />
  );
  const removal = (row: Row) => (
    <Button look="quiet" onClick={() => remove(row[0])}>
      {t('category.remove', { category: nameOf(row) })}
    </Button>
  );
  const columns = [
    { key: 'name', head: t('subcategory.name'), kind: 'head' as const, cell: nameOf },
    { key: 'definition', head: t('subcategory.definition'), cell: definition },
    { key: 'remove', head: t('version.action'), cell: removal },
  ];
  const rows = Object.entries(subcategories);
  return <DataTable caption={t('subcategory.title')} columns={columns} rows={rows} keyOf={([code]) => code} editable />;
}
