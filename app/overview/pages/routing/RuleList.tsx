import { useEffect, useState } from 'react';
import type { RoutingRule } from '../../../../backend/contract/routing-rule.ts';
import { Button } from '../../../ui/Button.tsx';
import { Cards } from '../../../ui/page/Card.tsx';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { Section } from '../../../ui/page/Section.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { useSay } from '../../parts/Said.tsx';
import { useRouting } from './RoutingDraft.tsx';
import { RuleCard } from './RuleCard.tsx';
import { added, changed, duplicated, moved, removed } from './rule-list.ts';

const MOST_RULES = 100;

/** The rules in their order. `fired`: by id, where they were tried as they stand. */
export function RuleList({ fired }: { fired: ReadonlyMap<string, number> | null }) {
  const { t } = usePageWords();
  const say = useSay();
  const { body, edit } = useRouting();
  const { rules } = body;
  const [open, setOpen] = useState<number | null>(null);
  const focus = useMovedFocus();
  const put = (next: RoutingRule[], opened: number | null) => {
    edit((all) => ({ ...all, rules: next }));
    setOpen(opened);
  };
  const move = (from: number, to: number) => {
    put(moved(rules, from, to), open === from ? to : open === to ? from : open);
    focus({ at: to, way: to < from ? 'up' : 'down' });
    say(t('routing.moved', { name: rules[from]?.id ?? '', position: to + 1 }));
  };
  const below = (at: number) => (open !== null && open > at ? 1 : 0);
  const add = (
    <Button disabled={rules.length >= MOST_RULES} onClick={() => put(added(rules), rules.length)}>
      {t('routing.add')}
    </Button>
  );
  return (
    <Section title={t('routing.rules')} text={t('routing.rulesText')} actions={add}>
      {rules.length === 0 && <EmptyState title={t('routing.noRules')} text={t('routing.noRulesText')} />}
      <Cards aria-label={t('routing.rules')}>
        {rules.map((rule, at) => (
          <RuleCard
            // biome-ignore lint/suspicious/noArrayIndexKey: an id changes while it is typed
            key={at}
            rule={rule}
            at={at}
            fired={rule.muted ? null : (fired?.get(rule.id) ?? (fired && 0))}
            isOpen={open === at}
            onToggle={() => setOpen(open === at ? null : at)}
            onChange={(next) => put(changed(rules, at, next), open)}
            onUp={at > 0 ? () => move(at, at - 1) : undefined}
            onDown={at < rules.length - 1 ? () => move(at, at + 1) : undefined}
            onDuplicate={() => put(duplicated(rules, at), at + 1)}
            onRemove={() => put(removed(rules, at), open === at || open === null ? null : open - below(at))}
          />
        ))}
      </Cards>
    </Section>
  );
}

type Moved = { at: number; way: 'up' | 'down' };

/** The focus goes with a rule that is moved, so that it can be moved on. */
function useMovedFocus(): (moved: Moved) => void {
  const [last, setLast] = useState<Moved | null>(null);
  useEffect(() => {
    if (!last) return;
    const ways = last.way === 'up' ? ['up', 'down'] : ['down', 'up'];
    const buttons = ways.map((way) => document.querySelector<HTMLButtonElement>(`#rule-${way}-${last.at} button`));
    buttons.find((button) => button && !button.disabled)?.focus();
  }, [last]);
  return setLast;
}
