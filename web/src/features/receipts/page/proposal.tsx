import type { Receipt, ReceiptChanges } from '../../../../../server/api-types.ts'
import { useCorrect } from '../../../api/receipt-mutations.ts'
import { useTranslations } from '../../../i18n/index.ts'
import { Button } from '../../../ui/button.tsx'
import styles from './receipt-sheet.module.css'

/** What a later reading found otherwise: taken over or dismissed, never by itself. */
export function Proposal({ receipt }: { receipt: Receipt }) {
  const t = useTranslations('receipts.page.proposal')
  const correct = useCorrect()
  if (!receipt.proposal) return null
  const values = receipt.proposal.values as ReceiptChanges
  const settle = (changes: ReceiptChanges) =>
    correct.mutate({ receipt, changes: { ...changes, proposal: null } })
  return (
    <div className={styles.notice} role="status">
      <p>{t('title')}</p>
      <Button look="outline" height={44} busy={correct.isPending} onClick={() => settle(values)}>
        {t('take', { value: Object.values(values).join(', ') })}
      </Button>
      <Button look="text" height={44} onClick={() => settle({})}>
        {t('dismiss')}
      </Button>
    </div>
  )
}
