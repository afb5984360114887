import { type Element, textAt } from './element.ts'
import { incomplete } from './refusals.ts'

/** Malaysia has had a single time zone without daylight saving since 1982. */
const MALAYSIA_MS = 8 * 3_600_000

const DAY = /^\d{4}-\d{2}-\d{2}$/
const TIME = /^(\d{2}:\d{2}:\d{2})(?:\.\d+)?(Z|[+-]\d{2}:\d{2})?$/

/**
 * Reads the instant of issue and its calendar day in Malaysia. MyInvois uses UTC, so 31 December 16:00 is 1 January
 * of the next year of assessment.
 */
export function readIssue(invoice: Element): { issuedAt: string; day: string } {
  const date = textAt(invoice, 'IssueDate') ?? ''
  const [, time, zone = 'Z'] = textAt(invoice, 'IssueTime')?.match(TIME) ?? []
  if (!DAY.test(date) || !isDay(date)) throw incomplete('IssueDate')
  const at = Date.parse(`${date}T${time}${zone}`)
  if (!time || Number.isNaN(at)) throw incomplete('IssueTime')
  return {
    issuedAt: new Date(at).toISOString(),
    day: new Date(at + MALAYSIA_MS).toISOString().slice(0, 10),
  }
}

/** Date.parse reads 31 February as 3 March. */
function isDay(date: string): boolean {
  const day = new Date(`${date}T00:00:00Z`)
  return (
    !Number.isNaN(day.getTime()) &&
    day.toISOString().startsWith(date) &&
    date >= '1900' &&
    date < '2199-12-31'
  )
}
