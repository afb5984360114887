import { type AllowedReliefs, flatLines } from '../law/allowed-reliefs.ts'
import { type Claimable, claimable } from '../law/claimable.ts'
import { findRelief } from '../law/tree.ts'
import type { TaxYear } from '../law/year.ts'
import type { ClaimWarning } from './claim-views.ts'
import type { Counted, YearReceipts } from './spend.ts'

type Code = ClaimWarning['code']

/** What a person should look at before they claim: none of it changes an amount by itself. */
export function warningsOf(claim: {
  year: TaxYear
  receipts: YearReceipts
  allowed: AllowedReliefs
}): ClaimWarning[] {
  const { year, receipts, allowed } = claim
  const { counted } = receipts
  const claimables = new Map<string, Claimable | undefined>()
  for (const { relief } of counted) {
    if (!claimables.has(relief)) claimables.set(relief, claimable(year, relief))
  }
  const name = (code: string) => findRelief(year, code)?.en ?? code
  const needs = (part: Counted, what: 'certificate' | 'own-name') =>
    claimables.get(part.relief)?.needs.includes(what) ?? false

  return [
    ...about(
      counted,
      'duplicate_suspect',
      ({ row }) => row.duplicateSuspects > 0,
      'Another receipt looks like a copy of it: the same expense counts once.',
    ),
    ...byRelief(
      counted,
      'certificate_missing',
      (part) => needs(part, 'certificate') && !part.row.certified,
      (code) => `${name(code)}: needs ${documents(year, code)}, and no certificate is kept with the receipt.`,
    ),
    ...byRelief(
      counted,
      'own_name_needed',
      (part) => needs(part, 'own-name'),
      (code) => `${name(code)}: counts only where the receipt is in your own name. Look whether it is.`,
    ),
    ...about(
      counted,
      'company_buyer',
      ({ row }) => row.einvoice === 'company',
      'Made out to a company: it shows no spending of your own.',
    ),
    ...byRelief(
      counted,
      'person_missing',
      (part) => asksForWhom(claimables.get(part.relief)) && !part.person,
      (code) => `${name(code)}: say for whom it was (${claimables.get(code)?.for.join(', ')}).`,
    ),
    ...about(
      counted,
      'paid_in_another_year',
      ({ row, year: other }) => other === null && isPaidInAnother(row),
      'Dated in another year than it was paid in. It counts in the year of payment.',
    ),
    ...flatLines(allowed.lines).flatMap((line): ClaimWarning[] => {
      if (!line.blockedBy || line.spentSen <= 0) return []
      const message = `${name(line.code)}: claimed for ${line.blockedBy.year} already, so nothing counts for ${year.year}.`
      return [{ code: 'once_only', message, relief: line.code, receipts: idsOf(counted, line.code) }]
    }),
    ...allowed.unmatched.map(({ code }): ClaimWarning => {
      const message = `${code}: no relief of the year of assessment ${year.year}, so it does not count.`
      return { code: 'not_this_year', message, relief: code, receipts: idsOf(counted, code) }
    }),
  ]
}

const isPaidInAnother = ({ date, paidOn }: Counted['row']) =>
  date !== null && paidOn !== null && date.slice(0, 4) !== paidOn.slice(0, 4)

/** Where it matters for whom: not for oneself, or each person has a limit. */
const asksForWhom = (known: Claimable | undefined) => known !== undefined && !known.for.includes('self')

const documents = (year: TaxYear, code: string) =>
  findRelief(year, code)?.evidence.documents.join('; ') || 'a certificate'

const idsOf = (counted: Counted[], code: string) => [
  ...new Set(counted.filter(({ relief }) => relief === code).map(({ row }) => row.id)),
]

/** One warning for each relief it concerns. */
function byRelief(
  counted: Counted[],
  code: Code,
  concerns: (part: Counted) => boolean,
  message: (relief: string) => string,
): ClaimWarning[] {
  const found = counted.filter(concerns)
  const reliefs = [...new Set(found.map(({ relief }) => relief))]
  return reliefs.map((relief) => ({ code, message: message(relief), relief, receipts: idsOf(found, relief) }))
}

/** One warning for all receipts it concerns. */
function about(
  counted: Counted[],
  code: Code,
  concerns: (part: Counted) => boolean,
  message: string,
): ClaimWarning[] {
  const receipts = [...new Set(counted.filter(concerns).map(({ row }) => row.id))]
  return receipts.length > 0 ? [{ code, message, relief: null, receipts }] : []
}
