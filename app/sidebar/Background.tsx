import '../ui/later-words.ts';
import type { Classification, Triage } from '../../backend/contract/triage.ts';
import type { Clock } from '../api/clock.ts';
import type { Frame } from '../zaf/frame.ts';
import { AssigneeLine } from './AssigneeLine.tsx';
import { DraftPlace } from './DraftPlace.tsx';
import { DueLines } from './DueLines.tsx';
import { EngineNote } from './EngineNote.tsx';
import { SetAside } from './SetAside.tsx';
import { usePointing } from './usePointing.ts';
import { WhyPanel } from './WhyPanel.tsx';

type Props = {
  triage: Triage;
  classification: Classification;
  frame: Frame;
  answered: boolean;
  clock: Clock;
  onInsert: (text: string) => void;
  onEdit: () => void;
};

/** The second tier, loaded once the values are on screen: what was promised, the draft, its sources, what was set aside, who decided. */
export function Background({ triage, classification, frame, answered, clock, onInsert, onEdit }: Props) {
  const { routing, sla } = triage;
  const pointing = usePointing(triage.sources);
  return (
    <>
      {routing && <DueLines {...{ sla, routing, answered, clock }} urgency={classification.urgency} />}
      <DraftPlace {...{ triage, pointing, frame, onInsert, onEdit }} />
      <WhyPanel {...{ triage, pointing, frame }} />
      <SetAside places={triage.setAside} frame={frame} />
      <AssigneeLine triage={triage} />
      <EngineNote classification={classification} triage={triage} />
    </>
  );
}
