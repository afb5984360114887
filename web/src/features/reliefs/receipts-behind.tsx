import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReceiptsOfRelief } from '../../../../server/api-types.ts'
import { receiptQuery } from '../../api/queries.ts'
import { receiptsOfReliefQuery } from '../../api/reliefs.ts'
import { useFormats, useTranslations } from '../../i18n/index.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Thumbnail } from '../../ui/thumbnail.tsx'
import { useYear } from '../../ui/use-year.ts'
import styles from './receipts-behind.module.css'

/** The receipts that may count for a relief, then those that do. */
export function ReceiptsBehind({ code }: { code: string }) {
  const t = useTranslations('reliefs')
  const year = useYear()
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(
    receiptsOfReliefQuery(year, code),
  )
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  const total = data?.pages[0]?.total
  if (total === undefined) return null
  return (
    <section aria-labelledby="behind">
      <div className={styles.head}>
        <h2 id="behind" className="part-title">
          {t('receipts', { count: total })}
        </h2>
        {total > 0 && (
          <Link to="/app/receipts" search={{ relief: code }} className={styles.all}>
            {t('showInReceipts')}
          </Link>
        )}
      </div>
      {total === 0 && <p className="soft">{t('noReceipts')}</p>}
      <ul>
        {data?.pages.map((page) =>
          page.receipts.map((one) => <Row key={one.id} receipt={one} code={code} />),
        )}
      </ul>
      {hasNextPage && (
        <Button look="outline" height={44} busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('moreReceipts')}
        </Button>
      )}
    </section>
  )
}

type BehindRow = ReceiptsOfRelief['receipts'][number]

function Row({ receipt, code }: { receipt: BehindRow; code: string }) {
  const t = useTranslations('reliefs')
  const { amount, dayOfYear } = useFormats()
  const { id, merchant, paidOn, status, sen } = receipt
  const isToCheck = status !== 'confirmed'
  return (
    <li className={styles.row}>
      <Thumbnail receipt={receipt} />
      <Link
        {...(isToCheck
          ? { to: '/app/check/{-$id}' as const, params: { id } }
          : { to: '/app/receipts/$id' as const, params: { id } })}
        className={styles.name}
      >
        {merchant ?? t('noName')}
      </Link>
      <span className={styles.day}>
        {paidOn && dayOfYear(paidOn)}
        {isToCheck && (
          <span className={styles.toCheck}>
            <span className={styles.dot} aria-hidden="true" /> {t('toCheck')}
          </span>
        )}
      </span>
      <span className={`${styles.sen} money`} data-suggested={isToCheck || undefined}>
        {amount(sen)}
      </span>
      {isToCheck && <QuestionOf id={id} code={code} />}
    </li>
  )
}

/** What has to be answered before the receipt counts, as a question. */
function QuestionOf({ id, code }: { id: string; code: string }) {
  const { data } = useQuery(receiptQuery(id))
  const parts = data?.suggestion?.parts ?? []
  const about = parts.find(({ relief, question }) => relief === code && question !== null)
  const question = (about ?? parts.find((part) => part.question !== null))?.question
  return question ? <span className={styles.question}>{question}</span> : null
}
