import { totalIncome } from '../../law/income.ts'
import type { Taxpayer } from '../../law/taxpayer.ts'
import { allReliefs } from '../../law/tree.ts'
import type { TaxYear } from '../../law/year.ts'
import { formOf } from '../../taxpayer/facts.ts'
import type { Couple } from '../couple.ts'
import { assessed, claimantOf } from '../estimate/assess.ts'
import { allowedOf } from '../summary.ts'
import type { YearClaim } from '../year-claim.ts'
import { limitsOf } from './limits.ts'
import type { LimitUse, Overview } from './views.ts'

/**
 * A year in a few figures.
 * @param today the calendar day in Malaysia
 */
export function toOverview(claim: YearClaim, today: string): Omit<Overview, 'recurring'> {
  const { year, facts, receipts, couple, withSuggestions } = claim
  const requested = facts.assessment ?? 'separate'
  const bare = withoutFound(year, couple)
  const allowedFor = (who: Couple) => allowedOf(year, claimantOf(year, who, requested).claimant)
  const payableBy = (who: Couple) => assessed(year, who, requested).payableSen
  const incomeKnown = totalIncome(year, couple.self).aggregateSen > 0
  const allowed = allowedFor(couple)
  const suggested = allowedFor(withSuggestions)
  const automaticSen = allowedFor(bare).allowedSen
  const { nearest, lookFor } = limitsOf(year, allowed, suggested)
  return {
    year: year.year,
    form: formOf(facts),
    foundSen: allowed.allowedSen - automaticSen,
    automaticSen,
    savedSen: incomeKnown ? payableBy(bare) - payableBy(couple) : null,
    incomeKnown,
    withSuggestions: {
      foundSen: suggested.allowedSen - automaticSen,
      savesMoreSen: incomeKnown ? payableBy(couple) - payableBy(withSuggestions) : null,
    },
    unconfirmed: receipts.rows.filter(({ status }) => status !== 'confirmed').length,
    examples: receipts.examples,
    nearest,
    lookFor,
    lastDay: incomeKnown ? lastDayOf(nearest, today) : null,
    changes: changesOf(year),
  }

  /** The unfinished limit nearest to full, and what its rest would save. Null once the year is over. */
  function lastDayOf(limits: LimitUse[], day: string): Overview['lastDay'] {
    const limit = limits.find(({ remainingSen }) => remainingSen > 0)
    if (!limit || Number(day.slice(0, 4)) !== year.year) return null
    const { code, shortName, remainingSen } = limit
    const filled = claim.coupleWith([{ relief: code, sen: remainingSen }])
    const savesSen = payableBy(couple) - payableBy(filled)
    return savesSen > 0 ? { day: `${year.year}-12-31`, code, shortName, remainingSen, savesSen } : null
  }
}

/** The couple as if nobody had kept a receipt or a statement: what the employer deducts stays. */
function withoutFound(year: TaxYear, { self, spouse }: Couple): Couple {
  const withheld = new Set(allReliefs(year).flatMap((relief) => (relief.withheld ? [relief.code] : [])))
  const bare = (person: Taxpayer): Taxpayer => ({
    ...person,
    spend: Object.fromEntries(Object.entries(person.spend).filter(([code]) => withheld.has(code))),
    gifts: {},
    paid: {},
    trips: {},
  })
  return { self: bare(self), spouse: spouse && bare(spouse) }
}

function changesOf(year: TaxYear): Overview['changes'] {
  return allReliefs(year)
    .filter(({ changed }) => changed !== undefined)
    .map(({ code, shortName, limitSen, section, firstYear }) => ({
      code,
      shortName,
      isNew: firstYear === year.year,
      limitSen,
      section,
    }))
    .sort((a, b) => Number(b.isNew) - Number(a.isNew) || (b.limitSen ?? 0) - (a.limitSen ?? 0))
}
