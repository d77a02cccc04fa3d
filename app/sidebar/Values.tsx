import { lazy, Suspense, useEffect } from 'react';
import type { Classification, Triage } from '../../backend/contract/triage.ts';
import type { Tell } from '../api/feedback-queue.ts';
import type { Desk } from '../api/useSettings.ts';
import { Results, Small } from '../ui/layout.tsx';
import { useWords } from '../ui/Words.tsx';
import type { Frame } from '../zaf/frame.ts';
import type { TicketForm } from '../zaf/ticket-form.ts';
import { ApplyBar } from './ApplyBar.tsx';
import { CategoryChoice } from './CategoryChoice.tsx';
import { isUnsure } from './rows.ts';
import { SuggestionRows } from './SuggestionRows.tsx';
import { useSuggestion } from './useSuggestion.ts';

const SubmitReport = lazy(() => import('./SubmitReport.ts').then(({ SubmitReport }) => ({ default: SubmitReport })));

type Props = {
  frame: Frame;
  triage: Triage;
  classification: Classification;
  desk: Desk;
  form: TicketForm;
  refresh: () => Promise<TicketForm | null>;
  tell: Tell;
  onTouch: () => void;
  onIgnore: () => void;
};

/** After what it follows for the eye, before it for the Tab key. */
const FIRST = { order: -1 };

/** Everything of the suggestion that can be set in the ticket's form. */
export function Values({ frame, triage, classification, desk, form, refresh, tell, onTouch, onIgnore }: Props) {
  const { t } = useWords();
  const suggestion = useSuggestion({ frame, triage, desk, form, refresh, tell });
  const undecided = isUnsure(classification) && suggestion.choices.category === undefined;
  const corrected = suggestion.rows.some(({ chosen, suggested }) => chosen !== suggested);
  useEffect(() => {
    if (suggestion.edited) onTouch();
  }, [suggestion.edited, onTouch]);
  return (
    <Results>
      {undecided && (
        <Results style={FIRST}>
          <CategoryChoice
            classification={classification}
            onChoose={(category) => suggestion.choose('category', category)}
          />
        </Results>
      )}
      <ApplyBar suggestion={suggestion} undecided={undecided} onIgnore={onIgnore} />
      <Results style={FIRST}>
        <SuggestionRows
          suggestion={suggestion}
          context={{ desk, form, classification, routing: triage.routing }}
          keys={!undecided}
        />
        {corrected && <Small>{t('apply.edited')}</Small>}
      </Results>
      <Suspense>
        <SubmitReport
          {...{ frame, refresh, tell }}
          triageId={triage.id}
          fields={desk.fields}
          submitted={suggestion.settle}
        />
      </Suspense>
    </Results>
  );
}
