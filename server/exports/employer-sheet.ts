import { z } from 'zod'
import type { pcbKnownView } from '../claims/pcb/views.ts'
import type { Language } from '../language.ts'

const sen = z.int().min(0).max(100_000_000_000)
const month = z.int().min(1).max(12)

/** What is handed to an employer: the data of form TP1 or TP3. */
export const employerSheetBody = z
  .discriminatedUnion('form', [
    z.strictObject({
      form: z.literal('tp1'),
      month: month.meta({ description: 'The month in which it is handed over' }),
      since: month
        .default(1)
        .meta({ description: 'The first month that no earlier form told; claims before it count as told' }),
    }),
    z.strictObject({
      form: z.literal('tp3'),
      paySen: sen.meta({ description: 'Taxable pay of former employers in the year' }),
      epfSen: sen.default(0),
      zakatSen: sen.default(0),
      deductedSen: sen.default(0).meta({ description: 'PCB, without CP38' }),
      reliefsSen: sen.default(0).meta({ description: 'Reliefs told to the former employers' }),
    }),
  ])
  .meta({ id: 'EmployerSheet' })
export type EmployerSheetBody = z.output<typeof employerSheetBody>

export interface SheetLine {
  item: string | null
  name: string
  limitSen: number | null
  /** null: the form has no such column. */
  nowSen: number | null
  totalSen: number
}

/** The data of a form, line by line. Name, identity and employer are written by hand: they are not kept here. */
export interface EmployerSheet {
  form: 'tp1' | 'tp3'
  year: number
  month: number | null
  language: Language
  madeOn: string
  lines: SheetLine[]
}

interface Context {
  known: z.input<typeof pcbKnownView>
  language: Language
  madeOn: string
  words: { zakat: string; tp3: Record<'pay' | 'epf' | 'zakat' | 'pcb' | 'reliefs', string> }
}

/** The forms whose items were read. */
const READ_YEAR = 2026

export function toEmployerSheet(
  body: EmployerSheetBody,
  { known, language, madeOn, words }: Context,
): EmployerSheet {
  const { year } = known
  const item = (name: string) => (year === READ_YEAR ? name : null)
  const shared = { year, language, madeOn }
  if (body.form === 'tp3') {
    const line = (number: string, name: string, totalSen: number): SheetLine => ({
      item: item(number),
      name,
      limitSen: null,
      nowSen: null,
      totalSen,
    })
    return {
      ...shared,
      form: 'tp3',
      month: null,
      lines: [
        line('C1', words.tp3.pay, body.paySen),
        line('C3', words.tp3.epf, body.epfSen),
        line('C4', words.tp3.zakat, body.zakatSen),
        line('C5', words.tp3.pcb, body.deductedSen),
        line('D1-D17', words.tp3.reliefs, body.reliefsSen),
      ],
    }
  }
  const { month: asked, since } = body
  const sums = ({ monthsSen, undatedSen }: { monthsSen: number[]; undatedSen: number }) => {
    const between = (from: number, to: number) =>
      monthsSen.slice(from - 1, to).reduce((total, one) => total + one, 0)
    // What has no month is told with the first form.
    const nowSen = between(since, asked) + (since === 1 ? undatedSen : 0)
    return { nowSen: Math.max(0, nowSen), totalSen: Math.max(0, between(1, asked) + undatedSen) }
  }
  const lines = known.reliefs.map(
    (one): SheetLine => ({ item: one.item, name: one[language], limitSen: one.limitSen, ...sums(one) }),
  )
  const zakat: SheetLine = { item: item('D1'), name: words.zakat, limitSen: null, ...sums(known.zakat) }
  return {
    ...shared,
    form: 'tp1',
    month: asked,
    lines: [...lines, zakat].filter(({ totalSen }) => totalSen > 0),
  }
}
