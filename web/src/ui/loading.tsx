import { Loader } from '@mantine/core'
import { IconCloudOff } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslations } from '../i18n/index.ts'
import { EmptyState } from './empty-state.tsx'
import { LinkButton } from './link-button.tsx'
import styles from './loading.module.css'
import { useConnection } from './use-connection.ts'

/**
 * Nothing for 300 ms, then a quiet spinner: most answers come before it would appear. Without a network it says that the
 * screen needs one; what the screen asks for waits, and comes by itself.
 * @param screen the name of the screen that loads, where nothing else on the page has a heading
 * @param wholePage whether the screen is not known yet, and has no name
 */
export function Loading({ screen, wholePage = false }: { screen?: string; wholePage?: boolean }) {
  const t = useTranslations('common')
  const { isOnline } = useConnection()
  const [isLate, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300)
    return () => clearTimeout(timer)
  }, [])
  return (
    <>
      {screen && <h1 className="sr-only">{screen}</h1>}
      {isLate && !isOnline ? (
        <NeedsNetwork wholePage={wholePage} />
      ) : (
        <div className={styles.loading} role="status" aria-busy="true" aria-label={t('loading')}>
          {isLate && <Loader color="var(--brand)" size="sm" />}
        </div>
      )}
    </>
  )
}

/** For the router, while the code of a screen is on its way. */
export const LoadingScreen = () => <Loading wholePage />

function NeedsNetwork({ wholePage }: { wholePage: boolean }) {
  const t = useTranslations('offline.needsNetwork')
  return (
    <EmptyState
      wholePage={wholePage}
      icon={<IconCloudOff size={28} stroke={1.6} aria-hidden />}
      title={t('title')}
      text={t('text')}
      action={
        <LinkButton to="/app/snap" look="tonal">
          {t('snap')}
        </LinkButton>
      }
    />
  )
}
