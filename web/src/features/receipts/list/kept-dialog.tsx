import { Modal } from '@mantine/core'
import { useFormats, useTranslations } from '../../../i18n/index.ts'
import { Button } from '../../../ui/button.tsx'
import styles from './chosen-bar.module.css'
import { keptUntil, type Refused } from './use-bulk-actions.ts'

/** Says until when receipts must be kept before they go to the trash. */
export function KeptDialog({ kept, onAnswer }: { kept: Refused[]; onAnswer: (agreed: boolean) => void }) {
  const t = useTranslations('receipts.keptDialog')
  const common = useTranslations('common')
  const { shortDay } = useFormats()
  const until = kept
    .map(keptUntil)
    .filter((day) => day !== undefined)
    .sort()
    .at(-1)
  return (
    <Modal
      opened={kept.length > 0}
      onClose={() => onAnswer(false)}
      title={t('title', { count: kept.length })}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <p>{t('text', { count: kept.length, day: until ? shortDay(until) : '' })}</p>
      <div className={styles.answers}>
        <Button look="danger" onClick={() => onAnswer(true)}>
          {t('trash')}
        </Button>
        <Button look="text" onClick={() => onAnswer(false)}>
          {t('leave')}
        </Button>
      </div>
    </Modal>
  )
}
