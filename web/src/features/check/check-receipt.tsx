import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import type { Receipt } from '../../../../server/api-types.ts'
import { receiptQuery } from '../../api/queries.ts'
import type { AllocationInput } from '../../api/receipt-mutations.ts'
import { useTranslations } from '../../i18n/index.ts'
import { useSuspect } from '../../ui/duplicates/use-suspect.ts'
import { Loading } from '../../ui/loading.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import styles from './check.module.css'
import { Desk } from './desk.tsx'

const Duplicates = lazy(async () => ({ default: (await import('./duplicates.tsx')).Duplicates }))

export interface CheckReceiptProps {
  id: string
  hasNext: boolean
  /** Why the last answer to this receipt was not taken; null: it was, or there is none. */
  failure: unknown
  onAnswer(receipt: Receipt, allocations: AllocationInput[]): void
  /** The receipt left the queue in another way, e.g. to the trash. */
  onDone(): void
  onLater(): void
  /** Opens the receipt that many places further in the queue. */
  onStep(by: number): void
}

export function CheckReceipt(props: CheckReceiptProps) {
  const t = useTranslations('check')
  const {
    data: receipt,
    error,
    refetch,
  } = useQuery({
    ...receiptQuery(props.id),
    // While pages are being read the answer changes by itself.
    refetchInterval: ({ state }) => (state.data?.reading ? 2_000 : false),
  })
  const suspect = useSuspect(receipt)
  if (error) {
    return (
      <div className={styles.receipt}>
        <ProblemNotice screen={t('title')} error={error} onRetry={() => void refetch()} />
      </div>
    )
  }
  if (!receipt || suspect === 'loading') return <Loading screen={t('title')} />
  if (suspect === 'none') return <Desk {...props} receipt={receipt} />
  return (
    <Suspense fallback={<Loading screen={t('title')} />}>
      <Duplicates receipt={receipt} other={suspect} onDone={props.onDone} onStep={props.onStep} />
    </Suspense>
  )
}
