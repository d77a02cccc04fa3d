import '../ui/later-words.ts';
import type { Classification, Triage } from '../../backend/contract/triage.ts';
import type { Frame } from '../zaf/frame.ts';
import { DraftPlace } from './DraftPlace.tsx';
import { EngineNote } from './EngineNote.tsx';
import { SetAside } from './SetAside.tsx';
import { WhyPanel } from './WhyPanel.tsx';

type Props = {
  triage: Triage;
  classification: Classification;
  frame: Frame;
  onInsert: (text: string) => void;
  onEdit: () => void;
};

/** The second tier, loaded once the values are on screen: the draft, its sources, what was set aside, who decided. */
export const Background = ({ triage, classification, frame, onInsert, onEdit }: Props) => (
  <>
    <DraftPlace triage={triage} frame={frame} onInsert={onInsert} onEdit={onEdit} />
    <WhyPanel triage={triage} frame={frame} />
    <SetAside places={triage.setAside} frame={frame} />
    <EngineNote classification={classification} triage={triage} />
  </>
);
