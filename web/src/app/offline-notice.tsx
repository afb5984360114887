import { IconWifiOff } from '@tabler/icons-react'
import { useLocation } from '@tanstack/react-router'
import { useFormats, useTranslations } from '../i18n/index.ts'
import { useConnection } from '../ui/use-connection.ts'
import styles from './offline-notice.module.css'

/** Since when the server cannot be reached, above every screen but Snap, which says so itself. */
export function OfflineNotice() {
  const t = useTranslations('offline')
  const { moment } = useFormats()
  const { since } = useConnection()
  const isSnap = useLocation({ select: ({ pathname }) => pathname === '/app/snap' })
  return (
    <div className={styles.notice} role="status">
      {since !== null && !isSnap && (
        <p>
          <IconWifiOff size={20} stroke={1.7} aria-hidden />
          {t('since', { at: moment(since) })}
        </p>
      )}
    </div>
  )
}
