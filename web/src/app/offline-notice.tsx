import { IconWifiOff } from '@tabler/icons-react'
import { useFormats, useTranslations } from '../i18n/index.ts'
import { useConnection } from '../ui/use-connection.ts'
import styles from './offline-notice.module.css'

/** Since when the server cannot be reached, above every screen that does not say so itself. */
export function OfflineNotice() {
  const t = useTranslations('offline')
  const { moment } = useFormats()
  const { since } = useConnection()
  return (
    <div className={styles.notice} role="status">
      {since !== null && (
        <p>
          <IconWifiOff size={20} stroke={1.7} aria-hidden />
          {t('since', { at: moment(since) })}
        </p>
      )}
    </div>
  )
}
