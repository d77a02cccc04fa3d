import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import type { RatingReason } from '../../backend/contract/feedback.ts';
import type { Classification, Triage } from '../../backend/contract/triage.ts';
import type { ApiError } from '../api/api-error.ts';
import type { Clock } from '../api/clock.ts';
import type { Tell } from '../api/feedback-queue.ts';
import type { Desk } from '../api/useSettings.ts';
import { Bones } from '../ui/Bones.tsx';
import { Panel } from '../ui/layout.tsx';
import type { Frame } from '../zaf/frame.ts';
import { useTicketForm } from '../zaf/useTicketForm.ts';
import { Aside } from './Aside.tsx';
import { BackgroundWaiting } from './BackgroundWaiting.tsx';
import { CardHeader } from './CardHeader.tsx';
import { EscalationAlert } from './EscalationAlert.tsx';
import { Failure } from './Failure.tsx';
import { StaleNotice } from './StaleNotice.tsx';
import { Values } from './Values.tsx';

const Background = lazy(() => import('./Background.tsx').then(({ Background }) => ({ default: Background })));

type CardProps = {
  frame: Frame;
  clock: Clock;
  desk: Desk | null;
  tell: Tell;
  triage: Triage;
  classification: Classification;
  busy: boolean;
  stale: boolean;
  answered: boolean;
  error: ApiError | null;
  onRefresh: (force: boolean) => void;
};

/** Row frame, apply button, note: the room that the values will take. */
const ROWS = [184, 32, 28];

export function TriageCard(props: CardProps) {
  const { frame, clock, desk, tell, triage, classification, busy, stale, answered, error, onRefresh } = props;
  const [touched, setTouched] = useState(false);
  const [aside, setAside] = useState(false);
  const fieldIds = desk && Object.values(desk.fields).filter((id) => id !== null);
  const { form, refresh } = useTicketForm(frame, fieldIds);
  const touch = useCallback(() => setTouched(true), []);

  useEffect(() => {
    if (stale && !touched) onRefresh(false);
  }, [stale, touched, onRefresh]);

  const ignore = () => {
    setAside(true);
    tell(triage.id, { type: 'ignored' });
  };
  const rated = (helpful: boolean, reason: RatingReason | null) => tell(triage.id, { type: 'rated', helpful, reason });
  const inserted = (text: string) => tell(triage.id, { type: 'draft_inserted', text });

  return (
    <>
      {aside && <Aside onShow={() => setAside(false)} />}
      <div hidden={aside}>
        <Panel>
          <CardHeader
            triage={triage}
            band={classification.band}
            busy={busy}
            clock={clock}
            onRefresh={() => onRefresh(true)}
          />
          {stale && <StaleNotice reading={busy} onRefresh={() => onRefresh(false)} />}
          {error && <Failure key={error.message} error={error} clock={clock} onRetry={() => onRefresh(false)} />}
          {triage.escalation?.flagged && (
            <EscalationAlert escalation={triage.escalation} team={triage.routing?.escalationTeam ?? null} />
          )}
          <p dir="auto">{classification.summary}</p>
          {desk && form ? (
            <Values
              {...{ frame, triage, classification, desk, form, refresh, tell }}
              onTouch={touch}
              onIgnore={ignore}
            />
          ) : (
            <Bones heights={ROWS} />
          )}
          <Suspense fallback={<BackgroundWaiting triage={triage} />}>
            <Background
              {...{ triage, classification, frame, answered, clock }}
              onInsert={inserted}
              onEdit={touch}
              onRate={rated}
            />
          </Suspense>
        </Panel>
      </div>
    </>
  );
}
