import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { LinesRow } from '../../../ui/form/LinesRow.tsx';
import { ListRow } from '../../../ui/form/ListRow.tsx';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { Actions, Hint, Stack } from '../../../ui/page/Section.tsx';
import { useSettings } from '../../settings.tsx';
import { changeCategory } from './category-draft.ts';
import { RemoveCategory } from './RemoveCategory.tsx';
import { Subcategories } from './Subcategories.tsx';

/** `isLast`: so few are left that none may go. */
type Props = { category: string; isLast: boolean };

export function CategoryForm({ category, isLast }: Props) {
  const { t, name } = usePageWords();
  const { body, edit, faultAt } = useSettings();
  const [isRemoving, setRemoving] = useState(false);
  const definition = body.taxonomy.categories[category];
  if (!definition) return null;
  const path = `taxonomy.categories.${category}`;
  const title = name('category.shipped', category);
  return (
    <Disclosure title={title}>
      <Stack style={{ paddingBlockEnd: 16 }}>
        <Hint>
          {t('category.code')} {category}
        </Hint>
        <LinesRow
          label={t('category.description')}
          hint={t('category.descriptionHint')}
          lines={3}
          maxLength={400}
          value={definition.description}
          error={faultAt(`${path}.description`)}
          onChange={(description) => changeCategory(edit, category, { description })}
        />
        <ListRow
          label={t('category.examples')}
          hint={t('category.examplesHint')}
          values={definition.examples}
          error={faultAt(`${path}.examples`)}
          onChange={(examples) => changeCategory(edit, category, { examples })}
        />
        <Subcategories category={category} subcategories={definition.subcategories} />
        <Actions>
          <Button disabled={isLast} onClick={() => setRemoving(true)}>
            {t('category.remove', { category: title })}
          </Button>
        </Actions>
        {isRemoving && <RemoveCategory category={category} title={title} onClose={() => setRemoving(false)} />}
      </Stack>
    </Disclosure>
  );
}
