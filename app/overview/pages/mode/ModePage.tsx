import { type Mode, modeSchema } from '../../../../backend/contract/settings.ts';
import type { TenantSettings } from '../../../../backend/contract/tenant-settings.ts';
import { RadioGroup } from '../../../ui/form/CheckGroup.tsx';
import { NumberRow, SelectRow } from '../../../ui/form/rows.tsx';
import { ToggleRow } from '../../../ui/form/ToggleRow.tsx';
import { zoneOptions } from '../../../ui/form/zone-options.ts';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { Section } from '../../../ui/page/Section.tsx';
import { useSettings } from '../../settings.tsx';
import { ModeOfCategories } from './ModeOfCategories.tsx';
import { TrustSection } from './TrustSection.tsx';

export const ModePage = () => (
  <>
    <ModeSection />
    <ModeOfCategories />
    <ReviewSection />
    <TrustSection />
    <ZoneSection />
  </>
);

/** A customer is asked without a person only where the account decides without one. */
const inMode = (settings: TenantSettings, mode: Mode): TenantSettings => ({
  ...settings,
  mode,
  askDetails: settings.askDetails && mode === 'auto',
});

function ModeSection() {
  const { t } = usePageWords();
  const { body, edit, faultAt } = useSettings();
  const modes = modeSchema.options.map((mode) => ({
    value: mode,
    label: t(`mode.name.${mode}`),
    hint: t(`mode.means.${mode}`),
  }));
  return (
    <Section title={t('mode.title')} text={t('mode.text')}>
      <RadioGroup
        label={t('mode.label')}
        name="mode"
        value={body.mode}
        options={modes}
        onChange={(mode) => edit((settings) => inMode(settings, mode))}
      />
      <ToggleRow
        label={t('mode.askDetails')}
        hint={t('mode.askDetailsHint')}
        checked={body.askDetails}
        disabled={body.mode !== 'auto'}
        error={faultAt('askDetails')}
        onChange={(askDetails) => edit((settings) => ({ ...settings, askDetails }))}
      />
      <ToggleRow
        label={t('mode.slaWarnings')}
        hint={t('mode.slaWarningsHint')}
        checked={body.slaWarnings}
        error={faultAt('slaWarnings')}
        onChange={(slaWarnings) => edit((settings) => ({ ...settings, slaWarnings }))}
      />
    </Section>
  );
}

function ReviewSection() {
  const { t } = usePageWords();
  const { body, edit, faultAt } = useSettings();
  const set = (percent: number | null) =>
    edit((settings) => ({ ...settings, reviewBelow: percent === null ? Number.NaN : percent / 100 }));
  return (
    <Section title={t('review.title')} text={t('review.text')}>
      <NumberRow
        label={t('review.label')}
        hint={t('review.hint')}
        min={0}
        max={100}
        value={Math.round(body.reviewBelow * 1_000) / 10}
        error={faultAt('reviewBelow') && t('review.hint')}
        onChange={set}
      />
    </Section>
  );
}

function ZoneSection() {
  const { t } = usePageWords();
  const { body, edit, faultAt } = useSettings();
  return (
    <Section title={t('mode.zoneTitle')} text={t('mode.zoneText')}>
      <SelectRow
        label={t('mode.zone')}
        value={body.timeZone}
        options={zoneOptions(body.timeZone)}
        error={faultAt('timeZone')}
        onChange={(timeZone) => edit((settings) => ({ ...settings, timeZone }))}
      />
    </Section>
  );
}
