import type { Triage } from '../../backend/contract/triage.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Line, Mark, Small } from '../ui/layout.tsx';
import { useWords } from '../ui/Words.tsx';
import type { Frame } from '../zaf/frame.ts';
import { FieldReasons } from './FieldReasons.tsx';
import { SourceItem } from './SourceItem.tsx';
import type { Pointing } from './usePointing.ts';

type Props = { triage: Triage; pointing: Pointing; frame: Frame };

/** Why each field, the customer's words that decided, then what the draft was made from. */
export function WhyPanel({ triage, pointing, frame }: Props) {
  const { t } = useWords();
  const evidence = triage.classification?.evidence ?? [];
  const sources = triage.sources ?? [];
  const missing = !triage.sourcesAvailable ? 'why.unavailable' : triage.sources?.length === 0 ? 'why.noSources' : null;
  return (
    <Disclosure title={sources.length > 0 ? t('why.titleSources', { count: sources.length }) : t('why.title')}>
      {triage.classification && <FieldReasons classification={triage.classification} routing={triage.routing} />}
      {evidence.length > 0 && (
        <Line $start>
          <Small>{t('why.evidence')}</Small>
          {evidence.map((words) => (
            <Mark key={words} dir="auto">
              {words}
            </Mark>
          ))}
        </Line>
      )}
      {sources.map((source) => (
        <SourceItem
          key={source.id}
          source={source}
          pointing={pointing}
          language={triage.draft?.language ?? triage.language}
          used={triage.draft?.sourceIds.includes(source.id) ?? false}
          onOpen={(ticketId) => void frame.invoke('routeTo', 'ticket', ticketId).catch(() => null)}
        />
      ))}
      {missing && <Small>{t(missing)}</Small>}
    </Disclosure>
  );
}
