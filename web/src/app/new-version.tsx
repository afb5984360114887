import { useTranslations } from '../i18n/index.ts'
import styles from './notice-bar.module.css'
import { reloadIntoNewVersion, useIsNewVersion } from './service-worker.ts'

/** A new version waits for the person: it never starts by itself. */
export function NewVersion() {
  const t = useTranslations('common')
  const isNew = useIsNewVersion()
  return (
    <div role="status">
      {isNew && (
        <div className={styles.bar}>
          <span className={styles.text}>{t('newVersion')}</span>
          <button type="button" className={styles.button} onClick={reloadIntoNewVersion}>
            {t('reload')}
          </button>
        </div>
      )}
    </div>
  )
}
