import type { Triage } from '../../backend/contract/triage.ts';
import { isFinal } from '../api/follow-triage.ts';
import { Small } from '../ui/layout.tsx';
import { useWords } from '../ui/Words.tsx';
import type { Frame } from '../zaf/frame.ts';
import { DraftPanel } from './DraftPanel.tsx';
import { DraftWaiting } from './DraftWaiting.tsx';

type Props = { triage: Triage; frame: Frame; onInsert: (text: string) => void; onEdit: () => void };

export function DraftPlace({ triage, ...rest }: Props) {
  const { t } = useWords();
  if (triage.draft) return <DraftPanel key={triage.id} draft={triage.draft} {...rest} />;
  return isFinal(triage) ? <Small>{t('draft.none')}</Small> : <DraftWaiting />;
}
