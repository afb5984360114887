import type { Receipt } from '../../../server/api-types.ts'
import { useReadAgain } from '../api/receipt-mutations.ts'
import { useTranslations } from '../i18n/index.ts'
import { Button } from './button.tsx'
import styles from './damaged-notice.module.css'
import { ProblemNotice } from './problem-notice.tsx'

/** Part of what was stored about a receipt is lost: reading its files again brings most of it back. */
export function DamagedNotice({ receipt }: { receipt: Receipt }) {
  const t = useTranslations('common.damaged')
  const readAgain = useReadAgain()
  if (!receipt.damaged) return null
  const hasFiles = receipt.files.length > 0
  return (
    <div className={styles.notice} role="status">
      <p>{t(hasFiles ? 'text' : 'withoutFiles')}</p>
      {hasFiles && receipt.trashedAt === null && (
        <Button
          look="outline"
          height={44}
          busy={readAgain.isPending}
          onClick={() => readAgain.mutate(receipt)}
        >
          {t('readAgain')}
        </Button>
      )}
      {readAgain.error && <ProblemNotice error={readAgain.error} />}
    </div>
  )
}
