import { useQueryClient } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { sessionQuery, signInPath } from '../../api/session.ts'
import { useTranslations } from '../../i18n/index.ts'
import { LanguageSwitch } from '../../ui/language-switch.tsx'
import { AnchorButton } from '../../ui/link-button.tsx'
import { ExampleReceipt } from './example-receipt.tsx'
import styles from './welcome.module.css'

/** What a visitor sees: what the app is for, and the way in. */
export function Welcome() {
  const t = useTranslations('welcome')
  const common = useTranslations('common')
  const { erased } = useSearch({ from: '__root__' })
  useSignedInMeanwhile()
  // Whoever opened a deeper page comes back to it.
  const here = erased ? '/' : location.pathname + location.search
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <img src="/mark.svg" alt="" width={40} height={40} />
        <span className={styles.brand}>{common('appName')}</span>
        <LanguageSwitch />
      </header>
      {erased && (
        <p className={styles.notice} role="status">
          {t(erased)}
        </p>
      )}
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

/** Going back in the history shows this page as it was left, also to somebody who has signed in since. */
function useSignedInMeanwhile() {
  const client = useQueryClient()
  useEffect(() => {
    const onPageShow = ({ persisted }: PageTransitionEvent) => {
      if (persisted) void client.invalidateQueries(sessionQuery)
    }
    window.addEventListener('pageshow', onPageShow)
    return () => window.removeEventListener('pageshow', onPageShow)
  }, [client])
}
