import type { ReceiptSummary } from '../../../../../../server/api-types.ts'
import { useFormats, useTranslations } from '../../../../i18n/index.ts'
import styles from './refunds.module.css'

/** Shop, day and amount, as a person recognises a receipt by. */
export function PurchaseFacts({ row: { merchant, paidOn, totalSen, currency } }: { row: ReceiptSummary }) {
  const t = useTranslations('receipts')
  const { exactMoney, shortDay } = useFormats()
  return (
    <>
      <span className={styles.shop}>
        <b>{merchant ?? t('noShop')}</b>
        <span className="soft">{paidOn ? shortDay(paidOn) : t('noDay')}</span>
      </span>
      <span className="money">{totalSen === null ? '' : exactMoney(totalSen, currency)}</span>
    </>
  )
}
