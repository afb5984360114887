import { useState } from 'react'
import { useTranslations } from '../i18n/index.ts'
import styles from './notice-bar.module.css'

const TOLD = 'told-about-https'

/** Says once what https would add, where the app is reached without it. */
export function PlainHttp() {
  const t = useTranslations('common.plainHttp')
  const [isTold, setTold] = useState(() => window.isSecureContext || localStorage.getItem(TOLD) !== null)
  if (isTold) return null
  function close() {
    localStorage.setItem(TOLD, 'yes')
    setTold(true)
  }
  return (
    <section className={styles.bar} aria-label={t('label')}>
      <span className={styles.text}>{t('text')}</span>
      <button type="button" className={styles.button} onClick={close}>
        {t('close')}
      </button>
    </section>
  )
}
