import { useNavigate, useParams } from '@tanstack/react-router'
import { Activity, useEffect } from 'react'
import { useTranslations } from '../../i18n/index.ts'
import { Loading } from '../../ui/loading.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useYear } from '../../ui/use-year.ts'
import { AllDone } from './all-done.tsx'
import styles from './check.module.css'
import { CheckHeader } from './check-header.tsx'
import { CheckReceipt } from './check-receipt.tsx'
import { QueueRail } from './queue-rail.tsx'
import { useAnswer } from './use-answer.ts'
import { nextOpen, useCheckQueue } from './use-check-queue.ts'
import { useFetchedAhead } from './use-fetched-ahead.ts'

/** A queue of what needs a person, one receipt at a time. The address names the receipt, so Back and reload work. */
export function Check() {
  const t = useTranslations('check')
  const year = useYear()
  const { id } = useParams({ from: '/app/check/{-$id}' })
  const navigate = useNavigate()
  const { query, sitting, isOpen, setAnswered } = useCheckQueue(year)
  const shown = id ?? sitting.find((receipt) => isOpen(receipt.id))?.id
  const next = nextOpen(sitting, isOpen, shown)
  const nextId = next?.id
  const open = (target: string | undefined, replace = false) =>
    void navigate({ to: '/app/check/{-$id}', params: { id: target }, replace })

  const { answer, failureOf } = useAnswer((failed) => {
    setAnswered(failed, false)
    open(failed)
  })

  const isNextReady = useFetchedAhead(nextId)

  // The address names the receipt from the start, so that it stays the same one while it is answered.
  const isUnnamed = id === undefined && shown !== undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when a receipt comes up without its name
  useEffect(() => {
    if (isUnnamed) open(shown, true)
  }, [isUnnamed, shown])

  if (query.error)
    return <ProblemNotice screen={t('title')} error={query.error} onRetry={() => void query.refetch()} />
  if (query.isPending || (sitting.length === 0 && query.data.count > 0))
    return <Loading screen={t('title')} />
  if (!shown) return <AllDone done={sitting.length} />

  const at = sitting.findIndex((receipt) => receipt.id === shown)
  const step = (by: number) => {
    const target = sitting[at + by]
    if (target) open(target.id)
  }
  return (
    <div className={styles.check}>
      <CheckHeader sitting={sitting} shown={shown} isOpen={isOpen} />
      <QueueRail sitting={sitting} shown={shown} isOpen={isOpen} onOpen={open} />
      {[shown, ...(nextId && isNextReady ? [nextId] : [])].map((one) => (
        // The next receipt is drawn ahead, out of sight with its picture, so that it stands at once.
        <Activity key={one} mode={one === shown ? 'visible' : 'hidden'}>
          <CheckReceipt
            id={one}
            failure={failureOf(one)}
            onAnswer={(receipt, allocations) => {
              setAnswered(receipt.id, true)
              open(nextId)
              void answer(receipt, allocations)
            }}
            onDone={() => open(nextId)}
            onLater={() => open(nextId)}
            onStep={step}
            hasNext={nextId !== undefined}
          />
        </Activity>
      ))}
    </div>
  )
}
