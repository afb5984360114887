import { useFormats, useTranslations } from '../../../i18n/index.ts'
import { LinkButton } from '../../../ui/link-button.tsx'
import { useInterview } from '../interview/use-interview.ts'
import styles from '../year.module.css'

/** How many cards of the interview are answered, and the way on; on a desk the cards stand beside the year. */
export function InterviewProgress({ year }: { year: number }) {
  const t = useTranslations('year.progress')
  const interview = useTranslations('interview.cards')
  const { number } = useFormats()
  const { cards } = useInterview(year)
  if (cards.length === 0) return null
  const open = cards.filter(({ isAnswered }) => !isAnswered)
  return (
    <div className={styles.progress}>
      <div>
        <p className={styles.answered}>
          {t('done', { done: number(cards.length - open.length), total: number(cards.length) })}
        </p>
        {open.length > 0 && (
          <p className="soft">{t('left', { names: open.map(({ id }) => interview(id)).join(', ') })}</p>
        )}
      </div>
      <LinkButton to="/app/year/interview/{-$card}" look={open.length > 0 ? 'filled' : 'text'}>
        {t(open.length > 0 ? 'go' : 'all')}
      </LinkButton>
    </div>
  )
}
