import type { Triage } from '../../backend/contract/triage.ts';
import { isFinal } from '../api/follow-triage.ts';
import { Small } from '../ui/layout.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useWords } from '../ui/Words.tsx';
import type { Frame } from '../zaf/frame.ts';
import { DraftPanel } from './DraftPanel.tsx';
import { DraftWaiting } from './DraftWaiting.tsx';
import type { Pointing } from './usePointing.ts';
import type { Rewrite } from './useRewrite.ts';

type Props = {
  triage: Triage;
  pointing: Pointing;
  frame: Frame;
  rewrite: Rewrite | null;
  onInsert: (text: string) => void;
  onEdit: () => void;
};

export function DraftPlace({ triage, ...rest }: Props) {
  const { t } = useWords();
  const waiting = isFinal(triage) ? <Small>{t('reply.none')}</Small> : <DraftWaiting />;
  return (
    <>
      {triage.instructsModel && (
        <Notice tone="warning" title={t('reply.instructs')}>
          {t('reply.instructsText')}
        </Notice>
      )}
      {triage.draft ? (
        <DraftPanel key={triage.id} draft={triage.draft} language={triage.language} {...rest} />
      ) : (
        waiting
      )}
    </>
  );
}
