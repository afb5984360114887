import { type Finding, fine, warning } from '../../finding.ts'
import type { PageLimits } from '../../receipts/page-budget.ts'

/** Above this share of a limit somebody should look at it before it is reached. */
const MUCH = 0.8

/** How much of what may be spent on pages in this month is spent. */
export function checkPageUse(used: number, { perDay, perMonth }: PageLimits): Finding {
  const said = `${used} of ${perMonth} pages were read with Textract this month; ${perDay} a day for one person`
  if (used < perMonth * MUCH) return fine(said)
  const then = used >= perMonth ? 'further receipts wait for the next month' : 'beyond that receipts wait'
  return warning(`${said}; ${then}`, 'raise TEXTRACT_PAGES_PER_MONTH if that is what you mean to spend')
}
