import { Modal } from '@mantine/core'
import { useEffect, useState } from 'react'
import { onSessionEnd } from '../api/client.ts'
import { forgetSession, signInPath } from '../api/session.ts'
import { useTranslations } from '../i18n/index.ts'
import { AnchorButton } from '../ui/link-button.tsx'

/** The session ended while the person was at work: what they typed is kept, and the sign-in leads back here. */
export function SessionEnded() {
  const t = useTranslations('common.ended')
  const [hasEnded, setEnded] = useState(false)
  useEffect(
    () =>
      onSessionEnd(() => {
        forgetSession()
        setEnded(true)
      }),
    [],
  )
  return (
    <Modal opened={hasEnded} onClose={() => {}} withCloseButton={false} title={t('title')}>
      <p>{t('text')}</p>
      <p>
        <AnchorButton href={signInPath(location.pathname + location.search)} full>
          {t('signIn')}
        </AnchorButton>
      </p>
    </Modal>
  )
}
