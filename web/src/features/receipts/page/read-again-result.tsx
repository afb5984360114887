import type { Receipt } from '../../../../../server/api-types.ts'
import { useTranslations } from '../../../i18n/index.ts'
import { Button } from '../../../ui/button.tsx'
import type { FieldName } from '../../../ui/receipt-fields/field-kinds.ts'
import { Differences } from './differences.tsx'
import styles from './receipt-sheet.module.css'

const READ: readonly FieldName[] = [
  'merchant',
  'date',
  'totalSen',
  'taxSen',
  'receiptNumber',
  'companyNumber',
  'brand',
  'legalName',
  'currency',
]

interface Props {
  /** The receipt as it was when it was to be read again. */
  before: Receipt
  receipt: Receipt
  onClose(): void
}

/** What reading a receipt again has changed; of a confirmed one it only makes a proposal. */
export function ReadAgainResult({ before, receipt, onClose }: Props) {
  const t = useTranslations('receipts.page.readAgain')
  if (receipt.reading)
    return (
      <p className={styles.notice} role="status">
        {t('running')}
      </p>
    )
  if (receipt.proposal) return null
  const changed = READ.filter((field) => before[field] !== receipt[field])
  return (
    <div className={styles.notice} role="status">
      <p>{t(changed.length === 0 ? 'same' : 'changed')}</p>
      {changed.length > 0 && (
        <Differences
          receipt={receipt}
          of={changed.map((field) => ({ field, old: before[field], now: receipt[field] }))}
        />
      )}
      <Button look="text" height={44} onClick={onClose}>
        {t('close')}
      </Button>
    </div>
  )
}
