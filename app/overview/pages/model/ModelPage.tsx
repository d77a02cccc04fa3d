import { NumberRow, TextRow } from '../../../ui/form/rows.tsx';
import { ToggleRow } from '../../../ui/form/ToggleRow.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { Section } from '../../../ui/page/Section.tsx';
import { useSettings } from '../../settings.tsx';
import { Usage } from './Usage.tsx';

export function ModelPage() {
  const { t } = usePageWords();
  const { body, edit, faultAt, hasModel } = useSettings();
  return (
    <>
      <Section title={t('model.title')} text={t('model.text')}>
        {!hasModel && (
          <Notice tone="warning" title={t('model.none')}>
            <p>{t('model.noneText')}</p>
          </Notice>
        )}
        <TextRow
          label={t('model.label')}
          hint={t('model.hint')}
          value={body.model}
          maxLength={100}
          disabled={!hasModel}
          error={faultAt('model')}
          onChange={(model) => edit((settings) => ({ ...settings, model }))}
        />
        <NumberRow
          label={t('model.budget')}
          hint={t('model.budgetHint')}
          min={0}
          value={body.monthlyBudgetUsd}
          disabled={!hasModel}
          error={faultAt('monthlyBudgetUsd')}
          onChange={(monthlyBudgetUsd) => edit((settings) => ({ ...settings, monthlyBudgetUsd }))}
        />
        <ToggleRow
          label={t('model.readImages')}
          hint={t('model.readImagesHint')}
          checked={body.readImages}
          disabled={!hasModel}
          error={faultAt('readImages')}
          onChange={(readImages) => edit((settings) => ({ ...settings, readImages }))}
        />
      </Section>
      <Usage />
    </>
  );
}
