import type { Classification, Routing } from '../../backend/contract/triage.ts';
import { Small } from '../ui/layout.tsx';
import { useWords } from '../ui/Words.tsx';

const RULE = 'rule:';

type Props = { classification: Classification; routing: Routing | null };

/** Why each field has its value: how sure that is and what came next, or the rules of the account that decided. */
export function FieldReasons({ classification, routing }: Props) {
  const { t, name, percent } = useWords();
  const { category, confidence, urgencyConfidence, sentimentConfidence, candidates } = classification;
  const sure = (share: number) => (share > 0 ? t('why.sure', { share: percent(share) }) : null);
  const next = candidates.find((other) => other.category !== category);
  const also = next && t('why.next', { name: name('category', next.category), share: percent(next.confidence) });
  const rules = routing?.rules.filter((rule) => rule.startsWith(RULE)).map((rule) => rule.slice(RULE.length)) ?? [];
  const group = rules.length
    ? t('why.byRule', { rule: rules.join(', ') })
    : t('why.byCategory', { category: name('category', category) });
  const reasons = [
    ['category', [sure(confidence), also].filter(Boolean).join(' · ')],
    ['urgency', sure(urgencyConfidence)],
    ['sentiment', sure(sentimentConfidence)],
    ['group', routing && group],
  ] as const;
  return (
    <ul style={{ listStyle: 'none' }}>
      {reasons.map(
        ([field, reason]) =>
          reason && (
            <Small as="li" key={field}>
              {t(`row.${field}`)}: {reason}
            </Small>
          ),
      )}
    </ul>
  );
}
