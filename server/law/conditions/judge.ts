import type { Beneficiary, Relief } from '../relief.ts'
import { allReliefs } from '../tree.ts'
import type { TaxYear } from '../year.ts'
import { type Condition, type Exclusion, find, type Question } from './condition.ts'
import type { Household } from './household.ts'
import { conditionTable, type Row } from './table.ts'

/** What the facts say of expenses for a relief and a person. */
export interface Judgment {
  /** The law excludes them. */
  excluded: Exclusion | null
  /** The facts leave open whether they count. */
  open: Question[]
  section: string
}

/** The rows of a relief that hold in a year. */
export const rowsOf = (code: string, year: number): Row[] =>
  (conditionTable[code] ?? []).filter(({ from = 0, until = 9999 }) => from <= year && year <= until)

/** Judges expenses by the facts: what the law excludes, and what the facts leave open. */
export function createJudge(year: TaxYear, household: Household) {
  const reliefs = new Map(allReliefs(year).map((relief) => [relief.code, relief]))
  const known = new Map<string, Map<Beneficiary | null, Judgment | null>>()

  function judge(relief: Relief, person: Beneficiary | null): Judgment {
    const findings = conditionsFor(relief, person, year.year).map((one) => find(one, person, household))
    return {
      excluded: findings.flatMap(({ excluded }) => excluded ?? [])[0] ?? null,
      open: findings.flatMap(({ open }) => open ?? []),
      section: relief.section,
    }
  }

  /** null: no relief of the year, so that no condition is known. */
  return function judgmentOf(code: string, person: Beneficiary | null): Judgment | null {
    const ofCode = known.get(code) ?? new Map<Beneficiary | null, Judgment | null>()
    known.set(code, ofCode)
    const found = ofCode.get(person)
    if (found !== undefined) return found
    const relief = reliefs.get(code)
    const judgment = relief ? judge(relief, person) : null
    ofCode.set(person, judgment)
    return judgment
  }
}

export type Judge = ReturnType<typeof createJudge>

/** Those of the relief itself, of the person it was for, and of every relief. */
function conditionsFor(relief: Relief, person: Beneficiary | null, year: number): Condition[] {
  const own = rowsOf(relief.code, year).flatMap((row) => ('conditions' in row ? row.conditions : []))
  const needs = new Set(own.map((condition) => condition.needs))
  if (needs.has('disabled-user')) return [{ needs: 'residence' }, ...own]
  const ofPerson = personConditions(relief, person).filter((condition) => !needs.has(condition.needs))
  return [{ needs: 'residence' }, ...own, ...ofPerson]
}

/** Whoever an expense was for must be there. */
function personConditions(relief: Relief, person: Beneficiary | null): Condition[] {
  if (person === 'spouse') return [{ needs: 'spouse' }]
  if (person === 'child') return [{ needs: 'child' }]
  // Equipment may be for a parent anywhere; treatment and sport only for one who lives in Malaysia.
  if (person === 'parent')
    return [{ needs: relief.code === 'disabled-equipment' ? 'parents' : 'parents-in-malaysia' }]
  return []
}
