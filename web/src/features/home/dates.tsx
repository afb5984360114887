import { IconScale } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { Overview } from '../../../../server/api-types.ts'
import { remindersQuery } from '../../api/queries.ts'
import { useFormats, useTranslations } from '../../i18n/index.ts'
import styles from './part.module.css'

/** What to do until when, and what the law changed for this year. */
export function Dates({ overview }: { overview: Overview }) {
  const t = useTranslations('home')
  const { aboutMoney, shortMoney, nameOf, shortDay } = useFormats()
  const { data: reminders = [] } = useQuery(remindersQuery)
  const { lastDay, changes, year, form } = overview
  const deadlines = reminders.flatMap((one) =>
    one.kind === 'filing_deadline' && one.form === form ? [one] : [],
  )
  if (!lastDay && deadlines.length === 0 && changes.length === 0) return null
  return (
    <section aria-labelledby="dates" className={styles.part}>
      <h2 id="dates" className="part-title">
        {t('dates')}
      </h2>
      <ul>
        {lastDay && (
          <li className={styles.date}>
            <DaySheet day={lastDay.day} />
            <div>
              <p className={styles.what}>{t('reminder.lastDay', { year: String(year) })}</p>
              <p className="note">
                {t('reminder.lastDayText', {
                  amount: shortMoney(lastDay.remainingSen),
                  name: nameOf(lastDay.shortName),
                  saved: aboutMoney(lastDay.savesSen),
                })}
              </p>
            </div>
          </li>
        )}
        {deadlines.map((one) => (
          <li key={one.year} className={styles.date}>
            <DaySheet day={one.dueOn} />
            <div>
              <p className={styles.what}>
                {t('reminder.filing_deadline', { form: one.form, year: String(one.year) })}
              </p>
              <p className="note">{t('reminder.filingUntil', { day: shortDay(one.eFilingUntil) })}</p>
            </div>
          </li>
        ))}
        {changes.slice(0, 2).map((change) => (
          <li key={change.code} className={styles.date}>
            <span className={styles.sheet}>
              <IconScale size={22} stroke={1.6} aria-hidden />
            </span>
            <div>
              <p className={styles.what}>
                {t(change.isNew ? 'newIn' : 'changedIn', {
                  year: String(year),
                  name: nameOf(change.shortName),
                })}
              </p>
              <p className="note">
                {change.limitSen !== null && t('upTo', { amount: shortMoney(change.limitSen) })} s.{' '}
                {change.section}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function DaySheet({ day }: { day: string }) {
  const { shortMonth } = useFormats()
  return (
    <span className={styles.sheet} aria-hidden="true">
      <span>
        <b>{Number(day.slice(8))}</b>
        {shortMonth(day)}
      </span>
    </span>
  )
}
