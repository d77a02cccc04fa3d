import { usePageWords } from '../../ui/page/PageWords.tsx';
import type { SavedHead } from './document.ts';

const KINDS = ['admin', 'operator', 'system'] as const;

/** Who saved a version, in words where it was no name: the configuration, or a kind and an id such as `admin:5`. */
export function useWho(): (saved: Pick<SavedHead, 'savedBy'>) => string {
  const { t } = usePageWords();
  return ({ savedBy }) => {
    if (savedBy === 'environment' || savedBy === 'file') return t('version.configuration');
    const [before, id = ''] = savedBy.split(':');
    const kind = KINDS.find((each) => each === before);
    return kind ? t(`audit.by.${kind}`, { id }).trim() : savedBy;
  };
}
