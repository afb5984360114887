import type { Household } from '../law/conditions/household.ts'
import type { TaxYear } from '../law/year.ts'
import { type Facts, spouseOfYear } from '../taxpayer/facts.ts'
import { residenceOf } from './residence.ts'

/** What the facts say of the household of the person who claims. */
export function householdOf(taxYear: Pick<TaxYear, 'year' | 'residence'>, facts: Facts): Household {
  const { sex, maritalStatus, disabled, children, parents, income } = facts
  return {
    year: taxYear.year,
    resident: residenceOf(taxYear, facts).resident,
    sex,
    maritalStatus,
    disabled,
    spouse: spouseIn(facts),
    children,
    parents: parents && { ...parents, partOfYear: parents.partOfYear ?? false, disabled: parents.disabled },
    rentSen: income?.rent ?? 0,
  }
}

/** The same household as the spouse sees it, whose parents and sex are not known. */
export function householdOfSpouse(year: Pick<TaxYear, 'year'>, facts: Facts): Household {
  const { spouse, maritalStatus, disabled, children } = facts
  return {
    year: year.year,
    resident: undefined,
    sex: undefined,
    maritalStatus: maritalStatus ?? 'married',
    disabled: spouse?.disabled,
    spouse: { disabled },
    children,
    parents: undefined,
    rentSen: spouse?.income?.rent ?? 0,
  }
}

/** null: there was no spouse in the year. Undefined: nobody knows. */
function spouseIn(facts: Facts): Household['spouse'] {
  const spouse = spouseOfYear(facts)
  if (spouse) return { disabled: spouse.disabled }
  if (facts.maritalStatus === 'married') return { disabled: undefined }
  // A widow or widower with a spouse has not said until when.
  return facts.maritalStatus === undefined || facts.spouse ? undefined : null
}
