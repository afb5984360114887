import { useState } from 'react'
import type { ApiProblem, BulkResult, ReceiptSummary } from '../../../../../server/api-types.ts'
import { type BulkAction, useBulk } from '../../../api/bulk.ts'
import { useTranslations } from '../../../i18n/index.ts'
import { useProblemText } from '../../../ui/problem-notice.tsx'
import { useUndo } from '../../../ui/undo.tsx'

/** A receipt that was left alone. */
export interface Refused {
  receipt: ReceiptSummary
  problem: ApiProblem
}

export interface Report {
  /** What was done, in a sentence; null: nothing. */
  done: string | null
  refused: Refused[]
}

const INVERSE = { confirm: 'unconfirm', unconfirm: 'confirm', trash: 'restore', restore: 'trash' } as const

/** The last day that the law wants a refused receipt kept; undefined where it was refused for another reason. */
export const keptUntil = ({ problem }: { problem: ApiProblem }): string | undefined =>
  problem.code === 'confirmation_needed' && 'retainUntil' in problem ? String(problem.retainUntil) : undefined

/** What is done with the chosen receipts, what became of each, and how it is undone. */
export function useBulkActions(onDone: () => void) {
  const t = useTranslations('receipts')
  const textOf = useProblemText()
  const bulk = useBulk()
  const { offer } = useUndo()
  const [report, setReport] = useState<Report | null>(null)
  /** Receipts that go to the trash only once the person has seen until when they must be kept. */
  const [kept, setKept] = useState<Refused[]>([])

  /** Moves receipts to the trash of which the person has seen until when they must be kept. */
  async function trashKept(refused: readonly Refused[]): Promise<BulkResult[]> {
    const byDay = Map.groupBy(refused, keptUntil)
    const results: BulkResult[] = []
    for (const [acknowledgedUntil, group] of byDay) {
      if (acknowledgedUntil === undefined) continue
      const receipts = group.map(({ receipt }) => receipt)
      results.push(...(await bulk.mutateAsync({ action: 'trash', receipts, acknowledgedUntil })))
    }
    return results
  }

  function say(action: BulkAction, receipts: readonly ReceiptSummary[], results: BulkResult[]) {
    const done = results.flatMap((one) => (one.status === 'done' ? [one] : []))
    const refused = refusedOf(receipts, results)
    const undecided = receipts.filter(
      ({ id, allocations, suggested }) =>
        allocations.length === 0 && suggested.length > 0 && done.some((one) => one.id === id),
    )
    const sentence =
      action === 'confirm' && undecided.length > 0
        ? `${t('did.confirm', { count: done.length })} ${t('undecided', { count: undecided.length })}`
        : t(`did.${action}`, { count: done.length })
    setReport(
      refused.length > 0 || undecided.length > 0
        ? { done: done.length > 0 ? sentence : null, refused }
        : null,
    )
    if (done.length > 0)
      offer(t(`did.${action}`, { count: done.length }), () => void undo(action, receipts, done))
  }

  async function undo(
    action: BulkAction,
    receipts: readonly ReceiptSummary[],
    done: { id: string; version: number }[],
  ) {
    setReport(null)
    try {
      const results = await bulk.mutateAsync({ action: INVERSE[action], receipts: done })
      const refused = refusedOf(receipts, results).map((one) => ({
        ...one,
        receipt: { ...one.receipt, version: done.find(({ id }) => id === one.receipt.id)?.version ?? 0 },
      }))
      // They were in the trash before, so the person knows.
      await trashKept(refused)
      const others = refused.filter((one) => keptUntil(one) === undefined)
      if (others.length > 0) setReport({ done: null, refused: others })
    } catch (error) {
      setReport({ done: textOf(error), refused: [] })
    }
  }

  async function run(action: BulkAction, receipts: readonly ReceiptSummary[]) {
    setReport(null)
    try {
      const results = await bulk.mutateAsync({ action, receipts })
      const refused = refusedOf(receipts, results)
      const needSeen = action === 'trash' ? refused.filter((one) => keptUntil(one) !== undefined) : []
      const seen = new Set(needSeen.map(({ receipt }) => receipt.id))
      setKept(needSeen)
      say(
        action,
        receipts,
        results.filter(({ id }) => !seen.has(id)),
      )
      onDone()
    } catch (error) {
      setReport({ done: textOf(error), refused: [] })
    }
  }

  return {
    run,
    isBusy: bulk.isPending,
    report,
    closeReport: () => setReport(null),
    kept,
    /** @param agreed whether they go to the trash all the same */
    async answerKept(agreed: boolean) {
      const asked = kept
      setKept([])
      if (!agreed) return
      try {
        say(
          'trash',
          asked.map(({ receipt }) => receipt),
          await trashKept(asked),
        )
      } catch (error) {
        setReport({ done: textOf(error), refused: [] })
      }
    },
  }
}

function refusedOf(receipts: readonly ReceiptSummary[], results: BulkResult[]): Refused[] {
  const byId = new Map(receipts.map((receipt) => [receipt.id, receipt]))
  return results.flatMap((result) => {
    const receipt = byId.get(result.id)
    return receipt && result.status === 'refused' ? [{ receipt, problem: result.problem }] : []
  })
}
