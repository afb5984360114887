import type { Text } from '../../language.ts'
import { type AllowedReliefs, flatLines } from '../../law/allowed-reliefs.ts'
import { type Claimable, claimable } from '../../law/claimable.ts'
import { findRelief } from '../../law/tree.ts'
import type { TaxYear } from '../../law/year.ts'
import { say } from '../../texts/index.ts'
import type { ClaimWarning } from '../claim-views.ts'
import { documentsFor } from '../documents.ts'
import type { ClaimedPart, YearReceipts } from '../spend.ts'
import { about, type WarningCode, warning } from './warning.ts'

/** What the user should check in the receipts before claiming. */
export function receiptWarnings(claim: {
  year: TaxYear
  receipts: YearReceipts
  /** The parts that the law does not exclude: nothing more is asked about the others. */
  counted: readonly ClaimedPart[]
  allowed: AllowedReliefs
}): ClaimWarning[] {
  const { year, receipts, counted, allowed } = claim
  const { parts } = receipts
  const claimables = new Map<string, Claimable | undefined>()
  for (const { relief } of parts) {
    if (!claimables.has(relief)) claimables.set(relief, claimable(year, relief))
  }
  const name = (code: string): Text => findRelief(year, code) ?? { en: code, ms: code }
  const needs = (part: ClaimedPart, what: 'certificate' | 'own-name') =>
    claimables.get(part.relief)?.needs.includes(what) ?? false

  return [
    ...damagedReceipts(receipts),
    ...forAll(
      parts,
      'duplicate_suspect',
      ({ row }) => row.duplicateSuspects > 0,
      say(({ warnings }) => warnings.duplicateSuspect),
    ),
    ...certificatesMissing(),
    ...perRelief(
      counted,
      'own_name_needed',
      (part) => needs(part, 'own-name'),
      (code) => say(({ warnings }, of) => warnings.ownNameNeeded(of(name(code)))),
    ),
    ...forAll(
      parts,
      'company_buyer',
      ({ row }) => row.einvoice === 'company',
      say(({ warnings }) => warnings.companyBuyer),
    ),
    ...perRelief(
      counted,
      'person_missing',
      (part) => needsBeneficiary(claimables.get(part.relief)) && !part.person,
      (code) =>
        say(({ warnings, people }, of) => {
          const possible = claimables.get(code)?.for ?? []
          return warnings.personMissing(of(name(code)), possible.map((person) => people[person]).join(', '))
        }),
    ),
    ...forAll(
      parts,
      'paid_in_another_year',
      ({ row, year: other }) => other === null && wasPaidInAnotherYear(row),
      say(({ warnings }) => warnings.paidInAnotherYear),
    ),
    ...flatLines(allowed.lines).flatMap((line): ClaimWarning[] => {
      const { blockedBy } = line
      if (!blockedBy || line.spentSen <= 0) return []
      const message = say(({ warnings }, of) =>
        warnings.onceOnly(of(name(line.code)), blockedBy.year, year.year),
      )
      return [warning('once_only', message, { relief: line.code, parts: partsFor(parts, line.code) })]
    }),
    ...allowed.unmatched.map(({ code }): ClaimWarning => {
      const message = say(({ warnings }) => warnings.notThisYear(code, year.year))
      return warning('not_this_year', message, { relief: code, parts: partsFor(parts, code) })
    }),
  ]

  /** One for all reliefs, or they would hide the others. */
  function certificatesMissing(): ClaimWarning[] {
    const found = counted.filter((part) => needs(part, 'certificate') && !part.row.certified)
    if (found.length === 0) return []
    const codes = [...new Set(found.map(({ relief }) => relief))]
    const message = say(({ warnings }, of) =>
      warnings.certificatesMissing(
        codes
          .map((code) =>
            warnings.withDocuments(of(name(code)), of(documentsFor(year, code)) || warnings.certificate),
          )
          .join('; '),
      ),
    )
    return [warning('certificate_missing', message, { ...about(codes), parts: found })]
  }
}

function damagedReceipts({ damaged }: YearReceipts): ClaimWarning[] {
  const message = say(({ warnings }) => warnings.receiptDamaged)
  return damaged.length > 0 ? [{ ...warning('record_damaged', message), receipts: damaged }] : []
}

const wasPaidInAnotherYear = ({ date, paidOn }: ClaimedPart['row']) =>
  date !== null && paidOn !== null && date.slice(0, 4) !== paidOn.slice(0, 4)

/** The beneficiary must be stated for a relief that does not cover the claimant. */
const needsBeneficiary = (found: Claimable | undefined) => found !== undefined && !found.for.includes('self')

const partsFor = (parts: readonly ClaimedPart[], code: string) =>
  parts.filter(({ relief }) => relief === code)

/** One warning for each relief concerned. */
function perRelief(
  parts: readonly ClaimedPart[],
  code: WarningCode,
  concerns: (part: ClaimedPart) => boolean,
  message: (relief: string) => Text,
): ClaimWarning[] {
  const found = parts.filter(concerns)
  const reliefs = [...new Set(found.map(({ relief }) => relief))]
  return reliefs.map((relief) => warning(code, message(relief), { relief, parts: partsFor(found, relief) }))
}

/** One warning for all receipts concerned. */
function forAll(
  parts: readonly ClaimedPart[],
  code: WarningCode,
  concerns: (part: ClaimedPart) => boolean,
  message: Text,
): ClaimWarning[] {
  const found = parts.filter(concerns)
  return found.length > 0 ? [warning(code, message, { parts: found })] : []
}
