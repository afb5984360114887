import { z } from 'zod'
import { regimes } from '../../law/pcb/deduction.ts'
import { openPoints } from '../../law/pcb/readings.ts'
import { shortNames } from '../tax-year-views.ts'

const sen = z.int().min(0).max(100_000_000_000).meta({ description: 'Amount in sen', example: 550_000 })
const month = z.int().min(1).max(12)

const employee = {
  category: z.union([z.literal(1), z.literal(2), z.literal(3)]).meta({
    description:
      '1: single. 2: married, spouse without income. 3: married with a working spouse, divorced, widowed, or single with an ' +
      'adopted child',
  }),
  regime: z.enum(regimes).meta({ description: 'How the employee is taxed' }),
  childUnits: z.number().multipleOf(0.5).min(0).max(300).meta({
    description:
      'Units of child relief: 1 a child, 4 a child in higher education or a disabled one, 8 both; half if shared',
  }),
  disabled: z.boolean(),
  spouseDisabled: z.boolean().meta({ description: 'Counts in category 2' }),
}

const pay = {
  paySen: sen.meta({ description: 'Taxable pay without bonus and other additional remuneration' }),
  epfSen: sen.meta({ description: 'EPF on it' }),
}

export const pcbBody = z
  .strictObject({
    month: month.meta({ description: 'The month whose deduction is asked for' }),
    firstMonth: month.default(1).meta({ description: 'The first month at this employer in the year' }),
    category: employee.category.default(1),
    regime: employee.regime.default('resident'),
    childUnits: employee.childUnits.default(0),
    disabled: z.boolean().default(false),
    spouseDisabled: employee.spouseDisabled.default(false),
    paySen: pay.paySen.meta({ description: 'Taxable pay of each month, without additional remuneration' }),
    epfSen: pay.epfSen.default(0).meta({ description: 'EPF on the pay of each month' }),
    benefit: z.strictObject({ yearSen: sen, fromMonth: month }).optional().meta({
      description:
        'Benefits in kind and living accommodation that count in the deduction: the value of the year',
    }),
    earlier: z
      .strictObject({
        paySen: sen.default(0).meta({ description: 'Taxable pay, bonus included' }),
        epfSen: sen.default(0),
        reliefsSen: sen.default(0).meta({ description: 'Reliefs told to the former employer' }),
        zakatSen: sen.default(0).meta({ description: 'Zakat and departure levy' }),
        deductedSen: sen.default(0).meta({ description: 'PCB, without CP38' }),
      })
      .prefault({})
      .meta({ description: 'Before the first month: what form TP3 tells of former employers' }),
    months: z
      .array(
        z.strictObject({
          month,
          paySen: pay.paySen.optional(),
          epfSen: pay.epfSen.optional(),
          additionalSen: sen
            .default(0)
            .meta({ description: 'Bonus, arrears and other additional remuneration' }),
          additionalEpfSen: sen.default(0),
          reliefsSen: sen.default(0).meta({ description: 'Reliefs told by form TP1 in this month' }),
          zakatSen: sen.default(0).meta({ description: 'Zakat and departure levy' }),
          deductedSen: sen
            .nullable()
            .default(null)
            .meta({ description: 'PCB on the payslip of an earlier month; null: what should have been' }),
        }),
      )
      .max(12)
      .default([])
      .meta({ description: 'What is different in single months; pay left out is that of each month' }),
  })
  .refine(({ month, firstMonth }) => firstMonth <= month, { path: ['firstMonth'] })
  .refine(({ category, childUnits }) => category !== 1 || childUnits === 0, { path: ['childUnits'] })
  .refine(({ months }) => new Set(months.map((one) => one.month)).size === months.length, {
    path: ['months'],
  })
  .meta({ id: 'PcbPlan' })
export type PcbPlanBody = z.output<typeof pcbBody>

const step = z.int().nullable()

export const pcbView = z
  .object({
    year: z.int(),
    month,
    deductSen: z.int().meta({ description: 'What the employer deducts in this month' }),
    steps: z
      .object({
        epfExpectedSen: step.meta({ description: 'K2' }),
        chargeableSen: step.meta({ description: 'P without additional remuneration' }),
        chargeableWithAdditionalSen: step.meta({ description: 'P with it' }),
        onPaySen: z.int().meta({ description: 'A' }),
        onAdditionalSen: z.int().meta({ description: 'C' }),
        beforeZakatSen: z.int(),
      })
      .meta({ description: 'The figures on the way; null: not a step of this method' }),
    open: z
      .array(
        z.object({
          point: z.enum(Object.keys(openPoints) as [keyof typeof openPoints]),
          text: z.string(),
          results: z.array(z.object({ reading: z.string(), text: z.string(), deductSen: z.int() })),
        }),
      )
      .meta({ description: 'What LHDN’s text leaves open and changes this deduction, with both results' }),
    months: z
      .array(
        z.object({
          month,
          deductedSen: z.int().nullable().meta({ description: 'As given, for an earlier month' }),
          shouldSen: z.int().meta({ description: 'What should be deducted if all before was' }),
          toComeSen: z
            .int()
            .nullable()
            .meta({ description: 'From the month asked for: with what was really deducted before' }),
        }),
      )
      .meta({ description: 'The months at this employer' }),
    deductedSen: z.int().meta({ description: 'Until now, by former employers too' }),
    shouldHaveBeenSen: z.int(),
    toComeSen: z.int(),
    yearTaxSen: z.int().nullable().meta({
      description:
        'The tax of the year on what the employer knows, after zakat; null: of a non-resident the deduction is the tax',
    }),
    overSen: z.int().nullable().meta({ description: 'How much more is deducted in the year than that' }),
    sources: z.array(
      z.object({
        title: z.string(),
        publisher: z.string(),
        url: z.string().nullable(),
        place: z.string(),
        certainty: z.enum(['official', 'transcription', 'secondary']),
      }),
    ),
  })
  .meta({ id: 'PcbTable' })

const monthsSen = z.array(z.int()).length(12).meta({ description: 'January to December, in sen' })

/** A head of form TP1 and what this person can claim under it. */
const tp1Line = z.object({
  code: z.string(),
  en: z.string(),
  ms: z.string(),
  shortName: shortNames.shortName,
  item: z
    .string()
    .nullable()
    .meta({ description: 'The item of form TP1 of 2026; null: of this year’s form it was not read' }),
  limitSen: z.int().nullable(),
  monthsSen,
  undatedSen: z.int().meta({ description: 'From statements, which have no month' }),
})

export const pcbKnownView = z
  .object({
    year: z.int(),
    firstMonth: month.meta({ description: 'Of earlier months in this year the rules were not read' }),
    ...employee,
    paySen: z.int().nullable().meta({ description: 'Gross pay of the year' }),
    epfSen: z.int().nullable().meta({ description: 'Compulsory EPF of the year' }),
    deductedSen: z.int().nullable().meta({ description: 'Tax already paid' }),
    payableSen: z
      .int()
      .nullable()
      .meta({ description: 'The estimated tax of the year; null: no income is known' }),
    reliefs: z.array(tp1Line).meta({
      description:
        'Confirmed claims by the month of payment, and stated amounts, within their limits: for form TP1',
    }),
    zakat: z.object({ monthsSen, undatedSen: z.int() }),
  })
  .meta({ id: 'PcbKnown' })
