import { Checkbox } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReceiptSummary } from '../../../../../server/api-types.ts'
import { useFormats, useTranslations } from '../../../i18n/index.ts'
import { Thumbnail, thumbnailKind } from '../../../ui/thumbnail.tsx'
import { countedSen, ringgitSen, suggestedSen } from './receipt-facts.ts'
import styles from './receipt-rows.module.css'
import type { Selection } from './use-selection.ts'

interface Props {
  receipt: ReceiptSummary
  /** The name of what it counts for, or may. */
  relief: string | null
  selection: Selection
}

/** One receipt: a card of two lines on a phone, a row of a table on a desk. */
export function ReceiptRow({ receipt, relief, selection }: Props) {
  const t = useTranslations('receipts')
  const { amount, dayOfYear, shortDay } = useFormats()
  const { id, merchant, paidOn } = receipt
  const name = merchant ?? t('noShop')
  const total = ringgitSen(receipt)
  const counts = countedSen(receipt)
  const suggested = suggestedSen(receipt)
  const isChosen = selection.isChosen(id)
  const example = (className = '') =>
    receipt.example && <span className={`${styles.example} ${className}`}>{t('example')}</span>
  return (
    <div className={styles.row} data-chosen={isChosen || undefined}>
      <Checkbox
        className={styles.box ?? ''}
        aria-label={t('select', { name })}
        checked={isChosen}
        onChange={() => selection.toggle(id)}
      />
      <Thumbnail id={id} kind={thumbnailKind(receipt)} />
      <Link to="/app/receipts/$id" params={{ id }} className={styles.name}>
        <span className={styles.shop}>{name}</span>
        {example(styles.desk)}
      </Link>
      <span className={styles.day}>
        <span className={styles.phone}>
          {example()}
          {[paidOn ? dayOfYear(paidOn) : t('noDay'), relief].filter(Boolean).join(', ')}
        </span>
        <span className={styles.desk}>{paidOn ? shortDay(paidOn) : t('noDay')}</span>
      </span>
      <span className={styles.for}>{relief}</span>
      <span className={styles.state}>
        {receipt.status === 'confirmed' && !receipt.damaged ? (
          <IconCheck size={18} stroke={1.8} aria-label={t('status.confirmed')} role="img" />
        ) : (
          <span className={styles.toDo}>
            <span className={styles.dot} aria-hidden="true" />
            {t(receipt.damaged ? 'damaged' : `status.${receipt.status}`)}
          </span>
        )}
      </span>
      <span className={`${styles.total} money`}>{total === null ? '' : amount(total)}</span>
      <span className={`${styles.counts} money`} data-suggested={suggested > 0 || undefined}>
        {counts > 0 ? (
          amount(counts)
        ) : suggested > 0 ? (
          amount(suggested)
        ) : receipt.status === 'confirmed' && receipt.allocations.length > 0 ? (
          <span className="soft">{t('doesNotCount')}</span>
        ) : (
          ''
        )}
      </span>
    </div>
  )
}
