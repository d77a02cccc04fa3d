import type { RoutingWhen } from '../../../../backend/contract/routing-rule.ts';
import { AddRow } from '../../../ui/form/AddRow.tsx';
import { RadioGroup } from '../../../ui/form/CheckGroup.tsx';
import { Fault } from '../../../ui/form/Fault.tsx';
import { RemoveButton } from '../../../ui/form/RemoveButton.tsx';
import { Removable } from '../../../ui/page/Card.tsx';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { Stack } from '../../../ui/page/Section.tsx';
import { ConditionField } from './ConditionField.tsx';
import { CONDITIONS, type Condition, having } from './rule-list.ts';

type Props = {
  id: string;
  when: RoutingWhen;
  errorAt(path: string): string | undefined;
  onChange(when: RoutingWhen): void;
};

/** When a rule applies. */
export function Conditions({ id, when, errorAt, onChange }: Props) {
  const { t } = usePageWords();
  const present = CONDITIONS.filter((key) => when[key] !== undefined);
  const missing = CONDITIONS.filter((key) => when[key] === undefined);
  const overall = present.length === 0 ? errorAt('') : errorAt('always');
  return (
    <Stack>
      <RadioGroup
        name={`${id}-when`}
        label={t('routing.when')}
        value={when.always ? 'every' : 'some'}
        options={[
          { value: 'some', label: t('routing.whenSome') },
          { value: 'every', label: t('routing.whenEvery') },
        ]}
        onChange={(value) => onChange(value === 'every' ? { always: true } : {})}
      />
      {overall && <Fault lang="en">{overall}</Fault>}
      {!when.always && (
        <>
          {present.map((key) => (
            <Removable key={key}>
              <ConditionField
                of={key}
                when={when}
                error={errorAt(key)}
                onChange={(part) => onChange(having(when, part))}
              />
              <RemoveButton
                label={t('routing.removeOne', { name: t(`routing.condition.${key}`) })}
                onClick={() => onChange(having(when, { [key]: undefined }))}
              />
            </Removable>
          ))}
          <AddRow
            label={t('routing.addCondition')}
            verb={t('common.add')}
            options={missing.map((key) => ({ value: key, label: t(`routing.condition.${key}`) }))}
            onAdd={(key) => onChange(having(when, STARTING[key]))}
          />
        </>
      )}
    </Stack>
  );
}

/** What a condition says when it is new: nothing yet, where there is no likely value. */
const STARTING: Record<Condition, Partial<RoutingWhen>> = {
  category: { category: [] },
  secondary: { secondary: [] },
  urgency: { urgency: [] },
  sentiment: { sentiment: [] },
  language: { language: [] },
  channel: { channel: [] },
  tier: { tier: [] },
  tags: { tags: [] },
  withoutTags: { withoutTags: [] },
  organisation: { organisation: [] },
  signals: { signals: [] },
  escalated: { escalated: true },
  confidenceBelow: { confidenceBelow: 0.5 },
  confidenceFrom: { confidenceFrom: 0.9 },
};
