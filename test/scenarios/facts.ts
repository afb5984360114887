import { money } from './money.ts'

/** Facts that are amounts. Scenarios leave out the `Sen` their names end with in the API, as they are in ringgit. */
const AMOUNTS = new Set([
  'compulsory',
  'voluntary',
  'deposits',
  'withdrawals',
  'educationWithdrawals',
  'interest',
  'together',
  'trips',
  'amount',
  'foreignTaxCredit',
  'taxPaid',
  'instalments',
  'agentDeductions',
  'deductedAtSource',
  'capitalAllowances',
  'loss',
  'lossesBroughtForward',
  'foreignIncome',
  'ownIncome',
])

/** Facts that hold amounts by name or code. */
const AMOUNTS_BY_CODE = new Set(['income', 'amounts'])

/** Facts of a scenario as the API takes them; what is no amount stays as it is, for the API's schema to check. */
export function toApiFacts(facts: unknown): unknown {
  if (Array.isArray(facts)) return facts.map(toApiFacts)
  if (typeof facts !== 'object' || facts === null) return facts
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => {
      if (AMOUNTS.has(name)) return [`${name}Sen`, toSen(value)]
      return [name, AMOUNTS_BY_CODE.has(name) ? toSen(value) : toApiFacts(value)]
    }),
  )
}

/** Every amount in it as sen. What is none stays: the schema says so, with its place. */
function toSen(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toSen)
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([code, one]) => [code, toSen(one)]))
  return money.safeParse(value).data ?? value
}
