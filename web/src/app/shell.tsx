import {
  IconCalendarEvent,
  IconCamera,
  IconHome,
  IconPlus,
  IconReceipt,
  IconStack2,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { queueCountQuery } from '../api/queries.ts'
import type { Profile } from '../api/session.ts'
import { useTranslations } from '../i18n/index.ts'
import { LanguageSwitch } from '../ui/language-switch.tsx'
import { AccountMenu } from './account-menu.tsx'
import { OfflineNotice } from './offline-notice.tsx'
import styles from './shell.module.css'
import { YearSwitch } from './year-switch.tsx'

/** What every signed-in screen stands in: a bar at the thumb on a phone, a rail on a desk. */
export function Shell({ profile, children }: { profile: Profile; children: ReactNode }) {
  const t = useTranslations('common')
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#content">
        {t('skip')}
      </a>
      <nav className={styles.nav} aria-label={t('nav.label')}>
        <Link to="/" className={styles.brand}>
          <img src="/mark.svg" alt="" width={32} height={32} />
          <span>{t('shortName')}</span>
        </Link>
        <Link to="/app/snap" className={styles.add}>
          <IconPlus size={22} stroke={1.8} aria-hidden />
          {t('nav.add')}
        </Link>
        <Link to="/" className={styles.entry} activeOptions={{ exact: true, includeSearch: false }}>
          <IconHome size={24} stroke={1.7} aria-hidden />
          <span>{t('nav.home')}</span>
          <ToCheckBadge />
        </Link>
        <Link to="/app/receipts" className={styles.entry} activeOptions={{ includeSearch: false }}>
          <IconReceipt size={24} stroke={1.7} aria-hidden />
          <span>{t('nav.receipts')}</span>
        </Link>
        <Link
          to="/app/snap"
          className={`${styles.entry} ${styles.snap}`}
          activeOptions={{ includeSearch: false }}
        >
          <span className={styles.pill}>
            <IconCamera size={24} stroke={1.7} aria-hidden />
          </span>
          <span>{t('nav.snap')}</span>
        </Link>
        <Link to="/app/reliefs" className={styles.entry} activeOptions={{ includeSearch: false }}>
          <IconStack2 size={24} stroke={1.7} aria-hidden />
          <span>{t('nav.reliefs')}</span>
        </Link>
        <Link to="/app/year" className={styles.entry} activeOptions={{ includeSearch: false }}>
          <IconCalendarEvent size={24} stroke={1.7} aria-hidden />
          <span>{t('nav.year')}</span>
        </Link>
        <AccountMenu profile={profile} place="rail" />
      </nav>
      <div className={styles.side}>
        <section className={styles.header} aria-label={t('nav.settings')}>
          <YearSwitch />
          <LanguageSwitch />
          <AccountMenu profile={profile} place="header" />
        </section>
        <main id="content" className={styles.content} tabIndex={-1}>
          <OfflineNotice />
          {children}
        </main>
      </div>
    </div>
  )
}

function ToCheckBadge() {
  const t = useTranslations('common.nav')
  const { data: count = 0 } = useQuery(queueCountQuery)
  if (count === 0) return null
  return (
    <span className={styles.badge}>
      <span aria-hidden="true">{count > 99 ? '99+' : count}</span>
      <span className="sr-only">{t('toCheck', { count })}</span>
    </span>
  )
}
