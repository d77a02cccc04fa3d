import type { Assignment } from '../../../../backend/contract/assignment.ts';
import { Button } from '../../../ui/Button.tsx';
import { ListRow } from '../../../ui/form/ListRow.tsx';
import { PickRow } from '../../../ui/form/PickRow.tsx';
import { NumberRow, SelectRow } from '../../../ui/form/rows.tsx';
import { Card } from '../../../ui/page/Card.tsx';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { Grid } from '../../../ui/page/Section.tsx';
import { languageOptions } from '../routing/language-options.ts';
import { useRouting } from '../routing/RoutingDraft.tsx';
import { having } from '../routing/rule-list.ts';

type Agent = Assignment['agents'][string];
type Props = { id: string; agent: Agent; onChange(agent: Agent): void; onRemove(): void };

/** What one agent knows, and how much they are given. */
export function AgentCard({ id, agent, onChange, onRemove }: Props) {
  const { t, language, locale } = usePageWords();
  const { faultAt } = useRouting();
  const at = `assignment.agents.${id}`;
  const languages = agent.languages ?? [];
  return (
    <Card $faulty={faultAt(at) !== undefined} aria-label={id}>
      <h3>{t('assignment.agent', { id })}</h3>
      <Grid>
        <ListRow
          label={t('assignment.skills')}
          hint={t('common.oneALine')}
          lines={2}
          values={agent.skills}
          error={faultAt(`${at}.skills`)}
          onChange={(skills) => onChange({ ...agent, skills })}
        />
        <Cap agent={agent} error={faultAt(`${at}.maxOpen`)} onChange={onChange} />
      </Grid>
      <PickRow
        label={languages.length > 0 ? t('assignment.languages') : t('assignment.everyLanguage')}
        addLabel={t('routing.addLanguage')}
        verb={t('common.add')}
        removeLabel={(name) => t('routing.removeOne', { name })}
        values={languages}
        options={languageOptions(locale, languages).map((code) => ({ value: code, label: language(code) }))}
        error={faultAt(`${at}.languages`)}
        onChange={(chosen) => onChange(having(agent, { languages: chosen.length > 0 ? chosen : undefined }))}
      />
      <div>
        <Button onClick={onRemove}>{t('assignment.remove', { id })}</Button>
      </div>
    </Card>
  );
}

type Kind = 'account' | 'none' | 'own';
const FIRST_CAP = 10;

function Cap({ agent, error, onChange }: Pick<Props, 'agent' | 'onChange'> & { error: string | undefined }) {
  const { t } = usePageWords();
  const { maxOpen } = agent;
  const kind: Kind = maxOpen === undefined ? 'account' : maxOpen === null ? 'none' : 'own';
  const caps = { account: undefined, none: null, own: FIRST_CAP };
  return (
    <div style={{ display: 'grid', gap: 8 }}>
      <SelectRow<Kind>
        label={t('assignment.cap')}
        value={kind}
        options={[
          { value: 'account', label: t('assignment.capAccount') },
          { value: 'own', label: t('assignment.capOwn') },
          { value: 'none', label: t('assignment.capNone') },
        ]}
        error={kind === 'own' ? undefined : error}
        onChange={(next) => onChange(having(agent, { maxOpen: caps[next] }))}
      />
      {kind === 'own' && (
        <NumberRow
          label={t('assignment.maxOpen')}
          min={1}
          step={1}
          value={Number.isNaN(maxOpen) ? null : (maxOpen ?? null)}
          error={error}
          onChange={(own) => onChange({ ...agent, maxOpen: own ?? Number.NaN })}
        />
      )}
    </div>
  );
}
