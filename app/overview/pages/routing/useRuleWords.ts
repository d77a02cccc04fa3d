import type { RoutingRule, RoutingWhen } from '../../../../backend/contract/routing-rule.ts';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { CONDITIONS, type Condition, EFFECTS, type Effect } from './rule-list.ts';

type Hours = RoutingRule['set']['slaHours'];

/** Rules in words, as a person would say them. */
export function useRuleWords() {
  const { t, name, list, language, percent, locale } = usePageWords();
  const either = (values: readonly string[]) => new Intl.ListFormat(locale, { type: 'disjunction' }).format(values);
  const category = (code: string) => name('category.shipped', code);
  const signal = (code: string) => name('escalation.rule', code);
  const languageName = (code: string) =>
    /^[a-z]{2,3}$/.test(code) && code !== 'und' ? language(code) : t('routing.und');
  const span = (hours: number) =>
    Number.isNaN(hours)
      ? '…'
      : new Intl.NumberFormat(locale, { style: 'unit', unit: 'hour', unitDisplay: 'short' }).format(hours);
  const hours = (value: NonNullable<Hours>) =>
    typeof value === 'number'
      ? span(value)
      : list(Object.entries(value).map(([urgency, some]) => `${urgency}: ${span(some)}`));

  const valueNames: Partial<Record<Condition, (code: string) => string>> = {
    category,
    secondary: category,
    sentiment: (code) => name('sentiment.name', code),
    language: languageName,
    signals: signal,
  };

  function condition(key: Condition, when: RoutingWhen): string {
    const value = when[key];
    if (typeof value === 'boolean') return t(value ? 'routing.says.escalated' : 'routing.says.notEscalated');
    if (typeof value === 'number') return t(`routing.says.${key}` as 'routing.says.tags', { value: percent(value) });
    const names = (value ?? []).map((code) => valueNames[key]?.(code) ?? code);
    return t(`routing.says.${key}` as 'routing.says.tags', { value: names.length > 0 ? either(names) : '…' });
  }

  function effect(key: Effect, { set }: RoutingRule): string {
    const said = (value: string) => t(`routing.does.${key}`, { value });
    if (key === 'escalationTeam' && set.escalationTeam === null) return t('routing.does.nobody');
    if (key === 'team' || key === 'escalationTeam') return said(set[key] || '…');
    if (key === 'skills' || key === 'watchers') return said(list(set[key] ?? []) || '…');
    return said(hours(set[key] ?? Number.NaN));
  }

  return {
    category,
    signal,
    languageName,
    hours,
    span,
    condition,
    /** "When category is billing and tag is vip: team vip_support, 1 h" */
    sentence(rule: RoutingRule): string {
      const conditions = CONDITIONS.filter((key) => rule.when[key] !== undefined);
      const effects = EFFECTS.filter((key) => rule.set[key] !== undefined);
      const does = effects.length > 0 ? list(effects.map((key) => effect(key, rule))) : t('routing.doesNothing');
      if (rule.when.always) return t('routing.everyTicket', { does });
      if (conditions.length === 0) return t('routing.noCondition', { does });
      return t('routing.sentence', { when: list(conditions.map((key) => condition(key, rule.when))), does });
    },
  };
}
