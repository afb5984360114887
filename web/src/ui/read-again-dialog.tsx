import { Modal } from '@mantine/core'
import type { Receipt } from '../../../server/api-types.ts'
import { useReadAgain } from '../api/receipt-mutations.ts'
import { useFormats, useTranslations } from '../i18n/index.ts'
import { Button } from './button.tsx'
import { ProblemNotice } from './problem-notice.tsx'
import { type FieldName, fieldKinds } from './receipt-fields/field-kinds.ts'
import styles from './receipt-menu.module.css'

interface Props {
  receipt: Receipt
  onClose(): void
  /** The reading has begun. */
  onBegun?: (() => void) | undefined
}

/** Says what reading a receipt again would change, and what stays. */
export function ReadAgainDialog({ receipt, onClose, onBegun }: Props) {
  const t = useTranslations('check.readAgain')
  const fields = useTranslations('check.fields')
  const common = useTranslations('common')
  const { listOf } = useFormats()
  const readAgain = useReadAgain()
  const typed = Object.entries(receipt.evidence).flatMap(([name, evidence]) =>
    evidence?.by === 'person' && name in fieldKinds ? [fields(name as FieldName)] : [],
  )
  return (
    <Modal opened onClose={onClose} title={t('title')} closeButtonProps={{ 'aria-label': common('close') }}>
      <div className={styles.ask}>
        <p>{t(receipt.status === 'confirmed' ? 'confirmed' : 'open')}</p>
        {typed.length > 0 && <p>{t('stays', { fields: listOf(typed) })}</p>}
        {readAgain.error && <ProblemNotice error={readAgain.error} />}
        <Button
          busy={readAgain.isPending}
          onClick={() =>
            readAgain.mutate(receipt, {
              onSuccess: () => {
                onBegun?.()
                onClose()
              },
            })
          }
        >
          {t('action')}
        </Button>
      </div>
    </Modal>
  )
}
