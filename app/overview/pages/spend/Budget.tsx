import type { Spend } from '../../../../backend/contract/overview.ts';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { Progress } from '../../../ui/page/Progress.tsx';
import { Hint, Section } from '../../../ui/page/Section.tsx';
import { todayIn } from '../../parts/days.ts';
import { forecastOf } from './forecast.ts';

/** Share of the budget after which the bar warns. */
const SOON = 0.8;

/** This month: what is spent, what it may cost, and where that leads. */
export function Budget({ spend }: { spend: Spend }) {
  const { t, money, locale } = usePageWords();
  const { limitUsd, spentUsd, month } = spend.budget;
  const said = limitUsd === null ? 'spend.spentNoLimit' : 'spend.spent';
  const spent = t(said, { spent: money(spentUsd), limit: money(limitUsd ?? 0) });
  const share = limitUsd === null ? 0 : limitUsd > 0 ? spentUsd / limitUsd : 1;
  const name = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return (
    <Section title={t('spend.budget', { month: name.format(new Date(`${month}-01`)) })}>
      <p>{spent}</p>
      {limitUsd !== null && (
        <Progress label={spent} share={share} tone={share >= 1 ? 'late' : share >= SOON ? 'soon' : 'calm'} />
      )}
      {share >= 1 && <p>{t('spend.usedUp')}</p>}
      <Hint>{useForecast(spend)}</Hint>
    </Section>
  );
}

function useForecast({ days, budget: { month, spentUsd, limitUsd } }: Spend): string {
  const { t, money, number } = usePageWords();
  const forecast = forecastOf({ days, month, spentUsd, today: todayIn('UTC') });
  if (!forecast) return t('spend.noForecast');
  const says = t('spend.forecast', { count: forecast.days, days: number(forecast.days), usd: money(forecast.usd) });
  if (limitUsd === null) return says;
  const over = forecast.usd - limitUsd;
  return `${says} ${over > 0 ? t('spend.over', { usd: money(over) }) : t('spend.within')}`;
}
