import { IconWifi, IconWifiOff } from '@tabler/icons-react'
import { useFormats, useTranslations } from '../../i18n/index.ts'
import { useConnection } from '../../ui/use-connection.ts'
import styles from './snap.module.css'

/** Whether the server can be reached, and since when not. */
export function Network() {
  const t = useTranslations()
  const { moment } = useFormats()
  const { since } = useConnection()
  const Icon = since === null ? IconWifi : IconWifiOff
  return (
    <p className={styles.network} data-offline={since !== null || undefined} role="status">
      <Icon size={20} stroke={1.7} aria-hidden />
      {since === null ? t('snap.online') : t('offline.since', { at: moment(since) })}
    </p>
  )
}
