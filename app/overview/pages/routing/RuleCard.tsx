import type { RoutingRule } from '../../../../backend/contract/routing-rule.ts';
import { Button } from '../../../ui/Button.tsx';
import { Fault } from '../../../ui/form/Fault.tsx';
import { TextRow } from '../../../ui/form/rows.tsx';
import { Card, Inset } from '../../../ui/page/Card.tsx';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { Actions, Grid, Hint } from '../../../ui/page/Section.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { Conditions } from './Conditions.tsx';
import { Effects } from './Effects.tsx';
import { useRouting } from './RoutingDraft.tsx';
import { having } from './rule-list.ts';
import { useRuleWords } from './useRuleWords.ts';

const MOST_NOTE = 400;

type Props = {
  rule: RoutingRule;
  at: number;
  /** How often it would have fired; null: not tried as it stands. */
  fired: number | null;
  isOpen: boolean;
  onToggle(): void;
  onChange(rule: RoutingRule): void;
  /** Undefined where there is nowhere to go. */
  onUp: (() => void) | undefined;
  onDown: (() => void) | undefined;
  onDuplicate(): void;
  onRemove(): void;
};

/** One rule as a sentence, with what can be done with it. */
export function RuleCard({ rule, at, fired, isOpen, onToggle, onChange, ...does }: Props) {
  const { t } = usePageWords();
  const { faultAt } = useRouting();
  const { sentence } = useRuleWords();
  const fault = faultAt(`rules.${at}`);
  const named = { name: rule.id };
  return (
    <Card $quiet={rule.muted ?? false} $faulty={fault !== undefined} aria-label={rule.id}>
      <Actions>
        <h3>{t('routing.numbered', { ...named, number: at + 1 })}</h3>
        {rule.muted && <Tag tone="poor">{t('routing.muted')}</Tag>}
        {fired !== null && <Tag tone={fired > 0 ? 'good' : 'fair'}>{t('routing.fired', { count: fired })}</Tag>}
      </Actions>
      <p>{sentence(rule)}</p>
      {rule.note && <Hint>{rule.note}</Hint>}
      {fault && !isOpen && <Fault lang="en">{fault}</Fault>}
      <Actions role="group" aria-label={t('routing.actionsOf', named)}>
        <Button onClick={onToggle}>{t(isOpen ? 'routing.done' : 'routing.edit')}</Button>
        <span id={`rule-up-${at}`}>
          <Button disabled={!does.onUp} onClick={() => does.onUp?.()}>
            {t('routing.up')}
          </Button>
        </span>
        <span id={`rule-down-${at}`}>
          <Button disabled={!does.onDown} onClick={() => does.onDown?.()}>
            {t('routing.down')}
          </Button>
        </span>
        <Button onClick={() => onChange(having(rule, { muted: rule.muted ? undefined : true }))}>
          {t(rule.muted ? 'routing.unmute' : 'routing.mute')}
        </Button>
        <Button onClick={does.onDuplicate}>{t('routing.duplicate')}</Button>
        <Button onClick={does.onRemove}>{t('common.remove')}</Button>
      </Actions>
      {isOpen && <Editor rule={rule} at={at} onChange={onChange} />}
    </Card>
  );
}

function Editor({ rule, at, onChange }: Pick<Props, 'rule' | 'at' | 'onChange'>) {
  const { t } = usePageWords();
  const { faultAt } = useRouting();
  const errorAt = (part: string) => (path: string) =>
    faultAt(['rules', at, part, path].filter((x) => x !== '').join('.'));

  return (
    <Inset>
      <Grid>
        <TextRow
          label={t('routing.id')}
          hint={t('routing.idHint')}
          value={rule.id}
          maxLength={60}
          error={faultAt(`rules.${at}.id`)}
          onChange={(id) => onChange({ ...rule, id })}
        />
        <TextRow
          label={t('routing.note')}
          hint={t('routing.noteHint')}
          value={rule.note ?? ''}
          maxLength={MOST_NOTE}
          onChange={(note) => onChange(having(rule, { note: note || undefined }))}
        />
      </Grid>
      <Conditions
        id={`rule-${at}`}
        when={rule.when}
        errorAt={errorAt('when')}
        onChange={(when) => onChange({ ...rule, when })}
      />
      <Effects rule={rule} errorAt={errorAt('set')} onChange={(set) => onChange({ ...rule, set })} />
    </Inset>
  );
}
