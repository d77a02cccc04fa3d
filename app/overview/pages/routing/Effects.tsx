import type { RoutingRule } from '../../../../backend/contract/routing-rule.ts';
import { AddRow } from '../../../ui/form/AddRow.tsx';
import { Fault } from '../../../ui/form/Fault.tsx';
import { ListRow } from '../../../ui/form/ListRow.tsx';
import { RemoveButton } from '../../../ui/form/RemoveButton.tsx';
import { SelectRow } from '../../../ui/form/rows.tsx';
import { SuggestRow } from '../../../ui/form/SuggestRow.tsx';
import { ToggleRow } from '../../../ui/form/ToggleRow.tsx';
import { Removable } from '../../../ui/page/Card.tsx';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { Stack } from '../../../ui/page/Section.tsx';
import { HourField, HoursByUrgency } from './HourFields.tsx';
import { useRouting } from './RoutingDraft.tsx';
import { EFFECTS, type Effect, having } from './rule-list.ts';

type Set = RoutingRule['set'];
type Props = { rule: RoutingRule; errorAt(path: string): string | undefined; onChange(set: Set): void };

/** What a rule does. */
export function Effects({ rule, errorAt, onChange }: Props) {
  const { t } = usePageWords();
  const { set } = rule;
  const present = EFFECTS.filter((key) => set[key] !== undefined);
  const nothing = present.length === 0 ? errorAt('') : undefined;
  return (
    <Stack>
      <h4>{t('routing.then')}</h4>
      {nothing && <Fault lang="en">{nothing}</Fault>}
      {present.map((key) => (
        <Removable key={key}>
          <EffectField of={key} rule={rule} errorAt={errorAt} onChange={(part) => onChange(having(set, part))} />
          <RemoveButton
            label={t('routing.removeOne', { name: t(`routing.effect.${key}`) })}
            onClick={() => onChange(having(set, { [key]: undefined }))}
          />
        </Removable>
      ))}
      <AddRow
        label={t('routing.addEffect')}
        verb={t('common.add')}
        options={EFFECTS.filter((key) => set[key] === undefined).map((key) => ({
          value: key,
          label: t(`routing.effect.${key}`),
        }))}
        onAdd={(key) => onChange(having(set, STARTING[key]))}
      />
    </Stack>
  );
}

const STARTING: Record<Effect, Partial<Set>> = {
  team: { team: '' },
  escalationTeam: { escalationTeam: '' },
  slaHours: { slaHours: 1 },
  resolutionHours: { resolutionHours: 24 },
  skills: { skills: [] },
  watchers: { watchers: [] },
};

type FieldProps = Omit<Props, 'onChange'> & { of: Effect; onChange(part: Partial<Set>): void };

function EffectField({ of, rule: { set, when }, errorAt, onChange }: FieldProps) {
  const { t } = usePageWords();
  const { teams } = useRouting();
  const label = t(`routing.effect.${of}`);
  const error = errorAt(of);
  switch (of) {
    case 'team':
    case 'escalationTeam':
      return (
        <Stack>
          <SuggestRow
            label={label}
            hint={t('routing.teamHint')}
            value={set[of] ?? ''}
            suggestions={teams}
            disabled={set[of] === null}
            error={error}
            onChange={(team) => onChange({ [of]: team })}
          />
          {of === 'escalationTeam' && (
            <ToggleRow
              label={t('routing.nobody')}
              checked={set.escalationTeam === null}
              onChange={(isNobody) => onChange({ escalationTeam: isNobody ? null : '' })}
            />
          )}
        </Stack>
      );
    case 'slaHours':
    case 'resolutionHours':
      return <Hours of={of} label={label} value={set[of]} only={when.urgency} errorAt={errorAt} onChange={onChange} />;
    default:
      return (
        <ListRow
          label={label}
          hint={t(`routing.hint.${of}`)}
          lines={2}
          values={set[of] ?? []}
          error={error}
          onChange={(values) => onChange({ [of]: values })}
        />
      );
  }
}

type HoursProps = Pick<FieldProps, 'errorAt' | 'onChange'> & {
  of: 'slaHours' | 'resolutionHours';
  label: string;
  value: Set['slaHours'];
  only: readonly string[] | undefined;
};

function Hours({ of, label, value, only, errorAt, onChange }: HoursProps) {
  const { t } = usePageWords();
  const isOne = typeof value === 'number';
  return (
    <Stack>
      <SelectRow
        label={label}
        value={isOne ? 'one' : 'each'}
        options={[
          { value: 'one', label: t('routing.sameHours') },
          { value: 'each', label: t('routing.hoursEach') },
        ]}
        error={isOne ? undefined : errorAt(of)}
        onChange={(how) => onChange({ [of]: how === 'one' ? Number.NaN : {} })}
      />
      {isOne ? (
        <div style={{ width: 120 }}>
          <HourField
            label={t('routing.hours')}
            value={value}
            error={errorAt(of)}
            onChange={(hours) => onChange({ [of]: hours ?? Number.NaN })}
          />
        </div>
      ) : (
        <HoursByUrgency
          label={(urgency) => t('routing.hoursOf', { urgency })}
          value={value ?? {}}
          only={only}
          errorAt={(urgency) => errorAt(`${of}.${urgency}`)}
          onChange={(hours) => onChange({ [of]: hours })}
        />
      )}
    </Stack>
  );
}
