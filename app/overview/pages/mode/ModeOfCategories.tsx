import { modeSchema } from '../../../../backend/contract/settings.ts';
import { SelectRow } from '../../../ui/form/rows.tsx';
import { DataTable } from '../../../ui/page/DataTable.tsx';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { Section } from '../../../ui/page/Section.tsx';
import { useSettings } from '../../settings.tsx';

const AS_ALL = 'as_all';

/** Single categories may go slower, or faster, than the rest. */
export function ModeOfCategories() {
  const { t, name } = usePageWords();
  const { body, edit, faultAt } = useSettings();
  const options = [
    { value: AS_ALL, label: t('mode.asAll', { mode: t(`mode.name.${body.mode}`) }) },
    ...modeSchema.options.map((mode) => ({ value: mode, label: t(`mode.name.${mode}`) })),
  ];
  const choose = (category: string, chosen: string) =>
    edit((settings) => {
      const { [category]: _, ...others } = settings.modeOf;
      const mode = modeSchema.safeParse(chosen);
      return { ...settings, modeOf: mode.success ? { ...others, [category]: mode.data } : others };
    });
  const columns = [
    {
      key: 'category',
      head: t('mode.category'),
      kind: 'head' as const,
      cell: (category: string) => name('category.shipped', category),
    },
    {
      key: 'mode',
      head: t('mode.label'),
      cell: (category: string) => (
        <SelectRow
          label={t('mode.of', { category: name('category.shipped', category) })}
          isLabelHidden
          value={body.modeOf[category] ?? AS_ALL}
          options={options}
          error={faultAt(`modeOf.${category}`)}
          onChange={(chosen) => choose(category, chosen)}
        />
      ),
    },
  ];
  return (
    <Section title={t('mode.categoriesTitle')} text={t('mode.categoriesText')}>
      <DataTable
        caption={t('mode.categoriesTitle')}
        columns={columns}
        rows={Object.keys(body.taxonomy.categories)}
        keyOf={(category) => category}
        editable
      />
    </Section>
  );
}
