import { IconCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { Reminder, Taxpayer, TaxYear } from '../../../../../server/api-types.ts'
import { remindersQuery, taxYearsQuery } from '../../../api/queries.ts'
import { today } from '../../../i18n/day.ts'
import { useFormats, useTranslations } from '../../../i18n/index.ts'
import styles from './calendar.module.css'

interface Entry {
  day: string
  what: string
  text?: string
}

interface Props {
  year: number
  form: 'BE' | 'B'
  taxpayer: Taxpayer
}

/** The days that matter for a year, in their order. What is past stays readable. */
export function Calendar({ year, form, taxpayer }: Props) {
  const t = useTranslations('year.calendar')
  const { shortDay } = useFormats()
  const { data: taxYears = [] } = useQuery(taxYearsQuery)
  const { data: reminders = [] } = useQuery(remindersQuery)
  const known = taxYears.find((one) => one.year === year)
  if (!known) return null
  const now = today()
  const entries = entriesOf(known, form, taxpayer, reminders, t).sort((a, b) => (a.day < b.day ? -1 : 1))
  return (
    <section className={styles.part} aria-labelledby="calendar">
      <h2 id="calendar" className="part-title">
        {t('title')}
      </h2>
      <ol>
        {entries.map(({ day, what, text }) => {
          const isPast = day < now
          return (
            <li key={`${day} ${what}`} className={styles.row} data-past={isPast || undefined}>
              <time dateTime={day} className={styles.day}>
                {shortDay(day)}
              </time>
              <div>
                <p className={styles.what}>
                  {what}
                  {isPast && (
                    <span className={styles.past}>
                      <IconCheck size={16} stroke={2} aria-hidden /> {t('past')}
                    </span>
                  )}
                </p>
                {text && <p className="note">{text}</p>}
              </div>
            </li>
          )
        })}
      </ol>
    </section>
  )
}

function entriesOf(
  { year, filing }: TaxYear,
  form: 'BE' | 'B',
  { facts, retainUntil }: Taxpayer,
  reminders: Reminder[],
  t: ReturnType<typeof useTranslations<'year.calendar'>>,
): Entry[] {
  const named = { year: String(year), form }
  const { dueOn, eFilingUntil } = filing[form]
  const unverified = filing.verified ? '' : ` ${t('unverified')}`
  const asking = reminders.flatMap((one): Entry[] =>
    one.kind === 'ask_for_einvoice' && one.dueOn.startsWith(String(year))
      ? [{ day: one.dueOn, what: t('einvoice'), text: t('einvoiceText', { count: one.receipts.length }) }]
      : [],
  )
  const { filedOn } = facts
  return [
    ...asking,
    { day: `${year}-12-31`, what: t('lastDay', named), text: t('lastDayText') },
    { day: filing.opensOn, what: t('opens', named), text: unverified.trim() },
    ...(filedOn
      ? [{ day: filedOn, what: t('filed') }]
      : [
          { day: dueOn, what: t('due', named), text: t('dueText') + unverified },
          { day: eFilingUntil, what: t('eFiling'), text: t('eFilingText') + unverified },
        ]),
    { day: retainUntil, what: t('keep', named), text: t('keepText') },
  ]
}
