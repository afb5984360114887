import { z } from 'zod'
import { monthlyDeduction as deduct, type PcbDeduction, type PcbOpen, type PcbRegime } from './deduction.ts'

export const REGIMES = {
  normal: 'resident',
  nonresident: 'non-resident',
  rep: 'returning-expert',
  kw: 'knowledge-worker',
  csuite: 'c-suite',
} as const satisfies Record<string, PcbRegime>

const ringgitAmount = z.number().min(0).max(1e9)
/** With what it means, which is also the help of the command line. */
const amount = (description: string) => ringgitAmount.optional().meta({ description })

/**
 * A month in the letters of LHDN's specification, as payroll people and its examples write it. Money in ringgit with at
 * most two decimals. What is left out is 0, false, category 1 or the normal method.
 */
export const pcbInputs = z.strictObject({
  year: z.int().meta({ description: 'year of the deduction' }),
  month: z.int().min(1).max(12).meta({ description: 'month, 1 to 12' }),
  category: z
    .union([z.literal(1), z.literal(2), z.literal(3)])
    .optional()
    .meta({
      description:
        '1 single; 2 married, spouse without income; 3 married with a working spouse, divorced, widowed, or single with an adopted child',
    }),
  regime: z.enum(['normal', 'nonresident', 'rep', 'kw', 'csuite']).optional().meta({
    description:
      'normal; nonresident: 30 %; rep, kw, csuite: returning expert, knowledge worker, C-suite post at 15 %',
  }),
  Y1: amount('taxable pay of the month without additional remuneration'),
  K1: amount('EPF on it'),
  Yt: amount('bonus, arrears and other additional remuneration of the month'),
  Kt: amount('EPF on it'),
  Y: amount('pay of earlier months, with bonus and former employers (TP3)'),
  K: amount('EPF on it'),
  X: amount('PCB of earlier months and former employers, without CP38'),
  LP: amount('reliefs by TP1 and TP3 of earlier months'),
  LP1: amount('reliefs by TP1 of the month'),
  Z: amount('zakat and departure levy of earlier months'),
  zakat: amount('zakat and departure levy of the month'),
  units: z
    .number()
    .multipleOf(0.5)
    .min(0)
    .max(300)
    .optional()
    .meta({ description: 'units of child relief, RM2,000 each' }),
  du: z.boolean().optional().meta({ description: 'the employee is disabled' }),
  su: z.boolean().optional().meta({ description: 'the spouse is disabled (category 2)' }),
})
export type PcbInputs = z.input<typeof pcbInputs>

/** The deduction and the figures on the way, in ringgit such as "1234.50"; null: not a step of this method. */
export interface PcbResults {
  K2: string | null
  /** K2 with the EPF on additional remuneration. */
  K2b: string | null
  P: string | null
  /** P with additional remuneration. */
  P2: string | null
  A: string
  B: string | null
  CS: string | null
  C: string
  /** A and C rounded up to 5 sen, before zakat of the month. */
  gross: string
  /** The amount to deduct. */
  pcb: string
  /** Open points of the specification that change the deduction, with both results. */
  open: {
    point: PcbOpen['point']
    results: { reading: PcbOpen['results'][number]['reading']; pcb: string }[]
  }[]
}

/**
 * The deduction of a month in the letters of the specification.
 * @throws PcbUnknownError for a month whose rules were not read, RangeError for values that cannot be
 */
export function monthlyDeduction(inputs: PcbInputs): PcbResults {
  const { year, month, category = 1, regime = 'normal', units = 0, du = false, su = false } = inputs
  const sen = (name: Amount) => toSen(name, inputs[name] ?? 0)
  const result = deduct({
    year,
    month,
    category,
    regime: REGIMES[regime],
    childUnits: units,
    disabled: du,
    spouseDisabled: su,
    paySen: sen('Y1'),
    epfSen: sen('K1'),
    additionalSen: sen('Yt'),
    additionalEpfSen: sen('Kt'),
    reliefsSen: sen('LP1'),
    zakatSen: sen('zakat'),
    earlier: {
      paySen: sen('Y'),
      epfSen: sen('K'),
      reliefsSen: sen('LP'),
      zakatSen: sen('Z'),
      deductedSen: sen('X'),
    },
  })
  return inLetters(result)
}

type Amount = 'Y1' | 'K1' | 'Y' | 'K' | 'Yt' | 'Kt' | 'LP' | 'LP1' | 'Z' | 'X' | 'zakat'

export const inLetters = (result: PcbDeduction): PcbResults => ({
  K2: orNull(result.epfExpectedSen),
  K2b: orNull(result.epfExpectedAfterAdditionalSen),
  P: orNull(result.chargeableSen),
  P2: orNull(result.chargeableWithAdditionalSen),
  A: ringgit(result.onPaySen),
  B: orNull(result.yearWithoutAdditionalSen),
  CS: orNull(result.yearTaxSen),
  C: ringgit(result.onAdditionalSen),
  gross: ringgit(result.beforeZakatSen),
  pcb: ringgit(result.deductSen),
  open: result.open.map(({ point, results }) => ({
    point,
    results: results.map(({ reading, deductSen }) => ({ reading, pcb: ringgit(deductSen) })),
  })),
})

/** Ringgit as sen. @throws RangeError for fractions of a sen */
export function toSen(name: string, amount: number): number {
  const sen = Math.round(amount * 100)
  if (!Number.isFinite(amount) || Math.abs(amount * 100 - sen) > 1e-4)
    throw new RangeError(`${name}: ${amount} is no amount in ringgit and sen`)
  return sen
}

const ringgit = (sen: number) => (sen / 100).toFixed(2)
const orNull = (sen: number | null) => (sen === null ? null : ringgit(sen))
