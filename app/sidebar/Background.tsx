import '../ui/later-words.ts';
import { useMemo } from 'react';
import type { RatingReason } from '../../backend/contract/feedback.ts';
import type { RewriteRequest } from '../../backend/contract/rewrite.ts';
import type { Classification, Triage } from '../../backend/contract/triage.ts';
import type { ApiError } from '../api/api-error.ts';
import type { Backend } from '../api/client.ts';
import type { Clock } from '../api/clock.ts';
import { isFinal } from '../api/follow-triage.ts';
import type { Desk } from '../api/useSettings.ts';
import { Mark, Small } from '../ui/layout.tsx';
import { useWords } from '../ui/Words.tsx';
import type { Frame } from '../zaf/frame.ts';
import { AssigneeLine } from './AssigneeLine.tsx';
import { NOTE } from './BackgroundWaiting.tsx';
import { DraftPlace } from './DraftPlace.tsx';
import { DueLines } from './DueLines.tsx';
import { EngineNote } from './EngineNote.tsx';
import { Failure } from './Failure.tsx';
import { needsCare } from './needs-care.ts';
import { Rate } from './Rate.tsx';
import { SetAside } from './SetAside.tsx';
import { useKeptFocus } from './useKeptFocus.ts';
import { usePointing } from './usePointing.ts';
import { useShortcuts } from './useShortcuts.ts';
import { WhyPanel } from './WhyPanel.tsx';

type Props = {
  triage: Triage;
  classification: Classification;
  frame: Frame;
  backend: Backend;
  desk: Desk | null;
  answered: boolean;
  clock: Clock;
  /** What kept the draft from coming; of a finished triage, nothing. */
  error: ApiError | null;
  onRetry: () => void;
  onInsert: (text: string) => void;
  onEdit: () => void;
  onRate: (helpful: boolean, reason: RatingReason | null) => void;
};

/** The second tier, loaded once the values are on screen: what was promised, the draft, its sources, what was set aside, who decided. */
export function Background(props: Props) {
  const { triage, classification, frame, backend, desk, answered, clock, error } = props;
  const { onRetry, onInsert, onEdit, onRate } = props;
  const { t } = useWords();
  const { routing, sla } = triage;
  const rewrite = useMemo(
    () => (desk?.rewrites ? (asked: RewriteRequest) => backend.rewriteDraft(triage.id, asked) : null),
    [desk, backend, triage.id],
  );
  const pointing = usePointing(triage.sources);
  useShortcuts();
  useKeptFocus();
  return (
    <>
      {needsCare(triage) && (
        <Mark as="div" style={{ minHeight: NOTE, padding: '2px 8px' }}>
          <EngineNote triage={triage} />
        </Mark>
      )}
      {routing && <DueLines {...{ sla, routing, answered, clock }} urgency={classification.urgency} />}
      {error ? (
        <Failure key={error.message} {...{ error, clock, onRetry }} missing={t('reply.none')} />
      ) : (
        <DraftPlace {...{ triage, pointing, frame, rewrite, onInsert, onEdit }} />
      )}
      {/* Nothing stands below a draft that is still being written, for its length would move it. */}
      {(triage.draft || isFinal(triage) || error) && (
        <>
          <WhyPanel {...{ triage, pointing, frame }} />
          <SetAside places={triage.setAside} frame={frame} />
          <AssigneeLine triage={triage} />
          {!needsCare(triage) && <EngineNote triage={triage} />}
          {triage.truncated && <Small>{t('card.truncated')}</Small>}
          <Rate onRate={onRate} />
        </>
      )}
    </>
  );
}
