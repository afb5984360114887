import { Loader } from '@mantine/core'
import { useTranslations } from '../../i18n/index.ts'
import styles from './being-read.module.css'

/** Receipts that will stand here in a moment. */
export function BeingRead({ count }: { count: number }) {
  const t = useTranslations('home')
  if (count === 0) return null
  return (
    <p className={styles.reading} role="status">
      <Loader color="var(--brand)" size="xs" aria-hidden />
      {t('beingRead', { count })}
    </p>
  )
}
