import { IconScissors } from '@tabler/icons-react'
import type { Receipt, ReceiptFile } from '../../../server/api-types.ts'
import { useSplit, useUndoSplit } from '../api/receipt-mutations.ts'
import { useTranslations } from '../i18n/index.ts'
import { Button } from './button.tsx'
import { ProblemNotice } from './problem-notice.tsx'
import styles from './split-picture.module.css'
import { useUndo } from './undo.tsx'

/** Makes a receipt of each that a picture shows, with one button. */
export function SplitPicture({ receipt, file }: { receipt: Receipt; file: ReceiptFile }) {
  const t = useTranslations('common.split')
  const { offer } = useUndo()
  const split = useSplit()
  const undo = useUndoSplit()
  const count = file.receipts?.length ?? 2
  const start = () =>
    split.mutate(
      { receipt, fileId: file.id },
      { onSuccess: ({ receipts }) => offer(t('done', { count }), () => undo.mutate(receipts)) },
    )
  return (
    <div className={styles.split}>
      <Button
        look="tonal"
        height={44}
        busy={split.isPending}
        icon={<IconScissors size={20} stroke={1.7} aria-hidden />}
        onClick={start}
      >
        {t('action', { count })}
      </Button>
      {split.error && <ProblemNotice error={split.error} />}
    </div>
  )
}
