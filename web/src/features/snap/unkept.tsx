import { useTranslations } from '../../i18n/index.ts'
import { isUnsent, type QueueEntry } from '../../offline/queue-entry.ts'
import styles from './snap.module.css'

/** What the device has no room for is gone when the page is closed. */
export function Unkept({ uploads }: { uploads: readonly QueueEntry[] }) {
  const t = useTranslations('snap.unkept')
  const count = uploads.filter((entry) => entry.isUnkept && isUnsent(entry)).length
  return (
    <div role="alert">
      {count > 0 && (
        <div className={styles.notice}>
          <b>{t('title')}</b>
          <p>{t('text', { count })}</p>
        </div>
      )}
    </div>
  )
}
