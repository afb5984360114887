import { useTranslations } from '../../i18n/index.ts'
import { Button } from '../../ui/button.tsx'
import { requestKeys } from '../../ui/keys-request.ts'
import styles from './account.module.css'

export function About() {
  const t = useTranslations('account.about')
  return (
    <section className={styles.part} aria-labelledby="about">
      <h2 id="about" className="part-title">
        {t('title')}
      </h2>
      <div className={`${styles.action} ${styles.keys}`}>
        <span>
          <b>{t('keys')}</b>
          <span className={styles.more}>{t('keysText')}</span>
        </span>
        <Button look="outline" onClick={requestKeys}>
          {t('keysAction')}
        </Button>
      </div>
      <p className="note">
        {t('version', { version: import.meta.env.VITE_VERSION })} <a href="/docs">{t('api')}</a>
      </p>
      <p className="note">{t('independent')}</p>
    </section>
  )
}
