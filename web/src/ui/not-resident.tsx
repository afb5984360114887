import { IconCalendarEvent } from '@tabler/icons-react'
import type { Claims } from '../../../server/api-types.ts'
import { useTranslations } from '../i18n/index.ts'
import { EmptyState } from './empty-state.tsx'
import { LinkButton } from './link-button.tsx'

/** Whether the person has said to be no tax resident, and so files another form. */
export const isNotResident = ({ warnings }: Claims) => warnings.some(({ code }) => code === 'not_resident')

/** In place of the lines of a form that residents file. */
export function NotResident({ year }: { year: number }) {
  const t = useTranslations('year')
  return (
    <EmptyState
      wholePage
      icon={<IconCalendarEvent size={28} stroke={1.7} aria-hidden />}
      title={t('notResident.title', { year: String(year) })}
      text={t('notResident.text')}
      action={
        <LinkButton to="/app/year/interview/{-$card}" params={{ card: 'work' }}>
          {t('warnings.cure.facts')}
        </LinkButton>
      }
    />
  )
}
