import '../ui/later-words.ts';
import type { RatingReason } from '../../backend/contract/feedback.ts';
import type { Classification, Triage } from '../../backend/contract/triage.ts';
import type { Clock } from '../api/clock.ts';
import type { Frame } from '../zaf/frame.ts';
import { AssigneeLine } from './AssigneeLine.tsx';
import { DraftPlace } from './DraftPlace.tsx';
import { DueLines } from './DueLines.tsx';
import { EngineNote } from './EngineNote.tsx';
import { Rate } from './Rate.tsx';
import { SetAside } from './SetAside.tsx';
import { usePointing } from './usePointing.ts';
import { useShortcuts } from './useShortcuts.ts';
import { WhyPanel } from './WhyPanel.tsx';

type Props = {
  triage: Triage;
  classification: Classification;
  frame: Frame;
  answered: boolean;
  clock: Clock;
  onInsert: (text: string) => void;
  onEdit: () => void;
  onRate: (helpful: boolean, reason: RatingReason | null) => void;
};

/** The second tier, loaded once the values are on screen: what was promised, the draft, its sources, what was set aside, who decided. */
export function Background({ triage, classification, frame, answered, clock, onInsert, onEdit, onRate }: Props) {
  const { routing, sla } = triage;
  const pointing = usePointing(triage.sources);
  useShortcuts();
  return (
    <>
      {routing && <DueLines {...{ sla, routing, answered, clock }} urgency={classification.urgency} />}
      <DraftPlace {...{ triage, pointing, frame, onInsert, onEdit }} />
      <WhyPanel {...{ triage, pointing, frame }} />
      <SetAside places={triage.setAside} frame={frame} />
      <AssigneeLine triage={triage} />
      <EngineNote classification={classification} triage={triage} />
      <Rate onRate={onRate} />
    </>
  );
}
