import { IconMapQuestion } from '@tabler/icons-react'
import { useTranslations } from '../i18n/index.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { LinkButton } from '../ui/link-button.tsx'

export function NotFound() {
  const t = useTranslations('common.notFound')
  return (
    <EmptyState
      wholePage
      icon={<IconMapQuestion size={28} stroke={1.6} aria-hidden />}
      title={t('title')}
      text={t('text')}
      action={<LinkButton to="/">{t('home')}</LinkButton>}
    />
  )
}
