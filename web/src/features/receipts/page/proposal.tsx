import type { Receipt, ReceiptChanges } from '../../../../../server/api-types.ts'
import { useCorrect } from '../../../api/receipt-mutations.ts'
import { useTranslations } from '../../../i18n/index.ts'
import { Button } from '../../../ui/button.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { type FieldName, fieldKinds } from '../../../ui/receipt-fields/field-kinds.ts'
import { Differences } from './differences.tsx'
import styles from './receipt-sheet.module.css'

const isField = (name: string): name is FieldName => name in fieldKinds

/** What a later reading found otherwise: taken over or dismissed by a person, never by itself. */
export function Proposal({ receipt }: { receipt: Receipt }) {
  const t = useTranslations('receipts.page.proposal')
  const correct = useCorrect()
  if (!receipt.proposal || receipt.trashedAt) return null
  const values = receipt.proposal.values as ReceiptChanges
  const differences = Object.keys(values)
    .filter(isField)
    .map((field) => ({ field, old: receipt[field], now: values[field] }))
  const settle = (changes: ReceiptChanges) =>
    correct.mutate({ receipt, changes: { ...changes, proposal: null } })
  return (
    <section className={styles.notice} aria-label={t('title')}>
      <p>{t('title')}</p>
      <Differences of={differences} receipt={receipt} />
      <div className={styles.add}>
        <Button look="outline" height={44} busy={correct.isPending} onClick={() => settle(values)}>
          {t('take')}
        </Button>
        <Button look="text" height={44} disabled={correct.isPending} onClick={() => settle({})}>
          {t('dismiss')}
        </Button>
      </div>
      {correct.error && <ProblemNotice error={correct.error} />}
    </section>
  )
}
