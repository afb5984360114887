import type { FieldReading } from '../reading.ts'
import { bareName, endsLegally, isBareSuffix, isNameless, repairName, suffixOf } from './business-names.ts'
import { hasCompanyNumber, kindOf, type LineKind } from './line-kinds.ts'
import { best, type Candidate, type Features } from './rank.ts'
import { type Cell, median, type Row, union } from './rows.ts'

export interface MerchantCandidate extends Candidate {
  name: string
  row: Row
  /** Index of the last row the name covers. */
  lastRow: number
  cells: Cell[]
}

const HEAD_ROWS = 14
const MOST_PLACES = 40
const OWNER =
  /\b(?:OWNED|OWNER|OWN|MANAGED|OPERATED|DIMILIKI|DIURUSKAN|DIKENDALIKAN|TRADING AS)\b.{0,6}\b(?:BY|OLEH|AS)\b/
const FORMER = /\b(?:FORMERLY|KNOWN AS|LICENSEE|FRANCHISEE)\b/

/** A run of text that may be a name: one cell, or the cells of a row together. */
interface Piece {
  text: string
  row: Row
  cells: Cell[]
  height: number
}

function piecesOf(row: Row): Piece[] {
  const whole = { row, cells: row.cells, text: row.cells.map((cell) => cell.text).join(' ') }
  const parts = row.cells.length > 1 ? row.cells.map((cell) => ({ row, cells: [cell], text: cell.text })) : []
  return [whole, ...parts].map((piece) => ({
    ...piece,
    text: repairName(piece.text),
    height: median(piece.cells.map((cell) => cell.bottom - cell.top)),
  }))
}

const isUnbalanced = (text: string) => (text.match(/\(/g) ?? []).length !== (text.match(/\)/g) ?? []).length

const isCloseBelow = (a: Row, b: Row | undefined): b is Row =>
  b !== undefined && a.page === b.page && b.top - a.bottom < 1.5 * (a.bottom - a.top)

type Judge = typeof kindOf

/** Lines are looked at from several candidates; each is judged once. */
function createJudge(): Judge {
  const known = new Map<string, LineKind>()
  return (text) => {
    const kind = known.get(text) ?? kindOf(text)
    known.set(text, kind)
    return kind
  }
}

interface Surroundings {
  rows: Row[]
  /** How many lines that may be names stand above. */
  place: number
  usualHeight: number
  judge: Judge
}

function featuresOf(parts: Piece[], name: string, around: Surroundings): Features {
  const { rows, place, usualHeight, judge } = around
  const features: Features = { bias: 1 }
  const set = (key: string, holds: boolean | number) => {
    if (holds) features[key] = Number(holds)
  }
  const [first, last] = [parts[0], parts.at(-1)]
  if (!first || !last) return features
  const kinds = parts.map((part) => judge(part.text))
  for (const key of Object.keys(kinds[0] ?? {}) as (keyof LineKind)[]) {
    set(
      key,
      kinds.some((kind) => kind[key]),
    )
  }
  const joined = parts.map((part) => part.text).join(' ')
  const suffix = suffixOf(name)
  set(`suffix.${suffix}`, true)
  set('endsLegally', endsLegally(name))
  set('bareSuffix', isBareSuffix(name))
  set(`place.${place < 4 ? place : place < 8 ? 'head' : 'later'}`, true)
  set('part', first.cells.length < first.row.cells.length)
  set('joined2', parts.length === 2)
  set('joined3', parts.length === 3)
  if (parts.length > 1) {
    set('join.suffixLast', isBareSuffix(last.text))
    set('join.bothNamed', parts.filter((part) => suffixOf(part.text) !== 'none').length > 1)
    set(
      'join.legalInside',
      parts.slice(0, -1).some((part) => endsLegally(bareName(part.text))),
    )
    set('join.legalLast', endsLegally(bareName(last.text)) && !isBareSuffix(last.text))
    set('join.noneLegal', !parts.some((part) => endsLegally(bareName(part.text))))
    set('join.heights', Math.min(1, Math.abs(Math.log(last.height / Math.max(first.height, 1e-6)))))
    set(
      'join.open',
      parts.slice(0, -1).some((part) => /[&,+-]$|\bAND$/.test(part.text)),
    )
    set('join.brackets', parts.slice(0, -1).some((part) => isUnbalanced(part.text)) && !isUnbalanced(name))
    set('join.bracket', /^\(/.test(last.text) && !endsLegally(bareName(last.text)))
  }
  const above = rows[first.row.index - 1]
  const below = rows[last.row.index + 1]
  const belowText = below?.text ?? ''
  const belowKind = judge(belowText)
  set('numberSame', hasCompanyNumber(joined))
  set('numberBelow', hasCompanyNumber(belowText) || belowKind.isRegistration)
  set('numberAbove', above !== undefined && hasCompanyNumber(above.text))
  set('addressBelow', belowKind.isAddress)
  set('bareSuffixBelow', isBareSuffix(repairName(belowText)))
  set('legalBelow', endsLegally(bareName(repairName(belowText))))
  set('former', FORMER.test(above?.text ?? '') || FORMER.test(joined))
  set('owner', OWNER.test(joined) || OWNER.test(above?.text ?? ''))
  set('bracketed', /^[("'*]/.test(name) || /^\(.*\)$/.test(joined))
  set('tall', Math.max(-0.5, Math.min(1, Math.log(first.height / Math.max(usualHeight, 1e-6)))))
  set('nameless', isNameless(name))
  set('unbalanced', isUnbalanced(name))
  set('openEnd', /[&,+-]$|\bAND$/.test(last.text))
  const solid = name.replace(/[^A-Z0-9]/g, '').length
  set('short', solid < 5)
  set('ragged', solid < name.replace(/\s/g, '').length * 0.8)
  set('long', name.length > 45)
  set('digits', /\d/.test(name))
  set('colon', /:/.test(joined))
  set('oneWord', !/[A-Z)] ?[A-Z(&]/.test(name.replace(/[A-Z]+/, 'A').slice(1)) && !name.includes(' '))
  set('lowTrust', 1 - Math.min(...parts.flatMap((part) => part.cells.map((cell) => cell.confidence))))
  return features
}

/** Lines, and neighbouring lines joined, that may be the name of the shop. */
export function merchantCandidates(rows: Row[]): MerchantCandidate[] {
  const heights = rows.flatMap((row) => row.cells.map((cell) => cell.bottom - cell.top))
  const usualHeight = median(heights)
  const firstAmount = rows.findIndex((row) => /\d\.\d{2}(?!\d)/.test(row.text))
  const firstPage = rows[0]?.page
  const places = rows.filter(
    (row) =>
      (row.index < HEAD_ROWS && row.page === firstPage) || /\b(?:SDN|BHD|S\/B|BERHAD)\b/.test(row.text),
  )
  const found: MerchantCandidate[] = []
  const judge = createJudge()
  let place = 0
  for (const row of places.slice(0, MOST_PLACES)) {
    const rowKind = judge(row.text)
    for (const piece of piecesOf(row)) {
      const below = rows[row.index + 1]
      const second = isCloseBelow(row, below) ? piecesOf(below)[0] : undefined
      const underneath = rows[row.index + 2]
      const third = second && below && isCloseBelow(below, underneath) ? piecesOf(underneath)[0] : undefined
      const runs = [
        [piece],
        ...(second ? [[piece, second]] : []),
        ...(second && third ? [[piece, second, third]] : []),
      ]
      for (const parts of runs) {
        const name = bareName(parts.map((part) => bareName(part.text)).join(' '))
        if (name.replace(/[^A-Z0-9]/g, '').length < 2) continue
        const features = featuresOf(parts, name, { rows, place, usualHeight, judge })
        if (firstAmount >= 0 && row.index > firstAmount) features.afterAmounts = 1
        found.push({
          name,
          row,
          lastRow: parts.at(-1)?.row.index ?? row.index,
          cells: parts.flatMap((part) => part.cells),
          features,
        })
      }
    }
    if (!rowKind.isFigures && !rowKind.isTitle && !rowKind.isGreeting) place++
  }
  markRivals(found)
  return found
}

/** A brand beside a legal name is judged otherwise than a brand alone. */
function markRivals(found: MerchantCandidate[]) {
  const legal = found.filter((one) => endsLegally(one.name) && !isBareSuffix(one.name))
  const firstLegal = Math.min(...legal.map((one) => one.lastRow))
  const business = found.filter((one) => suffixOf(one.name) === 'business' && !one.features.isAddress)
  const firstBusiness = Math.min(...business.map((one) => one.row.index))
  for (const one of found) {
    if (legal.length > 0) one.features[endsLegally(one.name) ? 'legalRival' : 'legalElsewhere'] = 1
    if (endsLegally(one.name) && one.lastRow > firstLegal) one.features.laterLegal = 1
    if (legal.length === 0 && business.length > 0 && suffixOf(one.name) === 'business') {
      one.features[one.row.index > firstBusiness ? 'laterBusiness' : 'firstBusiness'] = 1
    }
  }
}

/** The name of the shop: its legal name where the paper shows one, else the name at the top. */
export function readMerchant(rows: Row[]): FieldReading<string> | null {
  const found = best('merchant', merchantCandidates(rows))
  if (!found) return null
  const { name, row, cells } = found.candidate
  const trust = Math.min(...cells.map((cell) => cell.confidence))
  return {
    value: name,
    // A name is right only if every letter is: readers are surer of their lines than that.
    confidence: found.chance * trust ** 2,
    page: row.page,
    box: union(cells.map((cell) => cell.box)),
  }
}
