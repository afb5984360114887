import { useTranslations } from '../../i18n/index.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { LinkButton } from '../../ui/link-button.tsx'

/** The counter has run to zero. */
export function AllDone({ done }: { done: number }) {
  const t = useTranslations('check')
  return (
    <EmptyState
      wholePage
      title={t('allDone')}
      text={t('allDoneText')}
      action={
        <LinkButton to="/" look={done > 0 ? 'filled' : 'tonal'}>
          {t('toHome')}
        </LinkButton>
      }
    />
  )
}
