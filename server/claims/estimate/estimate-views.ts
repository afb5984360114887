import { z } from 'zod'
import type { Estimate } from '../../law/estimate.ts'
import { sum } from '../../law/money.ts'
import type { TaxYear } from '../../law/year.ts'
import { assessments } from '../../taxpayer/facts.ts'
import { warningView } from '../claim-views.ts'
import { provenanceView, sourcesView } from '../tax-year-views.ts'
import type { Outcome } from './assess.ts'
import { lineNames } from './line-names.ts'

const sen = z.int().meta({ description: 'Amount in sen' })
const names = { code: z.string(), en: z.string(), ms: z.string() }

const band = z.object({
  overSen: sen,
  upToSen: sen.nullable().meta({ description: 'null: no upper end' }),
  ratePercent: z.int(),
  incomeSen: sen.meta({ description: 'The part of the income in this band' }),
  taxSen: sen,
})
const bands = z
  .object({ ...provenanceView, lines: z.array(band) })
  .meta({ description: 'The tax of each band; the lines add up to `tax-by-bands`' })

export const computationView = z
  .object({
    aggregateIncomeSen: sen,
    totalIncomeSen: sen,
    reliefsSen: sen,
    chargeableIncomeSen: sen,
    taxSen: sen.meta({ description: 'Before rebates' }),
    rebatesSen: sen,
    payableSen: sen,
    balanceSen: sen.meta({ description: 'The amount still to be paid; negative: to be refunded' }),
    effectiveRateBasisPoints: z.int().meta({
      description: 'Tax payable in hundredths of a percent of aggregate income',
      example: 324,
    }),
    savedByReliefsSen: sen.meta({ description: 'How much higher the tax would be without any relief' }),
    lines: z
      .array(z.object({ ...names, ...provenanceView, amountSen: sen }))
      .meta({ description: 'The computation in the order of a return; deductions are negative' }),
    bands,
    charges: z
      .array(z.object({ ...names, ...provenanceView, ratePercent: z.int(), chargeableSen: sen, taxSen: sen }))
      .meta({ description: 'Tax at flat rates on a part of chargeable income' }),
    rebates: z
      .array(z.object({ ...names, ...provenanceView, grantedSen: sen, allowedSen: sen }))
      .meta({ description: 'Includes zakat. `allowedSen` is limited to the tax that remains' }),
  })
  .meta({ id: 'TaxComputation' })

export const assessmentView = z.enum(assessments).meta({
  description: 'Separate, joint in this person’s name, or joint in the spouse’s name',
})

export const estimateView = z
  .object({
    year: z.int().meta({ description: 'Year of assessment' }),
    form: z.enum(['BE', 'B']),
    factsVersion: z.int().meta({ description: 'Version of the taxpayer facts; 0: none are stored' }),
    assessment: assessmentView,
    computation: computationView,
    withSuggestions: z.object({ receipts: z.int(), reliefsSen: sen, payableSen: sen, savesSen: sen }).meta({
      description:
        'The result if every suggestion on an unconfirmed receipt is accepted; `savesSen` is the tax it would save',
    }),
    warnings: z.array(warningView),
    sources: sourcesView,
  })
  .meta({ id: 'Estimate' })

/** A computation with the names of its lines. */
export function toComputation(year: TaxYear, result: Estimate): z.input<typeof computationView> {
  const namesOf = lineNames(year)
  const named = <T extends { code: string }>(line: T) => ({ ...line, ...namesOf(line.code) })
  const {
    reliefs,
    tax,
    rebates,
    gifts,
    foreignTaxCreditSen,
    incomes: _,
    lines,
    year: __,
    ...amounts
  } = result
  const { section, sources, verified } = year.bands
  return {
    ...amounts,
    reliefsSen: reliefs.allowedSen,
    taxSen: tax.taxSen,
    rebatesSen: sum(rebates.map(({ allowedSen }) => allowedSen)),
    lines: lines.map(named),
    bands: { section, sources, verified, lines: tax.bands },
    charges: tax.flat.map(named),
    rebates: rebates.map(named),
  }
}

export const outcomeView = z
  .object({
    assessment: assessmentView,
    payableSen: sen.meta({
      description: 'The tax payable by both of a couple, if the spouse’s income is known',
    }),
    own: computationView.nullable().meta({ description: 'null: assessed in the spouse’s name' }),
    spouse: computationView
      .nullable()
      .meta({ description: 'null: no spouse, or assessed in this person’s name' }),
  })
  .meta({ id: 'AssessmentOutcome' })

export const toOutcome = (year: TaxYear, outcome: Outcome): z.input<typeof outcomeView> => ({
  ...outcome,
  own: outcome.own && toComputation(year, outcome.own),
  spouse: outcome.spouse && toComputation(year, outcome.spouse),
})
