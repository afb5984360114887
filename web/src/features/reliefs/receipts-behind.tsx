import { useQueries } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ClaimLine, Claims, Receipt } from '../../../../server/api-types.ts'
import { receiptQuery } from '../../api/queries.ts'
import { useFormats, useTranslations } from '../../i18n/index.ts'
import { Thumbnail } from '../../ui/thumbnail.tsx'
import { receiptsBehind, suggestedFor } from './lines.ts'
import styles from './relief-detail.module.css'

/** As many as are fetched one by one; the list has the rest. */
const SHOWN = 20

/** The receipts that count for a relief, and those that may. */
export function ReceiptsBehind({ line, claims }: { line: ClaimLine; claims: Claims }) {
  const t = useTranslations('reliefs')
  const counted = receiptsBehind(line).map((part) => ({ ...part, isSuggested: false }))
  const suggested = suggestedFor(line, claims).map((part) => ({ ...part, isSuggested: true }))
  const all = [...suggested, ...counted]
  const shown = all.slice(0, SHOWN)
  const found = useQueries({ queries: shown.map(({ id }) => receiptQuery(id)) })
  return (
    <section aria-labelledby="behind">
      <div className={styles.head}>
        <h2 id="behind" className="part-title">
          {t('receipts', { count: all.length })}
        </h2>
        {all.length > 0 && (
          <Link to="/app/receipts" search={{ relief: line.code }} className={styles.all}>
            {t('showInReceipts')}
          </Link>
        )}
      </div>
      {all.length === 0 && <p className="soft">{t('noReceipts')}</p>}
      <ul>
        {shown.map((part, index) => {
          const receipt = found[index]?.data
          return receipt ? (
            <Row key={part.id} receipt={receipt} sen={part.sen} isSuggested={part.isSuggested} />
          ) : null
        })}
      </ul>
    </section>
  )
}

function Row({ receipt, sen, isSuggested }: { receipt: Receipt; sen: number; isSuggested: boolean }) {
  const t = useTranslations('reliefs')
  const { amount, dayOfYear } = useFormats()
  const { id, merchant, paidOn, files } = receipt
  return (
    <li className={styles.row}>
      <Thumbnail id={id} kind={files.length === 0 ? 'none' : 'picture'} />
      <Link to="/app/receipts/$id" params={{ id }} className={styles.name}>
        {merchant ?? '–'}
      </Link>
      <span className={styles.day}>
        {paidOn && dayOfYear(paidOn)}
        {isSuggested && (
          <span className={styles.toCheck}>
            <span className={styles.dot} aria-hidden="true" /> {t('toCheck')}
          </span>
        )}
      </span>
      <span className={`${styles.sen} money`} data-suggested={isSuggested || undefined}>
        {amount(sen)}
      </span>
    </li>
  )
}
