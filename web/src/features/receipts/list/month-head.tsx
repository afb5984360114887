import { useFormats, useTranslations } from '../../../i18n/index.ts'
import styles from './receipt-rows.module.css'
import type { Section } from './sections.ts'

/** The month of a section with its sums; it stays at the top while its receipts scroll by. */
export function MonthHead({ id, section: { month, sums } }: { id: string; section: Section }) {
  const t = useTranslations('receipts')
  const { amount, monthName } = useFormats()
  const total = amount(sums.totalSen)
  return (
    <div className={styles.month}>
      <h2 id={id}>{month ? monthName(`${month}-01`) : t('noDay')}</h2>
      <p className="soft money">
        {sums.countedSen > 0
          ? t('month', { total, counts: amount(sums.countedSen) })
          : sums.suggestedSen > 0
            ? t('monthSuggested', { total, suggested: amount(sums.suggestedSen) })
            : total}
      </p>
    </div>
  )
}
