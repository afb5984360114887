import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { RecurringClaim } from '../../../../server/api-types.ts'
import { recurringQuery, useAnswerRecurring } from '../../api/recurring.ts'
import { useFormats, useTranslations } from '../../i18n/index.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { AskMissing } from '../../ui/recurring/ask.tsx'
import { MissingSentence } from '../../ui/recurring/missing-sentence.tsx'
import { MonthStrip } from '../../ui/recurring/month-strip.tsx'
import { firstOf, inState, useMonthNames } from '../../ui/recurring/months.ts'
import { useYear } from '../../ui/use-year.ts'
import type { Head } from './head.ts'
import { codesOf } from './lines.ts'
import styles from './recurring.module.css'

/** What is paid for a relief again and again, month by month. */
export function Recurring({ head }: { head: Head }) {
  const t = useTranslations('recurring')
  const year = useYear()
  const { data = [] } = useQuery(recurringQuery(year))
  const codes = new Set(head.line ? codesOf(head.line) : [head.code])
  const found = data.filter(({ relief }) => codes.has(relief))
  if (found.length === 0) return null
  return (
    <section aria-labelledby="recurring">
      <h2 id="recurring" className="part-title">
        {t('title')}
      </h2>
      <ul>
        {found.map((series) => (
          <Series key={series.id} series={series} year={year} />
        ))}
      </ul>
    </section>
  )
}

interface Props {
  series: RecurringClaim
  year: number
}

function Series({ series, year }: Props) {
  const t = useTranslations('recurring')
  const { exactMoney } = useFormats()
  const { merchant, months, rhythm, usualSen } = series
  return (
    <li className={styles.series}>
      <div>
        <p className={styles.name}>{merchant}</p>
        <p className="soft dense">
          {t('usual', { amount: exactMoney(usualSen), rhythm: t(`rhythm.${rhythm}`) })}
        </p>
      </div>
      <MonthStrip months={months} />
      <State series={series} year={year} />
    </li>
  )
}

/** What is asked about the months, else what is known of them. */
function State({ series, year }: Props) {
  const t = useTranslations('recurring')
  const names = useMonthNames()
  const missing = inState(series, 'missing')
  return (
    <>
      {missing.length > 0 && (
        <p className="dense">
          {series.reliefSen > 0 ? (
            <MissingSentence series={series} year={year} />
          ) : (
            t('full', { months: names(missing), count: missing.length })
          )}
        </p>
      )}
      {series.reliefSen > 0 && <AskMissing series={series} year={year} />}
      <Waiting series={series} />
      {inState(series, 'covered').length > 0 && <p className="dense">{t('covered')}</p>}
      {series.confirmed > 0 && series.confirmed === series.months.length && series.endedAfter === null && (
        <p className="dense">{t('complete', { count: series.confirmed })}</p>
      )}
      <Said series={series} year={year} />
    </>
  )
}

/** Months whose receipt waits, with the way to it. */
function Waiting({ series }: Pick<Props, 'series'>) {
  const t = useTranslations('recurring')
  const names = useMonthNames()
  const waiting = inState(series, 'to-check')
  const first = series.months.find(({ state }) => state === 'to-check')?.receipts[0]
  if (first === undefined) return null
  return (
    <p className="dense">
      <Link to="/app/check/{-$id}" params={{ id: first }} className={styles.link}>
        {t('waits', { months: names(waiting), count: waiting.length })}
      </Link>
    </p>
  )
}

/** What a person said of the series, to be taken back. */
function Said({ series, year }: Props) {
  const t = useTranslations('recurring')
  const { monthName } = useFormats()
  const names = useMonthNames()
  const answer = useAnswerRecurring(year)
  const { id, endedAfter } = series
  const notPaid = inState(series, 'not-paid')
  if (notPaid.length === 0 && endedAfter === null) return null
  return (
    <div className={styles.said}>
      <p className="dense soft">
        {notPaid.length > 0 && t('said', { months: names(notPaid) })}{' '}
        {endedAfter !== null &&
          t('endedAfter', { month: `${monthName(firstOf(endedAfter))} ${endedAfter.slice(0, 4)}` })}
      </p>
      <Button
        look="text"
        height={44}
        busy={answer.isPending}
        onClick={() =>
          answer.mutate({
            id,
            months: Object.fromEntries(notPaid.map((month) => [month, null])),
            ended: false,
          })
        }
      >
        {t('askAgain')}
      </Button>
      {answer.error && <ProblemNotice error={answer.error} />}
    </div>
  )
}
