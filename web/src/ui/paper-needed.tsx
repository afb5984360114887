import type { Receipt } from '../../../server/api-types.ts'
import { useAddFile } from '../api/receipt-mutations.ts'
import { useTranslations } from '../i18n/index.ts'
import { FileWays } from './file-ways.tsx'
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
        <FileWays camera={t('camera')} choose={t('choose')} isBusy={isPending} look={look} onFiles={send} />
      </div>
      {error && <ProblemNotice error={error} />}
    </section>
  )
}
