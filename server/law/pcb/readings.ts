/**
 * What LHDN's text leaves open about the monthly deduction. The first reading of each point is computed with; where the
 * second one leads to another deduction, the answer has both (docs/pcb.md).
 */
export const openPoints = {
  /**
   * Table 1 has rows such as 20,001-35,000 and 35,001-50,000. Sources disagree whether 35,000.07 belongs to the first (whole
   * ringgit) or to the second (to the sen).
   */
  'band-of-sen': ['whole-ringgit', 'to-the-sen'],
  /** Whether 9.96 is less than RM10, although it would be deducted as 10.00. */
  'minimum-of-rounded': ['before-rounding', 'after-rounding'],
  /** Whether the deductions of the year count a monthly one below RM10, which is not made, when a bonus is added. */
  'yearly-below-minimum': ['counted', 'not-counted'],
  /** No step tells how additional remuneration is taxed at a flat rate. */
  'flat-additional': ['in-chargeable-income', 'as-a-bonus'],
  /** LHDN's table for this post begins above RM35,000. */
  'c-suite-below-table': ['flat-rate', 'nothing'],
  /** The rebate for zakat is for residents (section 6A); the specification does not say it of the deduction. */
  'non-resident-zakat': ['not-set-off', 'set-off'],
} as const satisfies Record<string, readonly [string, string]>

export type OpenPoint = keyof typeof openPoints
export type Reading = (typeof openPoints)[OpenPoint][number]
export type Readings = { [Point in OpenPoint]: (typeof openPoints)[Point][number] }

export const firstReadings = Object.fromEntries(
  Object.entries(openPoints).map(([point, [first]]) => [point, first]),
) as Readings
