import { IconCamera, IconFolder } from '@tabler/icons-react'
import type { Receipt } from '../../../server/api-types.ts'
import { useAddFile } from '../api/receipt-mutations.ts'
import { useTranslations } from '../i18n/index.ts'
import { FileButton } from './file-button.tsx'
import styles from './paper-needed.module.css'
import { ProblemNotice } from './problem-notice.tsx'

/** Whether it was entered like the month before, and no file shows it yet. */
export const lacksPaper = ({ needsPaper, files }: Pick<Receipt, 'needsPaper' | 'files'>) =>
  needsPaper && files.every(({ role }) => role === 'certificate')

interface Props {
  receipt: Receipt
  /** Of its first button: filled where it is what to do next. */
  look?: 'filled' | 'outline'
}

/** Says that a receipt has no paper yet, and takes it. Gone as soon as it is there. */
export function PaperNeeded({ receipt, look = 'outline' }: Props) {
  const t = useTranslations('recurring.paper')
  const { mutate, error, isPending } = useAddFile()
  if (!lacksPaper(receipt)) return null
  const send = ([file]: File[]) => file && mutate({ receipt, file, role: 'receipt' })
  return (
    <section className={styles.paper} aria-label={t('title')}>
      <p>
        <b>{t('title')}</b> {t('text')}
      </p>
      <div className={styles.ways}>
        <FileButton
          look={look}
          height={44}
          camera
          busy={isPending}
          icon={<IconCamera size={20} stroke={1.7} aria-hidden />}
          onFiles={send}
        >
          {t('camera')}
        </FileButton>
        <FileButton
          look="outline"
          height={44}
          disabled={isPending}
          icon={<IconFolder size={20} stroke={1.7} aria-hidden />}
          onFiles={send}
        >
          {t('choose')}
        </FileButton>
      </div>
      {error && <ProblemNotice error={error} />}
    </section>
  )
}
