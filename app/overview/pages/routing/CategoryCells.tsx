import type { CategoryRow } from '../../../../backend/contract/routing-rule.ts';
import { SuggestRow } from '../../../ui/form/SuggestRow.tsx';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { HourField, type URGENCIES } from './HourFields.tsx';
import { useRouting } from './RoutingDraft.tsx';
import { having } from './rule-list.ts';
import { useRuleWords } from './useRuleWords.ts';

export type Row = CategoryRow & { category: string };
export type Promised = 'slaHours' | 'resolutionHours';
type Hours = CategoryRow['slaHours'];

function useCell(category: string) {
  const { t } = usePageWords();
  const { edit, faultAt } = useRouting();
  const words = useRuleWords();
  return {
    label: (what: string) => t('routing.of', { what, name: words.category(category) }),
    faultAt: (path: string) => faultAt(`categories.${category}.${path}`),
    change: (part: (row: CategoryRow) => Partial<CategoryRow>) =>
      edit((rules) => {
        const row = rules.categories[category];
        return row ? { ...rules, categories: { ...rules.categories, [category]: having(row, part(row)) } } : rules;
      }),
  };
}

export function TeamCell({ row, of }: { row: Row; of: 'team' | 'escalationTeam' }) {
  const { t } = usePageWords();
  const { teams } = useRouting();
  const { label, faultAt, change } = useCell(row.category);
  return (
    <div style={{ minWidth: 164 }}>
      <SuggestRow
        isLabelHidden
        label={label(t(`routing.${of}`))}
        value={row[of]}
        suggestions={teams}
        error={faultAt(of)}
        onChange={(value) => change(() => ({ [of]: value }))}
      />
    </div>
  );
}

export function HoursCell({ row, of, urgency }: { row: Row; of: Promised; urgency: (typeof URGENCIES)[number] }) {
  const { t } = usePageWords();
  const { label, faultAt, change } = useCell(row.category);
  return (
    <div style={{ width: 80 }}>
      <HourField
        isLabelHidden
        label={label(t(`routing.${of}Of`, { urgency }))}
        value={row[of]?.[urgency]}
        error={faultAt(`${of}.${urgency}`)}
        onChange={(value) => change((before) => ({ [of]: promised(before[of], urgency, value) }))}
      />
    </div>
  );
}

/** An emptied field is no number, which saving refuses; no promise at all is none. */
function promised(before: Hours | undefined, urgency: keyof Hours, value: number | undefined): Hours | undefined {
  const none = { P1: Number.NaN, P2: Number.NaN, P3: Number.NaN, P4: Number.NaN };
  const after = { ...none, ...before, [urgency]: value ?? Number.NaN };
  return Object.values(after).every(Number.isNaN) ? undefined : after;
}
