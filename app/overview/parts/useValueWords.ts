import { usePageWords } from '../../ui/page/PageWords.tsx';

const NONE = 'none';
/** Mixed and unknown languages have no name of their own. */
const NO_LANGUAGE = ['mul', 'und', NONE, ''];

export type ValueKind =
  | 'category'
  | 'urgency'
  | 'sentiment'
  | 'language'
  | 'decidedBy'
  | 'escalation'
  | 'group'
  | 'promptVersion';

/** What the codes of tallies are called. `groups`: names of the account's groups, by id. */
export function useValueWords(groups: Readonly<Record<string, string>> = {}) {
  const { t, name, language } = usePageWords();
  return (kind: ValueKind, code: string): string => {
    if (kind === 'language') return NO_LANGUAGE.includes(code) ? t('chart.noLanguage') : language(code);
    if (code === NONE || code === '') return t('chart.none');
    if (kind === 'group') return groups[code] ?? t('chart.group', { id: code });
    if (kind === 'promptVersion') return code;
    return name(GROUP_OF[kind], code);
  };
}

const GROUP_OF = {
  category: 'category.shipped',
  urgency: 'urgency.name',
  sentiment: 'sentiment.name',
  decidedBy: 'chart.engine',
  escalation: 'chart.escalation',
} as const;
