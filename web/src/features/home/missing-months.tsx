import type { RecurringClaim } from '../../../../server/api-types.ts'
import { useFormats, useTranslations } from '../../i18n/index.ts'
import { AskMissing } from '../../ui/recurring/ask.tsx'
import { MissingSentence } from '../../ui/recurring/missing-sentence.tsx'
import { MonthStrip } from '../../ui/recurring/month-strip.tsx'
import styles from './missing-months.module.css'

/** The one payment whose missing months bring most relief; the others stand with their reliefs. */
export function MissingMonths({ series, year }: { series: RecurringClaim; year: number }) {
  const t = useTranslations('recurring')
  const { aboutMoney, nameOf, shortMoney } = useFormats()
  const worth = { amount: shortMoney(series.reliefSen), name: nameOf(series.shortName) }
  return (
    <section aria-labelledby="missing-months" className={styles.missing}>
      <h2 id="missing-months" className="part-title">
        {t('homeTitle')}
      </h2>
      <div>
        <p className="question">{series.merchant}</p>
        <p>
          <MissingSentence series={series} year={year} />
        </p>
      </div>
      <MonthStrip months={series.months} />
      <p className="soft dense">
        {series.savesSen
          ? t('worthSaves', { ...worth, saved: aboutMoney(series.savesSen) })
          : t('worth', worth)}
      </p>
      <AskMissing key={series.id} series={series} year={year} />
    </section>
  )
}
