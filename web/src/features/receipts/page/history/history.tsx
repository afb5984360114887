import type { Receipt } from '../../../../../../server/api-types.ts'
import { clock, dayAt, thisYear } from '../../../../i18n/day.ts'
import { useFormats, useTranslations } from '../../../../i18n/index.ts'
import styles from '../receipt-sheet.module.css'
import { eventsOf } from './events.ts'
import { useEventText } from './use-event-text.ts'

/** What happened to a receipt, in words: a day is written where it begins. */
export function History({ receipt }: { receipt: Receipt }) {
  const t = useTranslations('receipts.page')
  const { dayOfYear, shortDay } = useFormats()
  const textOf = useEventText(receipt)
  const events = eventsOf(receipt)
  const dayText = (day: string) => (day.startsWith(String(thisYear())) ? dayOfYear(day) : shortDay(day))
  return (
    <section aria-labelledby="happened">
      <h2 id="happened" className="part-title">
        {t('happened')}
      </h2>
      <ol className={styles.history}>
        {events.map((event, index) => {
          const day = dayAt(event.at)
          const before = events[index - 1]
          const isNewDay = !before || dayAt(before.at) !== day
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: two events may be alike; their order never changes
            <li key={index}>
              <time dateTime={event.at}>
                {isNewDay ? `${dayText(day)}, ${clock(event.at)}` : clock(event.at)}
              </time>
              <span>{textOf(event)}</span>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
