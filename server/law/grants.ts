import type { ChildKind, Relief } from './relief.ts'
import { allReliefs } from './tree.ts'
import type { TaxYear } from './year.ts'

export interface Child {
  /** A calendar day such as 2015-03-09. */
  bornOn: string
  /** Full-time study at some time of the year; the higher of two. */
  study: 'none' | 'pre-university' | 'higher-education'
  disabled: boolean
  married: boolean
  /** The day of the marriage. In its year the law leaves open whether the child is an unmarried one. */
  marriedOn?: string | undefined
  diedOn?: string | undefined
  /** Where the law leaves open what the child grants in the year, the higher amount is claimed. */
  claimIfOpen?: boolean | undefined
  /** The child's own total income, without scholarships and pay under articles. */
  ownIncomeSen: number
  /** Another person who is not the claimant's spouse is entitled too: each gets half (section 48). */
  shared: boolean
}

export interface Spouse {
  disabled: boolean
  /** Whether the spouse has total income of their own. */
  hasIncome: boolean
  /** Gross income from abroad. */
  foreignIncomeSen: number
  /** The marriage, or living together, ended in the year: by death, divorce or separation. */
  endedInYear?: boolean
}

/** The facts that grant the fixed reliefs. */
export interface FamilyFacts {
  /** Reliefs are for residents. Left out: resident. */
  resident?: boolean
  disabled: boolean
  spouse: Spouse | null
  /** The spouse's income is assessed in this person's name. */
  jointly: boolean
  children: Child[]
}

/** A fixed relief as granted. */
export interface Grant {
  people: number
  /** For all people together. */
  amountSen: number
}

/** The fixed reliefs that the facts grant this year, by code. */
export function grants(year: TaxYear, facts: FamilyFacts): Record<string, Grant> {
  const fixed = allReliefs(year).filter((relief) => relief.kind === 'fixed')
  return Object.fromEntries(
    fixed.map(({ code, grantedFor, limitSen }): [string, Grant] => {
      const amountSen = limitSen ?? 0
      if (facts.resident === false) return [code, { people: 0, amountSen: 0 }]
      if (typeof grantedFor === 'object') return [code, childGrant(year, code, facts.children)]
      const holds = grantedFor !== undefined && statusHolds(year, grantedFor, facts)
      return [code, { people: holds ? 1 : 0, amountSen: holds ? amountSen : 0 }]
    }),
  )
}

type Status = Exclude<NonNullable<Relief['grantedFor']>, object>

function statusHolds(year: TaxYear, status: Status, facts: FamilyFacts): boolean {
  const { spouse } = facts
  const spouseCounts =
    spouse !== null &&
    (facts.jointly || !spouse.hasIncome) &&
    (spouse.disabled || spouse.foreignIncomeSen <= year.spouseForeignIncome.upToSen)
  const holds: Record<Status, boolean> = {
    always: true,
    disabled: facts.disabled,
    spouse: spouseCounts,
    'disabled-spouse': spouseCounts && spouse.disabled,
  }
  return holds[status]
}

function childGrant(year: TaxYear, code: string, children: Child[]): Grant {
  const shares = children.flatMap((child) => childReliefs(year, child).filter((share) => share.code === code))
  return { people: shares.length, amountSen: shares.reduce((total, { amountSen }) => total + amountSen, 0) }
}

/** The reliefs that one child grants this year. A disabled child in higher education grants two. */
export function childReliefs(year: TaxYear, child: Child): { code: string; amountSen: number }[] {
  const { bornOn, diedOn, marriedOn, claimIfOpen = false } = child
  // A child who lived for a day of the year was maintained in it.
  if (bornOn > `${year.year}-12-31` || (diedOn !== undefined && diedOn < `${year.year}-01-01`)) return []
  const marriedAllYear = child.married && !isIn(year.year, marriedOn)
  const marriedInYear = isIn(year.year, marriedOn)
  if (marriedAllYear || (marriedInYear && !claimIfOpen)) return []
  const granted = allReliefs(year).filter(
    ({ grantedFor }) => typeof grantedFor === 'object' && fits(grantedFor, child, year.year),
  )
  const totalSen = granted.reduce((total, { limitSen }) => total + (limitSen ?? 0), 0)
  if (child.ownIncomeSen > totalSen) return []
  return granted.map(({ code, limitSen }) => ({
    code,
    amountSen: child.shared ? Math.floor((limitSen ?? 0) / 2) : (limitSen ?? 0),
  }))
}

const isIn = (year: number, day: string | undefined) => day?.startsWith(`${year}-`) ?? false

/**
 * What the law leaves open about a child this year, with the amounts of both readings; undefined if nothing is open or
 * both come to the same. A child who turns 18 in the year is both under 18 and over 18 "at any time in the basis year"
 * (section 48(1)(a), (3)(a)). A child who marries in the year was unmarried for a part of it.
 */
export function openChild(year: TaxYear, child: Child) {
  const amount = (claimIfOpen: boolean) =>
    childReliefs(year, { ...child, claimIfOpen }).reduce((total, { amountSen }) => total + amountSen, 0)
  const [lowerSen, higherSen] = [amount(false), amount(true)]
  if (lowerSen === higherSen) return undefined
  return {
    why: isIn(year.year, child.marriedOn) ? ('marries' as const) : ('turns-18' as const),
    lowerSen,
    higherSen,
  }
}

function fits(kind: ChildKind, child: Child, year: number): boolean {
  if (kind.disabled !== child.disabled) return false
  if (kind.study !== undefined && kind.study !== child.study) return false
  // A child born on 1 January has the same age all year. Born a day later, it was younger for a day.
  const youngerAtSomeTime = (age: number) => child.bornOn > `${year - age}-01-01`
  const olderAtSomeTime = (age: number) => child.bornOn <= `${year - age}-12-31`
  const asStudent = child.claimIfOpen === true && child.study === 'higher-education'
  // In the year of the birthday one reading counts, never both.
  if (
    kind.under !== undefined &&
    (!youngerAtSomeTime(kind.under) || (asStudent && olderAtSomeTime(kind.under)))
  )
    return false
  if (kind.atLeast === undefined || !youngerAtSomeTime(kind.atLeast)) return true
  return asStudent && olderAtSomeTime(kind.atLeast)
}
