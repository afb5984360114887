import { lazy } from 'react'
import { nameOf, type Profile } from '../api/session.ts'
import { useTranslations } from '../i18n/index.ts'
import { OnDemandMenu } from '../ui/on-demand-menu.tsx'
import styles from './account-menu.module.css'

const AccountEntries = lazy(async () => ({ default: (await import('./account-entries.tsx')).AccountEntries }))

export function AccountMenu({ profile, place }: { profile: Profile; place: 'header' | 'rail' }) {
  const t = useTranslations('common.account')
  const name = nameOf(profile)
  return (
    <OnDemandMenu
      position={place === 'rail' ? 'top-start' : 'bottom-end'}
      width={240}
      button={{
        className: styles.target,
        'data-place': place,
        children: (
          <>
            <span className="sr-only">{t('open')}</span>
            <span className={styles.initial} aria-hidden="true">
              {name.slice(0, 1).toUpperCase()}
            </span>
            {place === 'rail' && <span className={styles.name}>{name}</span>}
          </>
        ),
      }}
    >
      <AccountEntries name={name} />
    </OnDemandMenu>
  )
}
