import { IconAlertCircle } from '@tabler/icons-react'
import { useTranslations } from '../i18n/index.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'

/** A screen that failed to render; the rest of the app still works. */
export function Broken() {
  const t = useTranslations('common')
  return (
    <EmptyState
      wholePage
      icon={<IconAlertCircle size={28} stroke={1.6} aria-hidden />}
      title={t('broken.title')}
      text={t('broken.text')}
      action={<Button onClick={() => location.reload()}>{t('reload')}</Button>}
    />
  )
}
