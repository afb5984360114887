import type { Receipt } from '../../../../../server/api-types.ts'
import { useRestore } from '../../../api/receipt-mutations.ts'
import { useTranslations } from '../../../i18n/index.ts'
import { Button } from '../../../ui/button.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import styles from './receipt-sheet.module.css'

export function Trashed({ receipt }: { receipt: Receipt }) {
  const t = useTranslations('receipts.page')
  const restore = useRestore()
  return (
    <div className={styles.notice}>
      <p>{t('inTrash')}</p>
      <Button look="outline" height={44} busy={restore.isPending} onClick={() => restore.mutate(receipt)}>
        {t('restore')}
      </Button>
      {restore.error && <ProblemNotice error={restore.error} />}
    </div>
  )
}
