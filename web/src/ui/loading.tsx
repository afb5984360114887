import { Loader } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslations } from '../i18n/index.ts'
import styles from './loading.module.css'

/** Nothing for 300 ms, then a quiet spinner: most answers come before it would appear. */
export function Loading() {
  const t = useTranslations('common')
  const [isLate, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className={styles.loading} role="status" aria-label={t('loading')}>
      {isLate && <Loader color="var(--brand)" size="sm" />}
    </div>
  )
}
