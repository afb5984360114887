import type { ReceiptQueue } from '../../../../server/api-types.ts'
import { useTranslations } from '../../i18n/index.ts'
import { Sentence } from '../../ui/sentence.tsx'
import styles from './home.module.css'
import { ToCheck } from './to-check.tsx'

/** A year whose law nobody has written down here: its receipts are kept all the same. */
export function NoLaw({ year, queue }: { year: number; queue: ReceiptQueue }) {
  const t = useTranslations('home')
  return (
    <div className={styles.main}>
      <Sentence>{t('noLaw', { year: String(year) })}</Sentence>
      {queue.count > 0 && <ToCheck queue={queue} />}
    </div>
  )
}
