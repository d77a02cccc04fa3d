import type { Classification, Triage } from '../../backend/contract/triage.ts';
import { Small } from '../ui/layout.tsx';
import { useWords } from '../ui/Words.tsx';

/** Who decided, and plainly so when it was not whom the tenant wanted. */
export function EngineNote({ classification, triage }: { classification: Classification; triage: Triage }) {
  const { t } = useWords();
  const { decidedBy, model, fallbackReason } = classification;
  if (triage.unread) return <Small>{t('card.unread')}</Small>;
  if (decidedBy === 'nobody') return <Small>{t('engine.nobody')}</Small>;
  const engine = t(`engine.${decidedBy}`);
  const by = model ? t('engineNote.byModel', { engine, model }) : t('engineNote.by', { engine });
  return (
    <div>
      <Small>{fallbackReason && decidedBy !== 'openai' ? t('engineNote.fallback', { engine }) : by}</Small>
      {triage.truncated && <Small>{t('card.truncated')}</Small>}
    </div>
  );
}
