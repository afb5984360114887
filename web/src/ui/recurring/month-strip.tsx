import type { RecurringClaim } from '../../../../server/api-types.ts'
import { useFormats } from '../../i18n/index.ts'
import { firstOf } from './months.ts'
import styles from './recurring.module.css'

/** Fewer are no picture. */
const LEAST = 3
/** As calendars print them; `Ogos` would touch its neighbour on a phone. */
const LETTERS = 3

/** The months of a series at a glance; the text beside it says the same. */
export function MonthStrip({ months }: Pick<RecurringClaim, 'months'>) {
  const { shortMonth } = useFormats()
  if (months.length < LEAST) return null
  return (
    <div className={styles.strip} aria-hidden="true">
      {months.map(({ month, state }) => (
        <span key={month} className={styles.month}>
          <span className={styles.mark} data-state={state} />
          {shortMonth(firstOf(month)).slice(0, LETTERS)}
        </span>
      ))}
    </div>
  )
}
