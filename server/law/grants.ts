import type { ChildKind, Relief } from './relief.ts'
import { allReliefs } from './tree.ts'
import type { TaxYear } from './year.ts'

export interface Child {
  /** A calendar day such as 2015-03-09. */
  bornOn: string
  /** Full-time study. */
  study: 'none' | 'pre-university' | 'higher-education'
  disabled: boolean
  married: boolean
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
}

/** The facts that grant the fixed reliefs. */
export interface FamilyFacts {
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
    (spouse.disabled || spouse.foreignIncomeSen <= year.spouseForeignIncomeUpToSen)
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
  if (child.married || child.bornOn > `${year.year}-12-31`) return []
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

function fits(kind: ChildKind, child: Child, year: number): boolean {
  if (kind.disabled !== child.disabled) return false
  if (kind.study !== undefined && kind.study !== child.study) return false
  // A child born on 1 January has the same age all year. Born a day later, it was younger for a day.
  const youngerAtSomeTime = (age: number) => child.bornOn > `${year - age}-01-01`
  if (kind.under !== undefined && !youngerAtSomeTime(kind.under)) return false
  return kind.atLeast === undefined || !youngerAtSomeTime(kind.atLeast)
}
