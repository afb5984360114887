import { useFormats, useTranslations } from '../../../i18n/index.ts'
import styles from './receipt-rows.module.css'
import type { Listed } from './sections.ts'

/** The last row of the table: what all of it comes to. */
export function SumsRow({ listed: { count, sums } }: { listed: Listed }) {
  const t = useTranslations('receipts')
  const { amount } = useFormats()
  return (
    <div className={styles.sums}>
      <span className={styles.sumOf}>{t('count', { count })}</span>
      <span className={styles.sumToCheck}>
        {sums.suggestedSen > 0 && t('sumToCheck', { amount: amount(sums.suggestedSen) })}
      </span>
      <span className="money">{amount(sums.totalSen)}</span>
      <span className="money">{amount(sums.countedSen)}</span>
    </div>
  )
}
