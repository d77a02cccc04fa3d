import type { Check, CheckName, ConnectionView } from '../../../../backend/contract/connection.ts';
import { Button } from '../../../ui/Button.tsx';
import { CheckLine, CheckList } from '../../../ui/page/CheckList.tsx';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { Actions, Section } from '../../../ui/page/Section.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { useClient } from '../../api/ClientContext.tsx';
import { useAction } from '../../api/useAction.ts';
import type { Resource } from '../../api/useResource.ts';
import { Problem } from '../../parts/Problem.tsx';
import { useSay } from '../../parts/Said.tsx';
import { goTo } from '../../parts/usePlace.ts';

type Props = { view: ConnectionView; resource: Resource<ConnectionView> };

/** Everything that has to be right between Zendesk and us, looked at just now. */
export function Checks({ view, resource }: Props) {
  const { t } = usePageWords();
  const client = useClient();
  const say = useSay();
  const repair = useAction(async (check?: CheckName) => {
    const after = await client.call('repairConnection', { body: check ? { check } : {} });
    resource.replace(after);
    say(isReady(after) ? t('check.allWell') : t('check.repaired'));
  });
  const canRepair = view.checks.some(isRepairable);
  return (
    <Section
      title={t(isReady(view) ? (view.healthy ? 'check.healthy' : 'check.ready') : 'check.title')}
      text={t('check.text')}
      actions={
        <Actions>
          <Button disabled={resource.isLoading || repair.isBusy} onClick={() => void resource.reload()}>
            {resource.isLoading ? t('check.looking') : t('check.again')}
          </Button>
          {canRepair && (
            <Button look="primary" disabled={repair.isBusy} onClick={() => void repair.run()}>
              {t('check.repairAll')}
            </Button>
          )}
        </Actions>
      }
    >
      {repair.error && <Problem error={repair.error} />}
      <CheckList>
        {view.checks.map((check) => (
          <Line key={check.name} check={check} isBusy={repair.isBusy} onRepair={() => void repair.run(check.name)} />
        ))}
      </CheckList>
    </Section>
  );
}

/** The first delivery comes with the first ticket: nobody can do anything about it. */
const isReady = ({ checks }: ConnectionView) =>
  checks.every(({ name, state }) => state === 'ok' || (name === 'deliveries' && state === 'waiting'));
const isRepairable = ({ state, remedy }: Check) => state === 'broken' && remedy === 'repair';
const TONE = { ok: 'good', waiting: 'poor', blocked: 'fair', broken: 'bad' } as const;

type LineProps = { check: Check; isBusy: boolean; onRepair(): void };

function Line({ check, isBusy, onRepair }: LineProps) {
  const { t, name, list } = usePageWords();
  const { name: which, state, reason, missing, remedy } = check;
  const title = t(`check.name.${which}`);
  return (
    <CheckLine
      title={title}
      state={<Tag tone={TONE[state]}>{t(`check.state.${state}`)}</Tag>}
      action={
        isRepairable(check) ? (
          <Button disabled={isBusy} onClick={onRepair}>
            {t('check.repair', { what: title })}
          </Button>
        ) : (
          state === 'broken' &&
          remedy === 'choose' && <Button onClick={() => goTo('teams')}>{t('check.choose')}</Button>
        )
      }
    >
      {reason ? name('check.reason', reason) : t(`check.well.${which}`)}
      {missing.length > 0 && ` ${list(missing)}`}
    </CheckLine>
  );
}
