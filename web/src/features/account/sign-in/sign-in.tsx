import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { factorsQuery } from '../../../api/factors.ts'
import type { Profile } from '../../../api/session.ts'
import { useTranslations } from '../../../i18n/index.ts'
import { Button } from '../../../ui/button.tsx'
import account from '../account.module.css'
import type { Credential } from './credential.ts'
import styles from './sign-in.module.css'

const SignInDialog = lazy(async () => ({ default: (await import('./sign-in-dialog.tsx')).SignInDialog }))

/** The address and the password; nothing where another service keeps the account. */
export function SignIn({ profile }: { profile: Profile }) {
  const t = useTranslations('account.signIn')
  const { data: factors } = useQuery(factorsQuery)
  const [changing, setChanging] = useState<Credential | null>(null)
  const [changed, setChanged] = useState<Credential | null>(null)
  const { email } = profile
  if (!factors?.here || email === undefined) return null

  function change(credential: Credential) {
    setChanged(null)
    setChanging(credential)
  }
  return (
    <section className={account.part} aria-labelledby="sign-in">
      <h2 id="sign-in" className="part-title">
        {t('title')}
      </h2>
      <ul className={account.rows}>
        <li className={account.action}>
          <span>
            <b>{t('email.title')}</b>
            <span className={`${account.more} ${styles.address}`}>{email}</span>
          </span>
          <Button look="outline" onClick={() => change('email')} aria-label={t('email.changeNamed')}>
            {t('change')}
          </Button>
        </li>
        <li className={account.action}>
          <span>
            <b>{t('password.title')}</b>
            <span className={account.more}>{t('password.text')}</span>
          </span>
          <Button look="outline" onClick={() => change('password')} aria-label={t('password.changeNamed')}>
            {t('change')}
          </Button>
        </li>
      </ul>
      <p role="status" className={styles.done}>
        {changed && t(`${changed}.done`, { email })}
      </p>
      {changing && (
        <Suspense>
          <SignInDialog
            credential={changing}
            email={email}
            onChanged={() => {
              setChanging(null)
              setChanged(changing)
            }}
            onClose={() => setChanging(null)}
          />
        </Suspense>
      )}
    </section>
  )
}
