import { useCallback, useMemo } from 'react';
import type { Triage } from '../../backend/contract/triage.ts';
import { ApiError } from '../api/api-error.ts';
import type { Clock } from '../api/clock.ts';
import type { OpenBackend } from '../api/enter.ts';
import { feedbackQueue } from '../api/feedback-queue.ts';
import { useSettings } from '../api/useSettings.ts';
import { useTriage } from '../api/useTriage.ts';
import { Blank } from '../ui/Blank.tsx';
import { Button } from '../ui/Button.tsx';
import { Hidden, Panel } from '../ui/layout.tsx';
import { useWords } from '../ui/Words.tsx';
import type { Frame } from '../zaf/frame.ts';
import { Failure } from './Failure.tsx';
import { Loading } from './Loading.tsx';
import { TriageCard } from './TriageCard.tsx';

type Props = { frame: Frame; backend: OpenBackend; agentId: string | null; clock: Clock };

export function Sidebar({ frame, backend, agentId, clock }: Props) {
  const { t } = useWords();
  const { triage, loading, error, stale, answered, read } = useTriage(frame, backend, clock);
  const desk = useSettings(frame, backend);
  const tell = useMemo(() => feedbackQueue(backend, agentId, clock), [backend, agentId, clock]);
  const refresh = useCallback((force: boolean) => void read(force), [read]);
  const classification = triage?.classification;

  if (triage && classification)
    return (
      <section aria-label={t('card.title')}>
        <Announcement triage={triage} />
        <TriageCard
          key={triage.id}
          {...{ frame, backend, clock, desk, tell, triage, classification, stale, answered, error }}
          busy={loading}
          onRefresh={refresh}
        />
      </section>
    );
  const failure = error ?? (triage?.status === 'failed' ? new ApiError('failed', 'failed', triage.id) : null);
  if (failure && !loading)
    return (
      <Panel>
        <Failure error={failure} clock={clock} onRetry={() => refresh(triage !== null)} />
      </Panel>
    );
  const skipped = triage?.status === 'skipped' && !loading && (triage.skipReason ?? 'empty');
  if (skipped)
    return (
      <Blank icon="empty" title={t('skipped.title')} text={t(`skipped.${skipped}`)}>
        {skipped !== 'empty' && skipped !== 'closed' && (
          <Button onClick={() => refresh(true)}>{t('skipped.anyway')}</Button>
        )}
      </Blank>
    );
  return <Loading label="state.loading" />;
}

/** What a screen reader hears as parts arrive. */
function Announcement({ triage: { classification, draft } }: { triage: Triage }) {
  const { t, name } = useWords();
  return (
    <Hidden role="status">
      {classification &&
        t('card.ready', {
          category: name('category', classification.category),
          urgency: classification.urgency,
          band: t(`band.${classification.band}`),
        })}
      {draft && ` ${t('card.draftReady')}`}
    </Hidden>
  );
}
