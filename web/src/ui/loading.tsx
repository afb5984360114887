import { Loader } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslations } from '../i18n/index.ts'
import styles from './loading.module.css'

/**
 * Nothing for 300 ms, then a quiet spinner: most answers come before it would appear.
 * @param screen the name of the screen that loads, where nothing else on the page has a heading
 */
export function Loading({ screen }: { screen?: string }) {
  const t = useTranslations('common')
  const [isLate, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300)
    return () => clearTimeout(timer)
  }, [])
  return (
    <>
      {screen && <h1 className="sr-only">{screen}</h1>}
      <div className={styles.loading} role="status" aria-busy="true" aria-label={t('loading')}>
        {isLate && <Loader color="var(--brand)" size="sm" />}
      </div>
    </>
  )
}
