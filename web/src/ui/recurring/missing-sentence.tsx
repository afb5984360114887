import type { RecurringClaim } from '../../../../server/api-types.ts'
import { useTranslations } from '../../i18n/index.ts'
import { inState, useMonthNames } from './months.ts'

/** "8 of 9 months. April is missing." */
export function MissingSentence({ series, year }: { series: RecurringClaim; year: number }) {
  const t = useTranslations('recurring.missing')
  const names = useMonthNames()
  const missing = inState(series, 'missing')
  const months = names(missing)
  if (series.rhythm === 'yearly') return t('yearly', { year: String(year), months })
  const answered = series.months.filter(({ state }) => state === 'not-paid' || state === 'covered').length
  return t(series.rhythm === 'monthly' ? 'monthly' : 'other', {
    confirmed: String(series.confirmed),
    total: String(series.months.length - answered),
    months,
    count: missing.length,
  })
}
