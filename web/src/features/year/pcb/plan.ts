import type { PcbKnown, PcbPlan } from '../../../../../server/api-types.ts'
import { amount, toSen } from '../../../i18n/money.ts'

/** What is typed or chosen, by field, as text. `deducted-3` is March's payslip. */
export type PcbValues = Readonly<Record<string, string>>

export const moneyFields = [
  'pay',
  'epf',
  'bonus',
  'bonusEpf',
  'zakat',
  'formerPay',
  'formerEpf',
  'formerPcb',
  'formerZakat',
  'formerReliefs',
] as const
export type MoneyName = (typeof moneyFields)[number]

const typed = (sen: number) => amount(sen).replace(/\.00$/, '')
/** A twelfth of the year's amount, where one is known. */
const monthly = (yearSen: number | null) => (yearSen ? typed(Math.round(yearSen / 12)) : '')

/** What the fields hold before anything is typed. */
export const defaultsOf = (known: PcbKnown, month: number): PcbValues => ({
  month: String(Math.max(month, known.firstMonth)),
  firstMonth: String(known.firstMonth),
  pay: monthly(known.paySen),
  epf: monthly(known.epfSen),
  category: String(known.category),
  regime: known.regime,
  childUnits: String(known.childUnits),
  hasBonus: 'no',
  hasFormer: 'no',
  tellsReliefs: 'no',
})

/** The amounts that are no amounts. */
export const wrongIn = (values: PcbValues): ReadonlySet<string> =>
  new Set(
    Object.entries(values)
      .filter(([name]) => name.startsWith('deducted-') || moneyFields.includes(name as MoneyName))
      .filter(([, text]) => text.trim() !== '' && (toSen(text) ?? -1) < 0)
      .map(([name]) => name),
  )

/** The claims that form TP1 tells: all until this month now, and later ones when they come. */
export function reliefsBy(known: PcbKnown, asked: number) {
  const in_ = (month: number) =>
    known.reliefs.reduce((sum, { monthsSen }) => sum + (monthsSen[month - 1] ?? 0), 0)
  const undatedSen = known.reliefs.reduce((sum, one) => sum + one.undatedSen, 0)
  const untilNow = Array.from({ length: asked }, (_, index) => in_(index + 1)).reduce((a, b) => a + b, 0)
  return { nowSen: untilNow + undatedSen, inMonth: in_ }
}

/** The plan that is asked of the API; undefined while no pay is known or something typed is wrong. */
export function planOf(values: PcbValues, known: PcbKnown): PcbPlan | undefined {
  const sen = (name: string) => toSen(values[name] ?? '') ?? 0
  if (sen('pay') <= 0 || wrongIn(values).size > 0) return undefined
  const firstMonth = Number(values.firstMonth)
  const month = Math.max(Number(values.month), firstMonth)
  const category = Number(values.category) as 1 | 2 | 3
  const hasBonus = values.hasBonus === 'yes'
  const hasFormer = values.hasFormer === 'yes' && firstMonth > 1
  const tells = values.tellsReliefs === 'yes'
  const reliefs = reliefsBy(known, month)
  return {
    month,
    firstMonth,
    category,
    regime: values.regime as PcbPlan['regime'],
    childUnits: category === 1 ? 0 : Number(values.childUnits),
    disabled: known.disabled,
    spouseDisabled: known.spouseDisabled,
    paySen: sen('pay'),
    epfSen: sen('epf'),
    ...(hasFormer && {
      earlier: {
        paySen: sen('formerPay'),
        epfSen: sen('formerEpf'),
        deductedSen: sen('formerPcb'),
        zakatSen: sen('formerZakat'),
        reliefsSen: sen('formerReliefs'),
      },
    }),
    months: Array.from({ length: 13 - firstMonth }, (_, index) => {
      const one = firstMonth + index
      const payslip = toSen(values[`deducted-${one}`] ?? '')
      if (one < month) return { month: one, deductedSen: payslip ?? null }
      if (one > month) return { month: one, reliefsSen: tells ? Math.max(0, reliefs.inMonth(one)) : 0 }
      return {
        month: one,
        reliefsSen: tells ? Math.max(0, reliefs.nowSen) : 0,
        zakatSen: sen('zakat'),
        ...(hasBonus && { additionalSen: sen('bonus'), additionalEpfSen: sen('bonusEpf') }),
      }
    }),
  }
}
