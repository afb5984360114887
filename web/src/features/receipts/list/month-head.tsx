import { useFormats, useTranslations } from '../../../i18n/index.ts'
import type { Month } from './receipt-facts.ts'
import styles from './receipt-rows.module.css'

export function MonthHead({ month: { month, totalSen, countedSen, suggestedSen } }: { month: Month }) {
  const t = useTranslations('receipts')
  const { amount, monthName } = useFormats()
  const total = amount(totalSen)
  return (
    <div className={styles.month}>
      <h2>{month ? monthName(`${month}-01`) : t('noDay')}</h2>
      <p className="soft money">
        {countedSen > 0
          ? t('month', { total, counts: amount(countedSen) })
          : suggestedSen > 0
            ? t('monthSuggested', { total, suggested: amount(suggestedSen) })
            : total}
      </p>
    </div>
  )
}
