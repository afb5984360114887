import { type AllowedReliefs, flatLines } from '../law/allowed-reliefs.ts'
import { type Claimable, claimable } from '../law/claimable.ts'
import { findRelief } from '../law/tree.ts'
import type { TaxYear } from '../law/year.ts'
import type { ClaimWarning } from './claim-views.ts'
import type { ClaimedPart, YearReceipts } from './spend.ts'

type Code = ClaimWarning['code']

/** What the user should check in the receipts before claiming. No warning changes an amount. */
export function receiptWarnings(claim: {
  year: TaxYear
  receipts: YearReceipts
  allowed: AllowedReliefs
}): ClaimWarning[] {
  const { year, receipts, allowed } = claim
  const { parts } = receipts
  const claimables = new Map<string, Claimable | undefined>()
  for (const { relief } of parts) {
    if (!claimables.has(relief)) claimables.set(relief, claimable(year, relief))
  }
  const name = (code: string) => findRelief(year, code)?.en ?? code
  const needs = (part: ClaimedPart, what: 'certificate' | 'own-name') =>
    claimables.get(part.relief)?.needs.includes(what) ?? false

  return [
    ...damagedReceipts(receipts),
    ...forAll(
      parts,
      'duplicate_suspect',
      ({ row }) => row.duplicateSuspects > 0,
      'Another receipt looks like a copy of this one. An expense may be claimed only once.',
    ),
    ...perRelief(
      parts,
      'certificate_missing',
      (part) => needs(part, 'certificate') && !part.row.certified,
      (code) => `${name(code)}: needs ${documents(year, code)}, and no certificate is kept with the receipt.`,
    ),
    ...perRelief(
      parts,
      'own_name_needed',
      (part) => needs(part, 'own-name'),
      (code) => `${name(code)}: the receipt must be in your own name. Check that it is.`,
    ),
    ...forAll(
      parts,
      'company_buyer',
      ({ row }) => row.einvoice === 'company',
      'The e-invoice was issued to a company, so it does not prove your own expense.',
    ),
    ...perRelief(
      parts,
      'person_missing',
      (part) => needsBeneficiary(claimables.get(part.relief)) && !part.person,
      (code) => `${name(code)}: state who the expense was for (${claimables.get(code)?.for.join(', ')}).`,
    ),
    ...forAll(
      parts,
      'paid_in_another_year',
      ({ row, year: other }) => other === null && wasPaidInAnotherYear(row),
      'The receipt is dated in a different year from the payment. It counts in the year of payment.',
    ),
    ...flatLines(allowed.lines).flatMap((line): ClaimWarning[] => {
      if (!line.blockedBy || line.spentSen <= 0) return []
      const message = `${name(line.code)}: already claimed for ${line.blockedBy.year}, so nothing is allowed for ${year.year}.`
      return [{ code: 'once_only', message, relief: line.code, receipts: idsOf(parts, line.code) }]
    }),
    ...allowed.unmatched.map(({ code }): ClaimWarning => {
      const message = `${code}: the year of assessment ${year.year} has no such relief, so nothing is allowed.`
      return { code: 'not_this_year', message, relief: code, receipts: idsOf(parts, code) }
    }),
  ]
}

function damagedReceipts({ damaged }: YearReceipts): ClaimWarning[] {
  const message =
    'Part of the record of a receipt cannot be read, so it may count for too little. Open it and read it again, or correct it.'
  return damaged.length > 0 ? [{ code: 'record_damaged', message, relief: null, receipts: damaged }] : []
}

const wasPaidInAnotherYear = ({ date, paidOn }: ClaimedPart['row']) =>
  date !== null && paidOn !== null && date.slice(0, 4) !== paidOn.slice(0, 4)

/** The beneficiary must be stated for a relief that does not cover the claimant. */
const needsBeneficiary = (found: Claimable | undefined) => found !== undefined && !found.for.includes('self')

const documents = (year: TaxYear, code: string) =>
  findRelief(year, code)?.evidence.documents.join('; ') || 'a certificate'

const idsOf = (parts: ClaimedPart[], code: string) => [
  ...new Set(parts.filter(({ relief }) => relief === code).map(({ row }) => row.id)),
]

/** One warning for each relief concerned. */
function perRelief(
  parts: ClaimedPart[],
  code: Code,
  concerns: (part: ClaimedPart) => boolean,
  message: (relief: string) => string,
): ClaimWarning[] {
  const found = parts.filter(concerns)
  const reliefs = [...new Set(found.map(({ relief }) => relief))]
  return reliefs.map((relief) => ({ code, message: message(relief), relief, receipts: idsOf(found, relief) }))
}

/** One warning for all receipts concerned. */
function forAll(
  parts: ClaimedPart[],
  code: Code,
  concerns: (part: ClaimedPart) => boolean,
  message: string,
): ClaimWarning[] {
  const receipts = [...new Set(parts.filter(concerns).map(({ row }) => row.id))]
  return receipts.length > 0 ? [{ code, message, relief: null, receipts }] : []
}
