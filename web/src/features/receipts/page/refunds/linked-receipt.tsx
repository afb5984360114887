import { Link } from '@tanstack/react-router'
import type { ReceiptSummary } from '../../../../../../server/api-types.ts'
import { Thumbnail } from '../../../../ui/thumbnail.tsx'
import { PurchaseFacts } from './purchase-facts.tsx'
import styles from './refunds.module.css'

/** Another receipt, with the way to its page. */
export function LinkedReceipt({ row }: { row: ReceiptSummary }) {
  return (
    <Link to="/app/receipts/$id" params={{ id: row.id }} className={styles.row}>
      <Thumbnail receipt={row} />
      <PurchaseFacts row={row} />
    </Link>
  )
}
