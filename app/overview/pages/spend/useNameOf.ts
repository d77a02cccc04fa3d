import type { Spend } from '../../../../backend/contract/overview.ts';
import { usePageWords } from '../../../ui/page/PageWords.tsx';

type SpendDay = Spend['days'][number];

/** A purpose has no blank in it; a model's name may. */
export const asKey = ({ purpose, model }: Pick<SpendDay, 'purpose' | 'model'>): string => `${purpose} ${model}`;

/** What was asked for, and of which model where there are several. */
export function useNameOf({ days }: Pick<Spend, 'days'>): (key: string) => string {
  const { t, name } = usePageWords();
  const models = new Set(days.map(({ model }) => model));
  return (key) => {
    const at = key.indexOf(' ');
    const purpose = name('usage.for', key.slice(0, at));
    return models.size > 1 ? t('spend.of', { model: key.slice(at + 1), purpose }) : purpose;
  };
}
