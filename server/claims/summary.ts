import { type AllowedReliefs, allowedReliefs, flatLines, type ReliefLine } from '../law/allowed-reliefs.ts'
import { grants } from '../law/grants.ts'
import { totalIncome } from '../law/income.ts'
import { sum } from '../law/money.ts'
import type { Relief } from '../law/relief.ts'
import type { Taxpayer } from '../law/taxpayer.ts'
import { allReliefs } from '../law/tree.ts'
import type { FormKind, TaxYear } from '../law/year.ts'
import { ringgitOf } from '../receipts/model.ts'
import { formOf } from '../taxpayer/facts.ts'
import type { ClaimLine, ClaimSummary } from './claim-views.ts'
import { claimantOf } from './estimate/assess.ts'
import type { Counted } from './spend.ts'
import { warningsOf } from './warnings.ts'
import type { YearClaim } from './year-claim.ts'
import type { Row } from './year-rows.ts'

/** What is claimed in a year, and what stands in the way of claiming more. */
export function summarize(claim: YearClaim): ClaimSummary {
  const { year, receipts, facts } = claim
  const { counted, rows } = receipts
  const form = formOf(facts)
  const { claimant, people } = claimantOf(year, claim.couple, facts.assessment ?? 'separate')
  const allowed = allowedOf(year, claimant)
  const withSuggestions = claimantOf(year, claim.withSuggestions, facts.assessment ?? 'separate')
  const possible = allowedOf(year, withSuggestions.claimant)
  const behind = behindOf(counted)
  const confirmed = rows.filter(({ status }) => status === 'confirmed')
  const unconfirmed = rows.filter(({ status }) => status !== 'confirmed')
  const refused = confirmed.flatMap(({ allocations }) => allocations.filter(({ relief }) => relief === null))
  const undecided = confirmed.flatMap((row) => {
    const rest = restOf(row)
    return rest === 0 ? [] : [{ id: row.id, sen: rest }]
  })
  const gifts = people.flatMap((person) => totalIncome(year, person).gifts.lines)
  return {
    year: year.year,
    form,
    reliefs: toLines(year, form, allowed, possible, behind),
    allowedSen: allowed.allowedSen,
    withSuggestionsSen: possible.allowedSen,
    gifts: year.gifts.heads.flatMap(({ code, en, ms, section, verified }) => {
      const lines = gifts.filter((gift) => gift.code === code)
      const givenSen = sum(lines.map((line) => line.givenSen))
      if (givenSen === 0) return []
      const allowedSen = sum(lines.map((line) => line.allowedSen))
      return [{ code, en, ms, section, verified, givenSen, allowedSen, receipts: behind.get(code) ?? [] }]
    }),
    rebates: year.rebates.flatMap(({ code, en, ms, section, verified }) => {
      const paidSen = (claimant.paid[code] ?? 0) + sum(claimant.trips[code]?.paidSen ?? [])
      return paidSen ? [{ code, en, ms, section, verified, paidSen, receipts: behind.get(code) ?? [] }] : []
    }),
    notClaimed: {
      receipts: confirmed.filter((row) => row.allocations.some(({ relief }) => relief === null)).length,
      sen: sum(refused.map(({ sen }) => sen)),
    },
    undecided: { receipts: undecided, sen: sum(undecided.map(({ sen }) => sen)) },
    unconfirmed: {
      sen: sum(unconfirmed.map((row) => ringgitOf(row) ?? 0)),
      receipts: unconfirmed.map((row) => ({
        id: row.id,
        sen: ringgitOf(row),
        suggested: row.suggested ?? [],
      })),
    },
    warnings: [...warningsOf({ year, receipts, allowed }), ...claim.warnings],
  }
}

export const allowedOf = (year: TaxYear, claimant: Taxpayer): AllowedReliefs =>
  allowedReliefs(year, { ...claimant, granted: grants(year, claimant) })

/** The part of a receipt nobody has decided on. */
const restOf = (row: Row) => (ringgitOf(row) ?? 0) - sum(row.allocations.map(({ sen }) => sen))

function behindOf(counted: Counted[]) {
  const behind = new Map<string, { id: string; sen: number }[]>()
  for (const { relief, sen, row } of counted) {
    const known = behind.get(relief)
    if (known) known.push({ id: row.id, sen })
    else behind.set(relief, [{ id: row.id, sen }])
  }
  return behind
}

/** The item of the form; a year whose form is not out yet has none of its own. */
export const formItemOf = ({ formItems }: Pick<Relief, 'formItems'>, form: FormKind) =>
  formItems[form] ?? formItems.BE ?? formItems.TP3 ?? null

function toLines(
  year: TaxYear,
  form: FormKind,
  allowed: AllowedReliefs,
  possible: AllowedReliefs,
  behind: Map<string, { id: string; sen: number }[]>,
): ClaimLine[] {
  const reliefs = new Map(allReliefs(year).map((relief) => [relief.code, relief]))
  const withSuggestions = new Map(flatLines(possible.lines).map((line) => [line.code, line.allowedSen]))
  const toLine = (line: ReliefLine): ClaimLine[] => {
    const relief = reliefs.get(line.code)
    if (!relief) return []
    const {
      code,
      section,
      verified,
      spentSen,
      allowedSen,
      limitSen,
      remainingSen,
      alternativeUsed,
      blockedBy,
    } = line
    return [
      {
        code,
        en: relief.en,
        ms: relief.ms,
        section,
        verified,
        formItem: formItemOf(relief, form),
        spentSen,
        allowedSen,
        limitSen,
        remainingSen,
        withSuggestionsSen: withSuggestions.get(code) ?? 0,
        alternativeUsed,
        blockedByYear: blockedBy?.year ?? null,
        receipts: behind.get(code) ?? [],
        children: line.children.flatMap(toLine),
      },
    ]
  }
  return allowed.lines.flatMap(toLine)
}
