import type { Receipt } from '../../../../server/api-types.ts'
import { useTranslations } from '../../i18n/index.ts'
import styles from './fields.module.css'

const NAMES = ['brand', 'legalName'] as const

/** The names on the receipt that differ from the shop's, in one quiet line; nothing where there are none. */
export function OtherNames({ receipt }: { receipt: Receipt }) {
  const t = useTranslations('check.fields')
  const others = NAMES.filter((name) => receipt[name] !== null && receipt[name] !== receipt.merchant)
  if (others.length === 0) return null
  return (
    <p className={styles.others}>
      {others.map((name) => (
        <span key={name}>{t('otherName', { label: t(name), name: receipt[name] ?? '' })}</span>
      ))}
    </p>
  )
}
