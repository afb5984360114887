import { useTranslations } from '../../../i18n/index.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { LinkButton } from '../../../ui/link-button.tsx'
import type { Card } from './screens.ts'

/** The last card is behind; what is open can wait. */
export function Done({ cards }: { cards: readonly Card[] }) {
  const t = useTranslations('interview.done')
  const count = cards.filter(({ isAnswered }) => !isAnswered).length
  return (
    <EmptyState
      wholePage
      title={t(count > 0 ? 'open' : 'title')}
      text={count > 0 ? t('openText', { count }) : t('text')}
      action={<LinkButton to="/app/year">{t('toYear')}</LinkButton>}
    />
  )
}
