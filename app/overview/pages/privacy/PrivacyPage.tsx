import { MASKABLE_KINDS } from '../../../../backend/contract/masking.ts';
import type { TenantSettings } from '../../../../backend/contract/tenant-settings.ts';
import { CheckGroup, RadioGroup } from '../../../ui/form/CheckGroup.tsx';
import { ListRow } from '../../../ui/form/ListRow.tsx';
import { NumberRow } from '../../../ui/form/rows.tsx';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { Grid, Section } from '../../../ui/page/Section.tsx';
import { useSettings } from '../../settings.tsx';

const RETAINED = ['triages', 'feedback', 'knowledge'] as const;
const SOURCES = ['articles', 'approved', 'all'] as const satisfies readonly TenantSettings['draftFrom'][];

export function PrivacyPage() {
  const { t } = usePageWords();
  const { body, edit, faultAt } = useSettings();
  return (
    <>
      <Masking />
      <Section title={t('retention.title')} text={t('retention.text')}>
        <Grid>
          {RETAINED.map((what) => (
            <NumberRow
              key={what}
              label={t(`retention.${what}`)}
              hint={t('retention.hint')}
              min={1}
              max={36_500}
              step={1}
              value={body.retention[what]}
              error={faultAt(`retention.${what}`)}
              onChange={(days) =>
                edit((settings) => ({ ...settings, retention: { ...settings.retention, [what]: days } }))
              }
            />
          ))}
        </Grid>
      </Section>
      <Section title={t('draftFrom.title')} text={t('draftFrom.text')}>
        <RadioGroup
          label={t('draftFrom.label')}
          name="draftFrom"
          value={body.draftFrom}
          options={SOURCES.map((value) => ({
            value,
            label: t(`draftFrom.name.${value}`),
            hint: t(`draftFrom.means.${value}`),
          }))}
          onChange={(draftFrom) => edit((settings) => ({ ...settings, draftFrom }))}
        />
      </Section>
    </>
  );
}

function Masking() {
  const { t, name, country, list } = usePageWords();
  const { body, edit, faultAt } = useSettings();
  const { keep, regions } = body.masking;
  const set = (part: Partial<TenantSettings['masking']>) =>
    edit((settings) => ({ ...settings, masking: { ...settings.masking, ...part } }));
  const known = regions.filter((code) => /^[A-Z]{2}$/.test(code)).map(country);
  return (
    <Section title={t('masking.title')} text={t('masking.text')}>
      <CheckGroup
        label={t('masking.label')}
        hint={t('masking.hint')}
        values={MASKABLE_KINDS.filter((kind) => !keep.includes(kind))}
        options={MASKABLE_KINDS.map((kind) => ({ value: kind, label: name('masking.kind', kind) }))}
        error={faultAt('masking.keep')}
        onChange={(masked) => set({ keep: MASKABLE_KINDS.filter((kind) => !masked.includes(kind)) })}
      />
      <ListRow
        label={t('masking.regions')}
        hint={known.length > 0 ? `${t('masking.regionsHint')} (${list(known)})` : t('masking.regionsHint')}
        values={regions}
        lines={3}
        error={faultAt('masking.regions')}
        onChange={(codes) => set({ regions: codes.map((code) => code.toUpperCase()) })}
      />
    </Section>
  );
}
