import { type AllowedReliefs, allowedReliefs, flatLines, type ReliefLine } from './allowed-reliefs.ts'
import type { AllowedGifts } from './gifts.ts'
import { grants } from './grants.ts'
import { type Income, totalIncome } from './income.ts'
import { sum, wholeSen } from './money.ts'
import { type RebateLine, rebateLines } from './rebates.ts'
import type { Rule } from './relief.ts'
import { type IncomeTax, incomeTax } from './tax.ts'
import type { Payments, Taxpayer } from './taxpayer.ts'
import type { TaxYear } from './year.ts'

/** A step of the computation with the rule it follows. Deductions are negative. */
export interface EstimateLine extends Rule {
  code: string
  amountSen: number
}

/** The tax of a year, step by step. All amounts in sen. */
export interface Estimate {
  year: number
  /** One entry per person whose income is assessed. */
  incomes: Income[]
  aggregateIncomeSen: number
  /** One entry per person whose income is assessed. */
  gifts: AllowedGifts[]
  totalIncomeSen: number
  reliefs: AllowedReliefs
  chargeableIncomeSen: number
  tax: IncomeTax
  rebates: RebateLine[]
  foreignTaxCreditSen: number
  payableSen: number
  /** The amount still to be paid; negative: to be refunded. */
  balanceSen: number
  /** Payable tax in hundredths of a percent of aggregate income, half up. */
  effectiveRateBasisPoints: number
  /** How much higher the tax would be without any relief. */
  savedByReliefsSen: number
  /** The computation in the order of a return. */
  lines: EstimateLine[]
}

/** The tax of one person for a year, assessed separately. */
export const estimate = (year: TaxYear, taxpayer: Taxpayer): Estimate =>
  assess(year, [totalIncome(year, taxpayer)], taxpayer)

/** The tax on incomes in the name of one taxpayer: one income in a separate assessment, two in a joint one. */
export function assess(year: TaxYear, incomes: Income[], taxpayer: Taxpayer): Estimate {
  const totalIncomeSen = sum(incomes.map(({ totalSen }) => totalSen))
  // Reliefs are for residents (section 46(1)).
  const spend = taxpayer.resident === false ? {} : taxpayer.spend
  const reliefs = allowedReliefs(year, { ...taxpayer, spend, granted: grants(year, taxpayer) })
  const chargeableIncomeSen = Math.max(0, totalIncomeSen - reliefs.allowedSen)
  const assessment = { year, incomes, taxpayer }
  const due = taxDue({ ...assessment, chargeableSen: chargeableIncomeSen, reliefLines: reliefs.lines })
  const withoutReliefs = taxDue({ ...assessment, chargeableSen: totalIncomeSen, reliefLines: [] })
  const aggregateIncomeSen = sum(incomes.map(({ aggregateSen }) => aggregateSen))
  const result = {
    year: year.year,
    incomes,
    aggregateIncomeSen,
    gifts: incomes.map(({ gifts }) => gifts),
    totalIncomeSen,
    reliefs,
    chargeableIncomeSen,
    ...due,
    balanceSen: due.payableSen - sum(paymentsOf(taxpayer).map(({ amountSen }) => amountSen)),
    effectiveRateBasisPoints: basisPoints(due.payableSen, aggregateIncomeSen),
    savedByReliefsSen: withoutReliefs.payableSen - due.payableSen,
  }
  return { ...result, lines: stepsOf(year, result, taxpayer) }
}

interface TaxableAssessment {
  year: TaxYear
  incomes: Income[]
  taxpayer: Taxpayer
  chargeableSen: number
  /** The reliefs allowed, which some rebates require. */
  reliefLines: ReliefLine[]
}

/** Tax on chargeable income, less rebates, less credit for foreign tax; never negative. */
function taxDue({ year, incomes, taxpayer, chargeableSen, reliefLines }: TaxableAssessment) {
  const aboveThreshold: Income['aboveThreshold'] = {}
  for (const { income } of year.flatCharges)
    aboveThreshold[income] = sum(incomes.map((one) => one.aboveThreshold[income] ?? 0))
  const aggregateSen = sum(incomes.map((one) => one.aggregateSen))
  const rate = year.employmentRates.find(({ code }) => code === taxpayer.employmentRate)
  const tax = incomeTax(year, {
    chargeableSen,
    aggregateSen,
    aboveThreshold,
    resident: taxpayer.resident !== false,
    employment: rate ? { rate, incomeSen: taxpayer.income.employment ?? 0 } : null,
  })
  const allowed = new Set(
    flatLines(reliefLines).flatMap(({ code, allowedSen }) => (allowedSen > 0 ? [code] : [])),
  )
  const isAllowed = (code: string) => allowed.has(code)
  const rebates = rebateLines(year, taxpayer, { taxSen: tax.taxSen, chargeableSen, isAllowed })
  const afterRebates = tax.taxSen - sum(rebates.map(({ allowedSen }) => allowedSen))
  const credit = Math.max(0, wholeSen(taxpayer.foreignTaxCreditSen, 'foreign tax credit'))
  const foreignTaxCreditSen = Math.min(credit, afterRebates)
  return { tax, rebates, foreignTaxCreditSen, payableSen: afterRebates - foreignTaxCreditSen }
}

/** What was paid of the tax, in the order of the form. */
const paymentsOf = (taxpayer: Payments) => [
  { code: 'tax-deducted', amountSen: wholeSen(taxpayer.deductedAtSourceSen, 'tax deducted at source') },
  { code: 'tax-paid', amountSen: wholeSen(taxpayer.taxPaidSen, 'tax paid') },
  { code: 'agent-deductions', amountSen: wholeSen(taxpayer.agentDeductionsSen, 'deductions of an agent') },
  { code: 'instalments', amountSen: wholeSen(taxpayer.instalmentsSen, 'instalments') },
]

const basisPoints = (part: number, whole: number) =>
  whole === 0 ? 0 : Number((BigInt(part) * 20_000n + BigInt(whole)) / (2n * BigInt(whole)))

function stepsOf(year: TaxYear, result: Omit<Estimate, 'lines'>, taxpayer: Taxpayer): EstimateLine[] {
  const { computation, bands } = year
  const step = (code: string, amountSen: number, { section, sources, verified }: Rule): EstimateLine => ({
    code,
    // Turns -0 into 0.
    amountSen: amountSen + 0,
    section,
    sources,
    verified,
  })
  const deductions = (lines: (Rule & { code: string; allowedSen: number })[]) =>
    lines.filter(({ allowedSen }) => allowedSen > 0).map((line) => step(line.code, -line.allowedSen, line))
  const { taxAlreadyPaid, taxDeductedAtSource } = computation
  const paid = paymentsOf(taxpayer).filter(({ code, amountSen }) => amountSen > 0 || code === 'tax-paid')
  return [
    ...businessSteps(year, result.incomes).map(({ code, amountSen, rule }) => step(code, amountSen, rule)),
    step('aggregate-income', result.aggregateIncomeSen, computation.aggregateIncome),
    ...result.incomes
      .filter(({ lossSen }) => lossSen > 0)
      .map(({ lossSen }) => step('current-year-losses', -lossSen, computation.currentYearLosses)),
    ...result.gifts.flatMap(({ lines }) => deductions(lines)),
    step('total-income', result.totalIncomeSen, computation.totalIncome),
    ...deductions(result.reliefs.lines),
    step('chargeable-income', result.chargeableIncomeSen, computation.chargeableIncome),
    ...(result.tax.bands.length > 0 ? [step('tax-by-bands', result.tax.bandTaxSen, bands)] : []),
    ...result.tax.flat.filter(({ taxSen }) => taxSen > 0).map((line) => step(line.code, line.taxSen, line)),
    ...deductions(result.rebates),
    step('foreign-tax-credit', -result.foreignTaxCreditSen, computation.creditForForeignTax),
    step('payable', result.payableSen, computation.payable),
    ...paid.map(({ code, amountSen }) =>
      step(code, -amountSen, code === 'tax-deducted' ? taxDeductedAtSource : taxAlreadyPaid),
    ),
    step('balance', result.balanceSen, taxAlreadyPaid),
  ]
}

/** What was deducted of business income before it became a part of aggregate income; nothing where nothing was. */
function businessSteps({ computation }: TaxYear, incomes: Income[]) {
  const { capitalAllowances, businessLosses, aggregateIncome } = computation
  return incomes.flatMap(({ business }) => {
    const { ownSen, partnershipSen, allowancesUsedSen, lossesUsedSen } = business
    if (allowancesUsedSen + lossesUsedSen === 0) return []
    const beforeSen = ownSen + allowancesUsedSen + partnershipSen
    return [
      { code: 'business-before', amountSen: beforeSen, rule: aggregateIncome },
      { code: 'capital-allowances', amountSen: -allowancesUsedSen, rule: capitalAllowances },
      { code: 'business-losses', amountSen: -lossesUsedSen, rule: businessLosses },
    ].filter(({ amountSen }) => amountSen !== 0)
  })
}
