import type { Block } from '../kind.ts'

const DAY = 86_400_000
const daysLater = (iso: string, days: number) =>
  new Date(Date.parse(iso) + days * DAY).toISOString().slice(0, 10)

/** The days a bill is for, and until when it is to be paid: days that are not the bill's own. */
export const billingDays =
  (): Block =>
  ({ purchase: { day }, style, sheet }) => {
    const period = `${style.day(daysLater(day, -31))} - ${style.day(daysLater(day, -1))}`
    sheet.row([
      { text: style.label('period'), to: 0.28 },
      { text: `: ${period}`, from: 0.29 },
    ])
    sheet.row([
      { text: style.label('due'), to: 0.28 },
      { text: `: ${style.day(daysLater(day, 21))}`, from: 0.29 },
    ])
    sheet.gap()
  }

/** The bill before this one, paid in full. */
export const settledBalance =
  (): Block =>
  ({ purchase: { sums }, style, sheet, random }) => {
    const before = Math.max(1000, sums.totalSen + 5 * random.int(-300, 300))
    sheet.pair(style.label('previousBalance'), style.amount(before))
    sheet.pair(style.label('received'), style.amount(-before))
    sheet.pair(style.label('currentCharges'), style.amount(sums.totalSen))
  }

/** What a policy is worth: an amount far above what was paid. */
export const sumAssured =
  (): Block =>
  ({ style, sheet, random }) =>
    sheet.row([
      { text: style.label('sumAssured'), to: 0.28 },
      { text: `: ${style.marked(random.int(5, 50) * 1_000_000)}`, from: 0.29 },
    ])
