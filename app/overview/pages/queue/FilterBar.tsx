import { useRef } from 'react';
import type { TicketQueue } from '../../../../backend/contract/ticket-queue.ts';
import { Button } from '../../../ui/Button.tsx';
import { PressButton } from '../../../ui/page/Choice.tsx';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { PlainSelect } from '../../../ui/page/PlainFields.tsx';
import { Actions, Grid, Stack } from '../../../ui/page/Section.tsx';
import { useValueWords } from '../../parts/useValueWords.ts';
import { type Filters, QUEUE_STATES } from './useFilters.ts';

type Choices = TicketQueue['choices'];
type Props = { filters: Filters; choices: Choices; groups: TicketQueue['groups'] };

const ALL = '';
const LISTS = ['category', 'urgency', 'language', 'group'] as const;
const MARKS = ['escalated', 'unsure'] as const;

/** What there is to filter by, with how many tickets each leaves. */
export function FilterBar({ filters, choices, groups }: Props) {
  const { t } = usePageWords();
  const bar = useRef<HTMLDivElement>(null);
  // Its own button goes, and the focus would with it.
  const clear = () => {
    filters.clear();
    bar.current?.querySelector('button')?.focus();
  };
  return (
    <Stack ref={bar} role="search" aria-label={t('queue.filters')}>
      <Actions style={{ gap: '8px 24px' }}>
        <States filters={filters} choices={choices} />
        <Marks filters={filters} />
        {filters.isAny && (
          <Button look="quiet" onClick={clear}>
            {t('queue.clear')}
          </Button>
        )}
      </Actions>
      <Grid $width={150} style={{ gap: 12 }}>
        {LISTS.map((name) => (
          <List key={name} name={name} filters={filters} choices={choices} groups={groups} />
        ))}
      </Grid>
    </Stack>
  );
}

const countOf = (choices: Choices['state'], key: string) => choices.find((choice) => choice.key === key)?.tickets ?? 0;

function States({ filters: { values, set }, choices }: Pick<Props, 'filters' | 'choices'>) {
  const { t, name, number } = usePageWords();
  return (
    <Actions role="group" aria-label={t('queue.states')}>
      {QUEUE_STATES.map((state) => (
        <PressButton
          key={state}
          aria-pressed={values.state === state}
          onClick={() => set('state', values.state === state ? null : state)}
        >
          {t('queue.choice', { name: name('queue.state', state), tickets: number(countOf(choices.state, state)) })}
        </PressButton>
      ))}
    </Actions>
  );
}

function Marks({ filters: { values, set } }: Pick<Props, 'filters'>) {
  const { t } = usePageWords();
  return (
    <Actions role="group" aria-label={t('queue.marks')}>
      {MARKS.map((name) => (
        <PressButton
          key={name}
          aria-pressed={values[name] === 'true'}
          onClick={() => set(name, values[name] ? null : 'true')}
        >
          {t(`queue.only.${name}`)}
        </PressButton>
      ))}
    </Actions>
  );
}

function List({ name, filters, choices, groups }: Props & { name: (typeof LISTS)[number] }) {
  const { t, number } = usePageWords();
  const valueName = useValueWords(groups);
  const chosen = filters.values[name];
  const found = choices[name];
  // What is chosen stays in the list when no ticket has it any more.
  const missing = chosen && !found.some(({ key }) => key === chosen) ? [{ key: chosen, tickets: 0 }] : [];
  const options = [...found, ...missing].map(({ key, tickets }) => ({
    value: key,
    label: t('queue.choice', { name: valueName(name, key), tickets: number(tickets) }),
  }));
  return (
    <PlainSelect
      label={t(`queue.by.${name}`)}
      value={chosen ?? ALL}
      options={[{ value: ALL, label: t('queue.all') }, ...options]}
      onChange={(value) => filters.set(name, value || null)}
    />
  );
}
