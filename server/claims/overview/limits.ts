import { type AllowedReliefs, flatLines } from '../../law/allowed-reliefs.ts'
import type { Relief } from '../../law/relief.ts'
import { allReliefs } from '../../law/tree.ts'
import type { TaxYear } from '../../law/year.ts'
import type { LimitUse } from './views.ts'

const NEAREST = 3
const LOOK_FOR = 5
/** What most households buy, in the order worth looking through; codes a year does not have are skipped. */
const COMMON = [
  'lifestyle',
  'childcare-fees',
  'medical-dental',
  'sports',
  'medical-checkup',
  'medical-vaccination',
  'parents-medical',
  'education-self',
]

export interface Limits {
  nearest: LimitUse[]
  lookFor: LimitUse[]
}

/** How much of each limit that receipts or statements count towards is used, and would be with the suggestions. */
export function limitsOf(year: TaxYear, allowed: AllowedReliefs, withSuggestions: AllowedReliefs): Limits {
  const suggested = new Map(flatLines(withSuggestions.lines).map((line) => [line.code, line.allowedSen]))
  const lines = new Map(flatLines(allowed.lines).map((line) => [line.code, line]))
  const useOf = (relief: Relief): LimitUse[] => {
    const line = lines.get(relief.code)
    if (!line || line.limitSen === null || line.remainingSen === null || line.limitSen === 0) return []
    const usedSen = line.allowedSen
    return [
      {
        code: relief.code,
        shortName: relief.shortName,
        hint: relief.hint ?? null,
        section: relief.section,
        usedSen,
        suggestedSen: Math.max(0, (suggested.get(relief.code) ?? 0) - usedSen),
        limitSen: line.limitSen,
        remainingSen: line.remainingSen,
      },
    ]
  }
  const inUse = year.reliefs
    .flatMap(collected)
    .flatMap(useOf)
    .filter((use) => use.usedSen + use.suggestedSen > 0)
  const byCode = new Map(allReliefs(year).map((relief) => [relief.code, relief]))
  const unused = COMMON.flatMap((code) => byCode.get(code) ?? [])
    .flatMap(useOf)
    .filter((use) => use.usedSen + use.suggestedSen === 0)
  return { nearest: inUse.sort(nearestFirst).slice(0, NEAREST), lookFor: unused.slice(0, LOOK_FOR) }
}

/**
 * The reliefs that somebody collects receipts or statements for. Where the employer deducts a part of one (EPF and life
 * insurance), its other parts stand alone: their limits are what can still be used.
 */
const collected = (relief: Relief): Relief[] => {
  if (relief.withheld || relief.kind === 'fixed') return []
  return relief.children.some(({ withheld }) => withheld) ? relief.children.flatMap(collected) : [relief]
}

const share = ({ usedSen, suggestedSen, limitSen }: LimitUse) =>
  Math.min(1, (usedSen + suggestedSen) / limitSen)
const isFull = ({ remainingSen }: LimitUse) => remainingSen === 0

/** A full limit needs no attention, so it comes last. */
const nearestFirst = (a: LimitUse, b: LimitUse) =>
  Number(isFull(a)) - Number(isFull(b)) || share(b) - share(a)
