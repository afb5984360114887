import type { RecurringClaim } from '../../../../server/api-types.ts'
import { useFormats, useTranslations } from '../../i18n/index.ts'

type Month = RecurringClaim['months'][number]

export const inState = ({ months }: RecurringClaim, state: Month['state']): string[] =>
  months.flatMap((one) => (one.state === state ? [one.month] : []))

/** The first day of a month. */
export const firstOf = (month: string) => `${month}-01`

const numberOf = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5))

/** Three or more months in a row are named by the first and the last. */
const SHORT_RUN = 2

/** Runs of months that follow each other: `[[2026-04], [2026-07, 2026-08]]`. */
function runsOf(months: readonly string[]): string[][] {
  const runs: string[][] = []
  for (const month of months) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (run && last && numberOf(month) === numberOf(last) + 1) run.push(month)
    else runs.push([month])
  }
  return runs
}

/** Names months in a sentence: `April and July to September`. */
export function useMonthNames(): (months: readonly string[]) => string {
  const t = useTranslations('recurring')
  const { monthName, listOf } = useFormats()
  const nameOf = (month: string | undefined) => (month ? monthName(firstOf(month)) : '')
  return (months) =>
    listOf(
      runsOf(months).flatMap((run) =>
        run.length > SHORT_RUN
          ? [t('range', { from: nameOf(run[0]), to: nameOf(run.at(-1)) })]
          : run.map(nameOf),
      ),
    )
}
