import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import type { Classification, Triage } from '../../backend/contract/triage.ts';
import type { ApiError } from '../api/api-error.ts';
import type { Backend } from '../api/client.ts';
import type { Clock } from '../api/clock.ts';
import type { Tell } from '../api/feedback-queue.ts';
import { isFinal } from '../api/follow-triage.ts';
import type { Desk } from '../api/useSettings.ts';
import { Bones } from '../ui/Bones.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Panel, Results } from '../ui/layout.tsx';
import { useWords } from '../ui/Words.tsx';
import type { Frame } from '../zaf/frame.ts';
import { useTicketForm } from '../zaf/useTicketForm.ts';
import { Aside } from './Aside.tsx';
import { BackgroundWaiting } from './BackgroundWaiting.tsx';
import { CardHeader } from './CardHeader.tsx';
import { EscalationAlert } from './EscalationAlert.tsx';
import { Failure } from './Failure.tsx';
import { isUnsure } from './rows.ts';
import { StaleNotice } from './StaleNotice.tsx';
import { Values } from './Values.tsx';

const Background = lazy(() => import('./Background.tsx').then(({ Background }) => ({ default: Background })));

type CardProps = {
  frame: Frame;
  backend: Backend;
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

/** The room that the values will take: row frame, apply button, note; or choice, its buttons, row frame, note. */
const ROWS = [216, 32, 32];
const CHOICE = [58, 32, 216, 32];

/** Beside the header for the eye, after the values for the Tab key. */
const CORNER = { position: 'absolute', insetBlockStart: 12, insetInlineEnd: 12 } as const;

export function TriageCard(props: CardProps) {
  const { frame, backend, clock, desk, tell, triage, classification, busy, stale, answered, error, onRefresh } = props;
  const { t } = useWords();
  const final = isFinal(triage);
  const [touched, setTouched] = useState(false);
  const [aside, setAside] = useState(false);
  const fieldIds = desk && Object.values(desk.fields).filter((id) => id !== null);
  const { form, refresh } = useTicketForm(frame, fieldIds, desk?.form);
  const touch = useCallback(() => setTouched(true), []);

  useEffect(() => {
    if (stale && !touched) onRefresh(false);
  }, [stale, touched, onRefresh]);

  const again = () => onRefresh(false);
  const ignore = () => {
    setAside(true);
    tell(triage.id, { type: 'ignored' });
  };

  return (
    <>
      <Results role="status">{aside && <Aside onShow={() => setAside(false)} />}</Results>
      <div hidden={aside}>
        <Panel style={{ position: 'relative' }}>
          <CardHeader triage={triage} band={classification.band} busy={busy} clock={clock} />
          {stale && !busy && <StaleNotice onRefresh={again} />}
          {error && final && <Failure key={error.message} error={error} clock={clock} onRetry={again} />}
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
            <Bones heights={isUnsure(classification) ? CHOICE : ROWS} />
          )}
          <div style={CORNER}>
            <IconButton icon="refresh" label={t('card.refresh')} shortcut="r" onClick={() => busy || onRefresh(true)} />
          </div>
          <Suspense fallback={<BackgroundWaiting triage={triage} />}>
            <Background
              {...{ triage, classification, frame, backend, desk, answered, clock }}
              error={final ? null : error}
              onRetry={again}
              onInsert={(text) => tell(triage.id, { type: 'draft_inserted', text })}
              onEdit={touch}
              onRate={(helpful, reason) => tell(triage.id, { type: 'rated', helpful, reason })}
            />
          </Suspense>
        </Panel>
      </div>
    </>
  );
}
