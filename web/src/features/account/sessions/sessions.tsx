import {
  IconCheck,
  IconDeviceDesktop,
  IconDeviceMobile,
  IconDevices,
  IconDeviceTablet,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type Session, sessionsQuery, useEndSession } from '../../../api/account.ts'
import { today } from '../../../i18n/day.ts'
import { useFormats, useTranslations } from '../../../i18n/index.ts'
import { Button } from '../../../ui/button.tsx'
import { Loading } from '../../../ui/loading.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import styles from '../account.module.css'
import { type Device, deviceOf } from './device.ts'

const ICONS = {
  phone: IconDeviceMobile,
  tablet: IconDeviceTablet,
  computer: IconDeviceDesktop,
  other: IconDevices,
}

/** Where the person is signed in, this device first; each other one can be signed out from here. */
export function Sessions() {
  const t = useTranslations('account.sessions')
  const { data: sessions, error, refetch } = useQuery(sessionsQuery)
  const end = useEndSession()
  const inOrder = [...(sessions ?? [])].sort((a, b) => Number(b.current) - Number(a.current))
  return (
    <section className={styles.part} aria-labelledby="sessions">
      <h2 id="sessions" className="part-title">
        {t('title')}
      </h2>
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {!error && !sessions && <Loading />}
      <ul className={styles.rows}>
        {inOrder.map((session) => (
          <SessionRow key={session.id} session={session} onEnd={() => end.mutate(session)} />
        ))}
      </ul>
      {end.error && <ProblemNotice error={end.error} />}
      {inOrder.filter(({ current }) => !current).length > 1 && (
        <div>
          <Button look="outline" height={44} onClick={() => end.mutate('others')}>
            {t('others')}
          </Button>
        </div>
      )}
    </section>
  )
}

function SessionRow({ session, onEnd }: { session: Session; onEnd: () => void }) {
  const t = useTranslations('account.sessions')
  const device = deviceOf(session.device)
  const Icon = ICONS[device.kind]
  const name = session.current ? t(`here.${device.kind}`) : t(`kind.${device.kind}`)
  return (
    <li className={styles.session}>
      <Icon size={24} stroke={1.6} aria-hidden />
      <span>
        <b>{name}</b>
        <LastUse session={session} device={device} />
      </span>
      {session.current ? (
        <span className={styles.here}>
          <IconCheck size={18} stroke={2} aria-hidden /> {t('current')}
        </span>
      ) : (
        <Button look="text" height={44} onClick={onEnd} aria-label={t('signOutOf', { device: name })}>
          {t('signOut')}
        </Button>
      )}
    </li>
  )
}

function LastUse({ session, device }: { session: Session; device: Device }) {
  const t = useTranslations('account.sessions')
  const { longDay } = useFormats()
  if (session.damaged) return <span className={styles.more}>{t('damaged')}</span>
  const { browser, system } = device
  const program = browser && system ? t('program', { browser, system }) : (browser ?? system)
  const day = session.current ? t('now') : longDay(today(new Date(session.lastUsedAt)))
  return <span className={styles.more}>{program ? t('lastUsed', { program, day }) : day}</span>
}
