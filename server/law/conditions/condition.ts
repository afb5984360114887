import type { Beneficiary } from '../relief.ts'
import type { ChildOfYear, Household } from './household.ts'

/** What the facts of a household must say for an expense to count. */
export type Condition =
  | { needs: 'child'; ageUpTo?: number }
  | { needs: 'mother' }
  | { needs: 'spouse' }
  | { needs: 'former-wife' }
  | { needs: 'disabled-user' }
  | { needs: 'parents-in-malaysia' }
  | { needs: 'parents' }
  | { needs: 'home-without-rent' }
  | { needs: 'residence' }

/** Why the facts exclude an expense. */
export type Exclusion =
  | { why: 'no-child' | 'no-spouse' | 'not-mother' | 'no-former-wife' | 'nobody-disabled' }
  | { why: 'no-parents' | 'parents-abroad' | 'not-resident' }
  | { why: 'child-too-old'; age: number }

/** What the facts leave open. */
export type Question =
  | { ask: 'children' | 'sex' | 'marital-status' | 'disabled' | 'parents' | 'parents-part' | 'rent' }
  /** The day on which the youngest child became too old: what was paid before it counts. */
  | { ask: 'birthday'; age: number; day: string }

export interface Finding {
  excluded?: Exclusion
  open?: Question
}

const holds: Finding = {}
const excluded = (exclusion: Exclusion): Finding => ({ excluded: exclusion })
const open = (question: Question): Finding => ({ open: question })

/** Whether a condition holds, is contradicted, or is left open by what is known. */
export function find(condition: Condition, person: Beneficiary | null, household: Household): Finding {
  const { sex, maritalStatus, spouse, parents } = household
  switch (condition.needs) {
    case 'residence':
      return household.resident === false ? excluded({ why: 'not-resident' }) : holds
    case 'child':
      return child(household, condition.ageUpTo)
    case 'mother':
      if (sex === undefined) return open({ ask: 'sex' })
      return sex === 'female' ? holds : excluded({ why: 'not-mother' })
    case 'spouse':
      if (spouse === undefined) return open({ ask: 'marital-status' })
      return spouse === null ? excluded({ why: 'no-spouse' }) : holds
    case 'former-wife':
      // A widower or a husband may have a former wife; somebody single has none.
      if (maritalStatus === 'single' || sex === 'female') return excluded({ why: 'no-former-wife' })
      return maritalStatus === undefined ? open({ ask: 'marital-status' }) : holds
    case 'disabled-user':
      return disabledUser(household, person)
    case 'parents':
    case 'parents-in-malaysia':
      // Of grandparents nothing is asked.
      if (person === 'grandparent') return holds
      if (parents === undefined) return open({ ask: 'parents' })
      if (parents.partOfYear) return open({ ask: 'parents-part' })
      if (parents.living === 0) return excluded({ why: 'no-parents' })
      return condition.needs === 'parents' || parents.inMalaysia ? holds : excluded({ why: 'parents-abroad' })
    case 'home-without-rent':
      return household.rentSen > 0 ? open({ ask: 'rent' }) : holds
  }
}

const isAlive =
  (year: number) =>
  ({ bornOn, diedOn }: ChildOfYear) =>
    bornOn <= `${year}-12-31` && (diedOn === undefined || diedOn >= `${year}-01-01`)

function child({ year, children }: Household, ageUpTo: number | undefined): Finding {
  if (children === undefined) return open({ ask: 'children' })
  const living = children.filter(isAlive(year))
  if (living.length === 0) return excluded({ why: 'no-child' })
  if (ageUpTo === undefined) return holds
  const youngest = living.map(({ bornOn }) => bornOn).reduce((a, b) => (a > b ? a : b))
  const tooOldFrom = `${year - ageUpTo - 1}`
  // A child born on 1 January has the same age all year.
  if (youngest <= `${tooOldFrom}-01-01`) return excluded({ why: 'child-too-old', age: ageUpTo })
  if (youngest > `${tooOldFrom}-12-31`) return holds
  return open({ ask: 'birthday', age: ageUpTo + 1, day: birthdayIn(year, youngest) })
}

/** Who was born on 29 February is a year older on 1 March. */
function birthdayIn(year: number, bornOn: string): string {
  const day = `${year}-${bornOn.slice(5)}`
  const isReal = !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day)
  return isReal ? day : `${year}-03-01`
}

/** Whoever uses the equipment must be registered with JKM. Without a person, it may be any of them. */
function disabledUser(household: Household, person: Beneficiary | null): Finding {
  const { disabled, spouse, children, parents, year } = household
  const registered: Partial<Record<Beneficiary, boolean | undefined>> = {
    self: disabled,
    spouse: spouse === null ? false : spouse?.disabled,
    child: children?.some((one) => isAlive(year)(one) && one.disabled),
    parent: parents?.living === 0 && !parents.partOfYear ? false : parents?.disabled,
  }
  const asked = person === null ? Object.values(registered) : [registered[person]]
  if (asked.includes(true)) return holds
  return asked.includes(undefined) ? open({ ask: 'disabled' }) : excluded({ why: 'nobody-disabled' })
}
