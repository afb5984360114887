import {
  bareName,
  endsLegally,
  isBareSuffix,
  isNameless,
  isOwnerLine,
  repairName,
  suffixOf,
} from './business-names.ts'
import { hasCompanyNumber, kindOf, type LineKind } from './line-kinds.ts'
import type { Features } from './rank.ts'
import type { Cell, Row } from './rows.ts'

const OWNER =
  /\b(?:OWNED|OWNER|OWN|MANAGED|OPERATED|DIMILIKI|DIURUSKAN|DIKENDALIKAN|TRADING AS)\b.{0,6}\b(?:BY|OLEH|AS)\b/
const FORMER = /\b(?:FORMERLY|KNOWN AS|LICENSEE|FRANCHISEE)\b/

const OPEN_END = /[&,+-]$|\bAND$/

/** Text that may be a name: one cell, or all cells of a row joined. */
export interface Piece {
  text: string
  row: Row
  cells: Cell[]
  height: number
}

/** Letters and digits of a name. A Chinese character says as much as two letters. */
export const weightOf = (name: string) =>
  name.replace(/\p{Script=Han}/gu, 'AA').replace(/[^\p{L}\p{N}]/gu, '').length

type NameFeatures = Record<string, boolean | number>
type Judge = typeof kindOf

/** Several candidates share a line; it is classified once. */
export function createJudge(): Judge {
  const known = new Map<string, LineKind>()
  return (text) => {
    const kind = known.get(text) ?? kindOf(text)
    known.set(text, kind)
    return kind
  }
}

export interface Surroundings {
  rows: Row[]
  /** The number of possible names above it. */
  place: number
  usualHeight: number
  judge: Judge
}

const isUnbalanced = (text: string) => (text.match(/\(/g) ?? []).length !== (text.match(/\)/g) ?? []).length

/** The features of a name made of `parts`, consecutive lines: of its text, its neighbours and its position. */
export function featuresOf(parts: Piece[], name: string, around: Surroundings): Features {
  const [first, last] = [parts[0], parts.at(-1)]
  if (!first || !last) return {}
  const features = {
    bias: true,
    ...kindsOf(parts, around.judge),
    ...ofName(name),
    ...(parts.length > 1 ? ofJoin(parts, first, last, name) : {}),
    ...ofPlace(parts, first, last, around),
  }
  const held = Object.entries(features).filter(([, holds]) => holds)
  return Object.fromEntries(held.map(([key, holds]) => [key, Number(holds)]))
}

function kindsOf(parts: Piece[], judge: Judge): NameFeatures {
  const kinds = parts.flatMap((part) => Object.entries(judge(part.text)))
  return Object.fromEntries(kinds.filter(([, holds]) => holds))
}

function ofName(name: string): NameFeatures {
  const solid = weightOf(name)
  return {
    [`suffix.${suffixOf(name)}`]: true,
    endsLegally: endsLegally(name),
    bareSuffix: isBareSuffix(name),
    nameless: isNameless(name),
    unbalanced: isUnbalanced(name),
    short: solid < 5,
    ragged: name.replace(/[^\p{L}\p{N}]/gu, '').length < name.replace(/\s/g, '').length * 0.8,
    long: name.length > 45,
    digits: /\d/.test(name),
    oneWord: !name.includes(' '),
  }
}

function ofJoin(parts: Piece[], first: Piece, last: Piece, name: string): NameFeatures {
  const isLegal = (part: Piece) => endsLegally(bareName(part.text))
  const upper = parts.slice(0, -1)
  return {
    [`joined${parts.length}`]: true,
    'join.suffixLast': isBareSuffix(bareName(last.text)),
    'join.torn': /\bSDN\.?$/.test(upper.at(-1)?.text ?? '') && /^BHD\b/.test(last.text),
    'join.repeats': bareName(last.text).startsWith(bareName(first.text)),
    'join.skip': last.row.index - first.row.index >= parts.length,
    'join.namelessFirst': isNameless(first.text),
    'join.namelessLast': isNameless(bareName(last.text)) && !isBareSuffix(bareName(last.text)),
    'join.bothNamed': parts.filter((part) => suffixOf(part.text) !== 'none').length > 1,
    'join.legalInside': upper.some(isLegal),
    'join.legalLast': isLegal(last) && !isBareSuffix(bareName(last.text)),
    'join.noneLegal': !parts.some(isLegal),
    'join.heights': Math.min(1, Math.abs(Math.log(last.height / Math.max(first.height, 1e-6)))),
    'join.open': upper.some((part) => OPEN_END.test(part.text)),
    'join.brackets': upper.some((part) => isUnbalanced(part.text)) && !isUnbalanced(name),
    'join.bracket': /^\(/.test(last.text) && !isLegal(last),
  }
}

function ofPlace(parts: Piece[], first: Piece, last: Piece, around: Surroundings): NameFeatures {
  const { rows, place, usualHeight, judge } = around
  const joined = parts.map((part) => part.text).join(' ')
  const above = rows[first.row.index - 1]?.text ?? ''
  const below = rows[last.row.index + 1]?.text ?? ''
  return {
    [`place.${place < 4 ? place : place < 8 ? 'head' : 'later'}`]: true,
    part: first.cells.length < first.row.cells.length,
    numberSame: hasCompanyNumber(joined),
    numberBelow: hasCompanyNumber(below) || judge(below).isRegistration,
    numberAbove: hasCompanyNumber(above),
    addressBelow: judge(below).isAddress,
    bareSuffixBelow: isBareSuffix(bareName(repairName(below))),
    legalBelow: endsLegally(bareName(repairName(below))),
    former: FORMER.test(above) || FORMER.test(joined),
    owner: OWNER.test(joined) || OWNER.test(above) || isOwnerLine(joined),
    torn: /\bSDN\.?$/.test(last.text),
    bracketed: /^[("'*]/.test(joined),
    openEnd: OPEN_END.test(last.text),
    colon: joined.includes(':'),
    tall: Math.max(-0.5, Math.min(1, Math.log(first.height / Math.max(usualHeight, 1e-6)))),
    lowTrust: 1 - Math.min(...parts.flatMap((part) => part.cells.map((cell) => cell.confidence))),
  }
}
