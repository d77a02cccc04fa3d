import type { Drift } from '../../../../backend/contract/overview.ts';
import { Cards } from '../../../ui/page/Card.tsx';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { Section } from '../../../ui/page/Section.tsx';
import { useRead } from '../../api/useResource.ts';
import { CsvButton } from '../../parts/CsvButton.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { Loaded } from '../../parts/Loaded.tsx';
import { Alert } from './Alert.tsx';

const HEAD = ['kind', 'key', 'before', 'recent', 'p', 'beforeFrom', 'beforeTo', 'recentFrom', 'recentTo'] as const;

/** What differs between the last week and the weeks before, by more than chance. */
export const DriftPage = () => (
  <Loaded resource={useRead('readDrift', {})}>{(drift) => <Compared drift={drift} />}</Loaded>
);

function Compared({ drift }: { drift: Drift }) {
  const { t, number, day } = usePageWords();
  const { alerts, recent, before, timeZone } = drift;
  const isEnough = Math.min(recent.tickets, before.tickets) >= drift.leastTickets;
  const spans = t('drift.spans', {
    recentFrom: day(recent.from),
    recentTo: day(recent.to),
    beforeFrom: day(before.from),
    beforeTo: day(before.to),
    zone: timeZone,
  });
  const changed = t('drift.changed', { count: alerts.length, changes: number(alerts.length) });
  return (
    <Section
      title={alerts.length > 0 ? changed : t(isEnough ? 'drift.none' : 'drift.tooFew')}
      text={spans}
      actions={alerts.length > 0 && <Save drift={drift} />}
    >
      {alerts.length > 0 ? <Alerts drift={drift} /> : <Nothing drift={drift} isEnough={isEnough} />}
    </Section>
  );
}

function Alerts({ drift }: { drift: Drift }) {
  const { t, number, percent } = usePageWords();
  return (
    <>
      <Cards>
        {drift.alerts.map((alert) => (
          <Alert key={`${alert.kind} ${alert.key}`} alert={alert} drift={drift} />
        ))}
      </Cards>
      <p>
        {t('drift.sure', {
          count: drift.compared,
          compared: number(drift.compared),
          significance: percent(drift.significance),
        })}
      </p>
    </>
  );
}

function Nothing({ drift, isEnough }: { drift: Drift; isEnough: boolean }) {
  const { t, number } = usePageWords();
  const { compared, recent, before, leastTickets } = drift;
  const counts = { recent: number(recent.tickets), before: number(before.tickets), least: number(leastTickets) };
  return isEnough ? (
    <EmptyState
      title={t('drift.compared', { count: compared, compared: number(compared), ...counts })}
      text={t('drift.noneText')}
    />
  ) : (
    <EmptyState title={t('drift.soFar', counts)} text={t('drift.tooFewText', counts)} />
  );
}

const Save = ({ drift: { alerts, recent, before } }: { drift: Drift }) => (
  <CsvButton
    name="drift"
    range={recent}
    head={HEAD}
    rows={alerts.map((alert) => [
      alert.kind,
      alert.key,
      alert.before,
      alert.recent,
      alert.p,
      before.from,
      before.to,
      recent.from,
      recent.to,
    ])}
  />
);
