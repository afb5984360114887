import { IconArrowLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { nameOf, type Profile, sessionQuery } from '../../api/session.ts'
import { useTranslations } from '../../i18n/index.ts'
import { requestSignOut } from '../../offline/sign-out-request.ts'
import { Button } from '../../ui/button.tsx'
import { IconLink } from '../../ui/icon-link.tsx'
import { About } from './about.tsx'
import styles from './account.module.css'
import { Erase } from './data/erase.tsx'
import { Examples } from './data/examples.tsx'
import { Export } from './data/export.tsx'
import { Lock } from './lock/lock.tsx'
import { Phone } from './phone/phone.tsx'
import { Sessions } from './sessions/sessions.tsx'
import { Settings } from './settings.tsx'
import { SignIn } from './sign-in/sign-in.tsx'

/** The person's settings, sessions and data. */
export function Account() {
  const { data: profile } = useQuery(sessionQuery)
  return profile && <AccountOf profile={profile} />
}

function AccountOf({ profile }: { profile: Profile }) {
  const t = useTranslations('account')
  const common = useTranslations('common.account')
  const name = nameOf(profile)
  return (
    <div className={styles.account} data-bare>
      <header className={styles.head}>
        <IconLink to="/" aria-label={t('back')}>
          <IconArrowLeft size={24} stroke={1.8} aria-hidden />
        </IconLink>
        <Button look="text" height={44} onClick={requestSignOut}>
          {common('signOut')}
        </Button>
      </header>
      <div className={styles.person}>
        <span className={styles.initial} aria-hidden="true">
          {name.slice(0, 1).toUpperCase()}
        </span>
        <div>
          <h1 className="page-title">{profile.name ?? t('title')}</h1>
          <p className="soft">{profile.email ?? profile.username}</p>
        </div>
      </div>
      <Settings />
      <SignIn profile={profile} />
      <Lock profile={profile} />
      <Sessions />
      <Phone />
      <section className={styles.part} aria-labelledby="data">
        <h2 id="data" className="part-title">
          {t('data.title')}
        </h2>
        <ul className={styles.rows}>
          <Export />
          <Examples />
          <Erase profile={profile} />
        </ul>
      </section>
      <About />
    </div>
  )
}
