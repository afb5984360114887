import { useState } from 'react'
import type { Receipt } from '../../../../server/api-types.ts'
import { type AllocationInput, useConfirm, useUnconfirm } from '../../api/receipt-mutations.ts'
import { useFormats, useTranslations } from '../../i18n/index.ts'
import { useUndo } from '../../ui/undo.tsx'

interface Failure {
  id: string
  error: unknown
}

/**
 * Confirms a receipt while the next one already stands on screen: the request outlives the screen it came from. When it
 * fails, the receipt comes back with the reason.
 */
export function useAnswer(onFailed: (id: string) => void) {
  const t = useTranslations('check')
  const { exactMoney } = useFormats()
  const { offer } = useUndo()
  const confirm = useConfirm()
  const unconfirm = useUnconfirm()
  const [failure, setFailure] = useState<Failure | null>(null)

  async function answer(receipt: Receipt, allocations: AllocationInput[]) {
    setFailure(null)
    try {
      const saved = await confirm.mutateAsync({ receipt, allocations })
      const countedSen = allocations.reduce((sum, { relief, sen }) => sum + (relief === null ? 0 : sen), 0)
      const merchant = receipt.merchant ?? t('undo.receipt')
      const text =
        countedSen > 0
          ? t('undo.counts', { amount: exactMoney(countedSen) })
          : allocations.length > 0
            ? t('undo.nothing', { merchant })
            : t('undo.undecided', { merchant })
      offer(text, () => unconfirm.mutate(saved))
    } catch (error) {
      setFailure({ id: receipt.id, error })
      onFailed(receipt.id)
    }
  }

  return { answer, failureOf: (id: string) => (failure?.id === id ? failure.error : null) }
}
