import type { Block, Context } from '../kind.ts'
import type { LabelName } from '../labels.ts'

const digits = (text: string) => [...text].map((letter) => letter.charCodeAt(0) % 10).join('')

type Fact =
  | 'number'
  | 'date'
  | 'time'
  | 'dateTime'
  | 'cashier'
  | 'table'
  | 'patient'
  | 'pupil'
  | 'member'
  | 'customer'
  | 'account'
  | 'policy'

/** The label and the value of a fact. */
const FACTS: Record<Fact, (context: Context) => [label: LabelName, value: string]> = {
  number: ({ purchase }) => ['number', purchase.number],
  date: ({ purchase, style }) => ['date', style.day(purchase.day)],
  time: ({ purchase, style }) => ['time', style.time(purchase.time)],
  dateTime: ({ purchase, style }) => ['date', `${style.day(purchase.day)} ${style.time(purchase.time)}`],
  cashier: ({ random }) => ['cashier', random.pick(['01', 'AMY', 'ADMIN', 'C02', 'SITI'])],
  table: ({ random }) => ['table', String(random.int(1, 30))],
  patient: ({ purchase }) => ['patient', purchase.customer],
  pupil: ({ purchase }) => ['pupil', purchase.customer],
  member: ({ purchase }) => ['member', purchase.customer],
  customer: ({ purchase }) => ['customer', purchase.customer],
  account: ({ purchase }) => ['account', digits(`${purchase.customer}ACCOUNT`).slice(0, 12)],
  policy: ({ purchase }) => ['policy', `P${digits(`${purchase.number}POLICY`).slice(0, 9)}`],
}

/** Facts below each other. */
export const facts =
  (...wanted: Fact[]): Block =>
  (context) => {
    const { sheet, style } = context
    for (const fact of wanted) {
      const [label, value] = FACTS[fact](context)
      sheet.left(`${style.label(label)}${style.colon}${value}`)
    }
  }

/** Facts in two columns, as many tills print them. */
export const factsInPairs =
  (...wanted: Fact[]): Block =>
  (context) => {
    const { sheet, style } = context
    const texts = wanted.map((fact) => {
      const [label, value] = FACTS[fact](context)
      return `${style.label(label)}${style.colon}${value}`
    })
    for (let at = 0; at < texts.length; at += 2) {
      const right = texts[at + 1]
      if (right === undefined) sheet.left(texts[at] ?? '')
      else sheet.pair(texts[at] ?? '', right)
    }
  }

/** Facts with their values under each other, on documents. */
export const factsInTable =
  (...wanted: Fact[]): Block =>
  (context) => {
    const { sheet, style } = context
    for (const fact of wanted) {
      const [label, value] = FACTS[fact](context)
      sheet.row([
        { text: style.label(label), to: 0.28 },
        { text: `: ${value}`, from: 0.29 },
      ])
    }
    sheet.gap()
  }

/** The day and a number in one line below everything, as petrol stations do. */
export const dayBelow =
  (): Block =>
  ({ purchase, style, sheet }) =>
    sheet.pair(`${style.day(purchase.day)} ${style.time(purchase.time)}`, `#${purchase.number}`)
