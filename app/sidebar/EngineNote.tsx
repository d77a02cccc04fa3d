import type { Triage } from '../../backend/contract/triage.ts';
import { Small } from '../ui/layout.tsx';
import { useWords } from '../ui/Words.tsx';
import { needsCare } from './needs-care.ts';

/** Who decided; where that asks for a closer look, why. */
export function EngineNote({ triage }: { triage: Triage }) {
  const { t } = useWords();
  if (!triage.classification) return null;
  const { decidedBy, model } = triage.classification;
  if (triage.unread) return <Small>{t('card.unread')}</Small>;
  if (decidedBy === 'nobody') return <Small>{t('engine.nobody')}</Small>;
  const engine = t(`engine.${decidedBy}`);
  if (needsCare(triage)) return <Small>{t('engineNote.fallback', { engine })}</Small>;
  return <Small>{model ? t('engineNote.byModel', { engine, model }) : t('engineNote.by', { engine })}</Small>;
}
