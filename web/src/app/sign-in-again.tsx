import { Modal } from '@mantine/core'
import { signInPath } from '../api/session.ts'
import { useTranslations } from '../i18n/index.ts'
import { AnchorButton } from '../ui/link-button.tsx'

export function SignInAgain() {
  const t = useTranslations('common.ended')
  return (
    <Modal opened onClose={() => {}} withCloseButton={false} title={t('title')}>
      <p>{t('text')}</p>
      <p>
        <AnchorButton href={signInPath(location.pathname + location.search)} full>
          {t('signIn')}
        </AnchorButton>
      </p>
    </Modal>
  )
}
