import type { Escalation, EscalationReason } from '../../backend/contract/triage.ts';
import { Notice } from '../ui/Notice.tsx';
import { useWords } from '../ui/Words.tsx';

const wordsFirst = (one: EscalationReason, other: EscalationReason) => +!one.phrase - +!other.phrase;

type Props = { escalation: Escalation; team: string | null };

/** Whom to pull in, and which of the three layers says so in which words. */
export function EscalationAlert({ escalation, team }: Props) {
  const { t, name } = useWords();
  const title = team
    ? t('escalation.title', { team: name('team', team) })
    : t('escalation.titleRisk', { risk: t(`risk.${escalation.risk}`) });
  return (
    <Notice tone="danger" title={title}>
      <ul style={{ listStyle: 'none' }}>
        {[...escalation.reasons].sort(wordsFirst).map((reason) => (
          <li key={`${reason.layer} ${reason.rule} ${reason.phrase}`}>
            <Reason reason={reason} />
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Reason({ reason }: { reason: EscalationReason }) {
  const { t, name } = useWords();
  return (
    <>
      {t(`escalation.${reason.layer}`)}: {name('rule', reason.rule)}
      {reason.phrase && (
        <>
          {' — '}
          <q>
            <bdi>{reason.phrase}</bdi>
          </q>
        </>
      )}
    </>
  );
}
