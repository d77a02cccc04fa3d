import '../ui/later-words.ts';
import type { Classification, Triage } from '../../backend/contract/triage.ts';
import type { Frame } from '../zaf/frame.ts';
import { DraftPlace } from './DraftPlace.tsx';
import { EngineNote } from './EngineNote.tsx';
import { SetAside } from './SetAside.tsx';
import { usePointing } from './usePointing.ts';
import { WhyPanel } from './WhyPanel.tsx';

type Props = {
  triage: Triage;
  classification: Classification;
  frame: Frame;
  onInsert: (text: string) => void;
  onEdit: () => void;
};

/** The second tier, loaded once the values are on screen: the draft, its sources, what was set aside, who decided. */
export function Background({ triage, classification, frame, onInsert, onEdit }: Props) {
  const pointing = usePointing(triage.sources);
  return (
    <>
      <DraftPlace {...{ triage, pointing, frame, onInsert, onEdit }} />
      <WhyPanel {...{ triage, pointing, frame }} />
      <SetAside places={triage.setAside} frame={frame} />
      <EngineNote classification={classification} triage={triage} />
    </>
  );
}
