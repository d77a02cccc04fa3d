import { useState } from 'react';
import type { Assignment } from '../../../../backend/contract/assignment.ts';
import { Button } from '../../../ui/Button.tsx';
import { NumberRow, TextRow } from '../../../ui/form/rows.tsx';
import { ToggleRow } from '../../../ui/form/ToggleRow.tsx';
import { Cards } from '../../../ui/page/Card.tsx';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { Section } from '../../../ui/page/Section.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { useRouting } from '../routing/RoutingDraft.tsx';
import { AgentCard } from './AgentCard.tsx';

/** Whether an agent is chosen for a ticket too, and how. */
export function AssignmentPage() {
  const { t } = usePageWords();
  const { body, edit, faultAt } = useRouting();
  const { assignment } = body;
  const change = (part: Partial<Assignment>) =>
    edit((rules) => ({ ...rules, assignment: { ...rules.assignment, ...part } }));
  return (
    <>
      <Section title={t('assignment.choose')} text={t('assignment.chooseText')}>
        <ToggleRow
          label={t('assignment.enabled')}
          checked={assignment.enabled}
          onChange={(enabled) => change({ enabled })}
        />
        <NumberRow
          label={t('assignment.maxOpen')}
          hint={t('assignment.maxOpenHint')}
          min={1}
          step={1}
          value={assignment.maxOpen}
          error={faultAt('assignment.maxOpen')}
          onChange={(maxOpen) => change({ maxOpen })}
        />
      </Section>
      <Agents agents={assignment.agents} onChange={(agents) => change({ agents })} />
    </>
  );
}

type Agents = Assignment['agents'];

function Agents({ agents, onChange }: { agents: Agents; onChange(agents: Agents): void }) {
  const { t } = usePageWords();
  const ids = Object.keys(agents);
  return (
    <Section title={t('assignment.agents')} text={t('assignment.agentsText')}>
      {ids.length === 0 && <EmptyState title={t('assignment.none')} text={t('assignment.noneText')} />}
      <Cards aria-label={t('assignment.agents')}>
        {Object.entries(agents).map(([id, agent]) => (
          <AgentCard
            key={id}
            id={id}
            agent={agent}
            onChange={(next) => onChange({ ...agents, [id]: next })}
            onRemove={() => onChange(Object.fromEntries(Object.entries(agents).filter(([other]) => other !== id)))}
          />
        ))}
      </Cards>
      <NewAgent taken={ids} onAdd={(id) => onChange({ ...agents, [id]: { skills: [] } })} />
    </Section>
  );
}

function NewAgent({ taken, onAdd }: { taken: readonly string[]; onAdd(id: string): void }) {
  const { t } = usePageWords();
  const [id, setId] = useState('');
  const isNew = /^\d{1,20}$/.test(id.trim()) && !taken.includes(id.trim());
  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: 8 }}>
      <div style={{ flex: '0 1 320px' }}>
        <TextRow label={t('assignment.id')} hint={t('assignment.idHint')} value={id} maxLength={20} onChange={setId} />
      </div>
      <Button
        disabled={!isNew}
        onClick={() => {
          onAdd(id.trim());
          setId('');
        }}
      >
        {t('assignment.add')}
      </Button>
    </div>
  );
}
