import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { Hint } from '../../../ui/page/Section.tsx';
import type { Change } from './changes.ts';
import { useRuleWords } from './useRuleWords.ts';

/** What changed, in words. */
export function Changes({ changes }: { changes: readonly Change[] }) {
  return (
    <ul style={{ display: 'grid', gap: 8, paddingInlineStart: 20 }}>
      {changes.map((change, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: told anew as a whole
        <li key={at} style={{ overflowWrap: 'anywhere' }}>
          <Told change={change} />
        </li>
      ))}
    </ul>
  );
}

function Told({ change }: { change: Change }) {
  const { t, list } = usePageWords();
  const { sentence, category } = useRuleWords();
  switch (change.kind) {
    case 'ruleChanged':
      return (
        <>
          {t('routing.change.ruleChanged', { name: change.after.id })}
          <Hint>{t('routing.change.was', { what: sentence(change.before) })}</Hint>
          <Hint>{t('routing.change.is', { what: sentence(change.after) })}</Hint>
        </>
      );
    case 'ruleAdded':
    case 'ruleRemoved':
      return (
        <>
          {t(`routing.change.${change.kind}`, { name: change.rule.id })}
          <Hint>{sentence(change.rule)}</Hint>
        </>
      );
    case 'ruleMuted':
    case 'ruleUnmuted':
      return t(`routing.change.${change.kind}`, { name: change.rule.id });
    case 'order':
    case 'assignment':
    case 'escalation':
      return t(`routing.change.${change.kind}`);
    default: {
      const isCategory = change.kind.startsWith('category');
      return t(`routing.change.${change.kind}`, {
        names: list(isCategory ? change.names.map(category) : change.names),
      });
    }
  }
}
