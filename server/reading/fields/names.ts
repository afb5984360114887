import { union } from '../boxes.ts'
import type { FieldReading } from '../reading.ts'
import { hasLegalForm, isBareSuffix } from './business-names.ts'
import { type MerchantCandidate, merchantCandidates, type Said } from './merchant.ts'
import { best } from './rank.ts'
import type { Row } from './rows.ts'

export interface Names {
  /** As printed: the legal name where there is one, else the name at the top. */
  merchant: FieldReading<string> | null
  /** The name the shop trades under. */
  brand: FieldReading<string> | null
  /** The registered name of the company. */
  legalName: FieldReading<string> | null
}

/** Least score of a second name; what is less likely is an address or a slogan. */
const LEAST_SECOND = 0.5

/** Reads the names on a receipt: the merchant, and beside it the other name, trade or legal, where one is printed. */
export function readNames(rows: Row[], said: Said = {}): Names {
  const candidates = merchantCandidates(rows, said)
  const found = best('merchant', candidates)
  if (!found) return { merchant: null, brand: null, legalName: null }
  const { candidate, chance } = found
  const merchant = readingOf(candidate, chance)
  const isLegal = hasLegalForm(candidate.name)
  const { numberSame, numberBelow } = candidate.features
  // A business of one person is registered under the name it trades under.
  const isRegistered = !candidates.some(({ name }) => hasLegalForm(name)) && (numberSame || numberBelow)
  const second = secondOf(candidates, candidate, isLegal)
  return {
    merchant,
    brand: isLegal ? second : merchant,
    legalName: isLegal || isRegistered ? merchant : second,
  }
}

/** The most likely name of the other kind that shares no line with the merchant. */
function secondOf(
  candidates: MerchantCandidate[],
  merchant: MerchantCandidate,
  isLegal: boolean,
): FieldReading<string> | null {
  const isApart = (one: MerchantCandidate) =>
    one.lastRow < merchant.row.index || one.row.index > merchant.lastRow
  const others = candidates.filter(
    (one) => isApart(one) && hasLegalForm(one.name) !== isLegal && !isBareSuffix(one.name),
  )
  // Without the features that weigh it against the merchant.
  const apart = others.map((one) => {
    const { legalElsewhere, laterLegal, legalBelow, numberBelow, place, ...features } = one.features
    return { ...one, features }
  })
  const found = best('merchant', apart)
  return found && found.chance >= LEAST_SECOND ? readingOf(found.candidate, found.chance) : null
}

function readingOf({ name, row, cells }: MerchantCandidate, chance: number): FieldReading<string> {
  const trust = Math.min(...cells.map((cell) => cell.confidence))
  return {
    value: name,
    // A name is right only if every letter is, so the reader's confidence in the line is too high for it.
    confidence: chance * trust ** 2,
    page: row.page,
    box: union(cells.map((cell) => cell.box)),
  }
}
