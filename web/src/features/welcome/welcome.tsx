import { signInPath } from '../../api/session.ts'
import { useTranslations } from '../../i18n/index.ts'
import { LanguageSwitch } from '../../ui/language-switch.tsx'
import { AnchorButton } from '../../ui/link-button.tsx'
import { ExampleReceipt } from './example-receipt.tsx'
import styles from './welcome.module.css'

/** What a visitor sees: what the app is for, and the way in. */
export function Welcome() {
  const t = useTranslations('welcome')
  const common = useTranslations('common')
  // Whoever opened a deeper page comes back to it.
  const here = location.pathname + location.search
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <img src="/mark.svg" alt="" width={40} height={40} />
        <span className={styles.brand}>{common('appName')}</span>
        <LanguageSwitch />
      </header>
      <main className={styles.main}>
        <ExampleReceipt />
        <div className={styles.words}>
          <h1 className={styles.sentence}>{t('sentence')}</h1>
          <div className={styles.actions}>
            <AnchorButton href={`${signInPath(here)}&create=true`} height={54} full>
              {t('create')}
            </AnchorButton>
            <AnchorButton href={signInPath(here)} look="outline" height={54} full>
              {t('signIn')}
            </AnchorButton>
          </div>
          <p className="note">{t('independent')}</p>
        </div>
      </main>
    </div>
  )
}
