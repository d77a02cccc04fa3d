import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { useRead } from '../../api/useResource.ts';
import { ConfirmDialog } from '../../parts/ConfirmDialog.tsx';
import { Loaded } from '../../parts/Loaded.tsx';
import { useSettings } from '../../settings.tsx';
import { removeCategory } from './category-draft.ts';
import { rulesThatName } from './rules-that-name.ts';

type Props = { category: string; title: string; onClose(): void };

/** Says first which rules would be left without it. */
export function RemoveCategory({ category, title, onClose }: Props) {
  const { t, list } = usePageWords();
  const { edit } = useSettings();
  const routing = useRead('readRouting', {});
  const remove = () => {
    removeCategory(edit, category);
    onClose();
  };
  return (
    <ConfirmDialog
      title={t('category.removeAsk', { category: title })}
      verb={t('common.remove')}
      onConfirm={remove}
      onClose={onClose}
    >
      <p>{t('category.removeText')}</p>
      <Loaded resource={routing} shape={[20]}>
        {({ rules }) => {
          const naming = rulesThatName(rules, category);
          return (
            <p>{naming.length > 0 ? t('category.namedBy', { rules: list(naming) }) : t('category.namedByNone')}</p>
          );
        }}
      </Loaded>
    </ConfirmDialog>
  );
}
