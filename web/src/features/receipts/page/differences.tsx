import type { Receipt } from '../../../../../server/api-types.ts'
import { useFormats, useTranslations } from '../../../i18n/index.ts'
import { type FieldName, fieldKinds } from '../../../ui/receipt-fields/field-kinds.ts'
import styles from './receipt-sheet.module.css'

export interface Difference {
  field: FieldName
  old: unknown
  now: unknown
}

/** What changes from what to what, field by field. */
export function Differences({ of, receipt }: { of: Difference[]; receipt: Receipt }) {
  const fields = useTranslations('check.fields')
  const t = useTranslations('receipts.page')
  const { exactMoney, longDay } = useFormats()
  const shown = (field: FieldName, value: unknown) => {
    if (value === null || value === undefined || value === '') return t('history.nothing')
    if (fieldKinds[field] === 'amount')
      return exactMoney(Number(value), field === 'myrSen' ? 'MYR' : receipt.currency)
    return fieldKinds[field] === 'day' ? longDay(String(value)) : String(value)
  }
  return (
    <dl className={styles.differences}>
      {of.map(({ field, old, now }) => (
        <div key={field}>
          <dt>{fields(field)}</dt>
          <dd>
            <span className="sr-only">{t('was', { value: shown(field, old) })}</span>
            <s aria-hidden="true">{shown(field, old)}</s> <span aria-hidden="true">→</span>{' '}
            <b>{shown(field, now)}</b>
          </dd>
        </div>
      ))}
    </dl>
  )
}
