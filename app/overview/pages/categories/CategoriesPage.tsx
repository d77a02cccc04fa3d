import { sentimentSchema, urgencySchema } from '../../../../backend/contract/taxonomy.ts';
import { LinesRow } from '../../../ui/form/LinesRow.tsx';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { Section } from '../../../ui/page/Section.tsx';
import { useSettings } from '../../settings.tsx';
import { AddCategory } from './AddCategory.tsx';
import { CategoryForm } from './CategoryForm.tsx';

export function CategoriesPage() {
  const { t } = usePageWords();
  const { body } = useSettings();
  const categories = Object.keys(body.taxonomy.categories);
  return (
    <>
      <Section title={t('category.title')} text={t('category.text')} actions={<AddCategory />}>
        <div>
          {categories.map((category) => (
            <CategoryForm key={category} category={category} isLast={categories.length <= LEAST} />
          ))}
        </div>
      </Section>
      <Definitions part="urgency" codes={urgencySchema.options} />
      <Definitions part="sentiment" codes={sentimentSchema.options} />
    </>
  );
}

/** With one category there is nothing to sort. */
const LEAST = 2;

type Props = { part: 'urgency' | 'sentiment'; codes: readonly string[] };

function Definitions({ part, codes }: Props) {
  const { t, name } = usePageWords();
  const { body, edit, faultAt } = useSettings();
  const texts: Record<string, string> = body.taxonomy[part];
  return (
    <Section title={t(`${part}.title`)} text={t(`${part}.text`)}>
      {codes.map((code) => (
        <LinesRow
          key={code}
          label={name(`${part}.name`, code)}
          lines={2}
          maxLength={400}
          value={texts[code] ?? ''}
          error={faultAt(`taxonomy.${part}.${code}`)}
          onChange={(text) =>
            edit((settings) => ({
              ...settings,
              taxonomy: { ...settings.taxonomy, [part]: { ...settings.taxonomy[part], [code]: text } },
            }))
          }
        />
      ))}
    </Section>
  );
}
