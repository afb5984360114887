import { IconCloudOff } from '@tabler/icons-react'
import { useTranslations } from '../i18n/index.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'

/** The server does not answer, so nobody knows who is signed in. */
export function Away({ onRetry }: { onRetry: () => void }) {
  const t = useTranslations('common')
  return (
    <main>
      <EmptyState
        wholePage
        icon={<IconCloudOff size={28} stroke={1.6} aria-hidden />}
        title={t('appName')}
        text={t('problem.offline')}
        action={<Button onClick={onRetry}>{t('retry')}</Button>}
      />
    </main>
  )
}
