import type { Receipt } from '../../../../server/api-types.ts'
import { useRestore, useSettleDuplicate, useTrash } from '../../api/receipt-mutations.ts'
import { useTranslations } from '../../i18n/index.ts'
import { useUndo } from '../undo.tsx'
import { pairOf } from './facts.ts'

/** Says of a pair whether it is the same purchase. Of two that are the same one goes to the trash, with undo. */
export function useSettle(receipt: Receipt, other: Receipt, onSettled: (gone: Receipt | null) => void) {
  const t = useTranslations('check.duplicate')
  const settle = useSettleDuplicate()
  const trash = useTrash()
  const restore = useRestore()
  const { offer } = useUndo()
  const { kept, gone } = pairOf(receipt, other)
  const isBusy = settle.isPending || trash.isPending

  async function answer(verdict: 'same' | 'different') {
    if (isBusy) return
    try {
      // About the one that goes, as the answer brings the version that its move to the trash is based on.
      const saved = await settle.mutateAsync({ receipt: gone, of: kept.id, verdict })
      if (verdict === 'different') return onSettled(null)
      // Until when it stays in the trash stands beside the button.
      const trashed = await trash.mutateAsync({
        ...saved,
        ...(saved.retainUntil && { acknowledgedUntil: saved.retainUntil }),
      })
      offer(t('settledSame'), () => restore.mutate(trashed))
      onSettled(trashed)
    } catch {
      // Both mutations keep their error, which is shown.
    }
  }
  return { answer, isBusy, error: settle.error ?? trash.error }
}
