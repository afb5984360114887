import type { Language } from '../language.ts'
import { formItem } from '../law/form.ts'
import type { Law } from '../law/law.ts'
import { allReliefs } from '../law/tree.ts'
import type { FormKind } from '../law/year.ts'
import type { Allocation } from '../receipts/allocation.ts'
import { type Field, type FieldValues, fieldNames, receiptFields } from '../receipts/fields.ts'
import { paymentDayOf, type Receipt, ringgitOf, yearOfAssessment } from '../receipts/model.ts'
import type { Column } from './column-names.ts'
import { itemText } from './item-text.ts'
import type { NamedReceipt } from './named-receipt.ts'
import type { Part, Words } from './words/shape.ts'

/** The fields that have a column of the same name. */
type OwnColumn = {
  [Name in Field]: (typeof receiptFields)[Name]['column'] extends Name ? Name : never
}[Field]
const ownColumns = fieldNames.filter((name) => receiptFields[name].column === name) as OwnColumn[]

/** A row of an exported table: a part and its receipt. Small, because tables may have thousands of rows. */
export interface PartRow extends Pick<FieldValues, OwnColumn> {
  id: string
  day: string | null
  totalSen: number | null
  example: boolean
  /** Part of its record cannot be read; the row is made of the rest. */
  isDamaged: boolean
  /** The names of the receipt's files in the audit pack. */
  files: string[]
  part: Part
}

/** The names of reliefs, gifts and rebates in every year with law data. */
export function createNames(law: Law, formOf: (year: number) => FormKind, language: Language) {
  const inLanguage = ({ en, ms }: { en: string; ms: string }) => (language === 'ms' ? ms : en)
  const years = new Map(
    law.years.map((year) => {
      const form = formOf(year.year)
      const heads = [...allReliefs(year), ...year.gifts.heads, ...year.rebates]
      const named = heads.map((head) => {
        const found = formItem(year, form, head.code)
        const item = { formItem: found.item, formItemFrom: found.certainty }
        return [head.code, { code: head.code, name: inLanguage(head), ...item }] as const
      })
      return [year.year, new Map(named)] as const
    }),
  )
  return (year: number, code: string): NonNullable<Part['relief']> =>
    years.get(year)?.get(code) ?? unnamed(code)
}

export type Names = ReturnType<typeof createNames>

const unnamed = (code: string) => ({ code, name: code, formItem: null, formItemFrom: 'unknown' as const })

/**
 * The parts of a receipt in a year's claim: all parts if it belongs to the year, else those claimed in the year.
 */
function partsOf(receipt: Receipt, year: number | null, names: Names): Part[] {
  const own = yearOfAssessment(receipt)
  const parts = receipt.allocations.map((allocation) => partOf(allocation, own ?? year, names))
  if (own !== year) return parts.filter((part) => part.year === year)
  const allocated = receipt.allocations.reduce((total, { sen }) => total + sen, 0)
  const rest = (ringgitOf(receipt) ?? 0) - allocated
  if (rest === 0 && parts.length > 0) return parts
  return [...parts, { state: 'undecided', sen: rest, year: null, person: null, relief: null }]
}

function partOf({ relief, sen, person, year }: Allocation, own: number | null, names: Names): Part {
  if (relief === null) return { state: 'does-not-count', sen, year: null, person: null, relief: null }
  const counted = year ?? own
  const named = counted === null ? unnamed(relief) : names(counted, relief)
  return { state: 'counts', sen, year: counted, person, relief: named }
}

/** One row per part of a receipt. @param year null: the receipt has no date */
export function rowsOf(
  { receipt, isDamaged, files }: NamedReceipt,
  year: number | null,
  names: Names,
): PartRow[] {
  const own = Object.fromEntries(ownColumns.map((name) => [name, receipt[name]])) as Pick<Receipt, OwnColumn>
  const { id, example } = receipt
  const shown = { ...own, id, isDamaged, day: paymentDayOf(receipt), totalSen: ringgitOf(receipt), example }
  const named = files.map(({ name }) => name)
  return partsOf(receipt, year, names).map((part) => ({ ...shown, files: named, part }))
}

/** The rows of a receipt outside a year's claim: all its parts, with its own state where it is not confirmed. */
export function ownRowsOf(named: NamedReceipt, names: Names): PartRow[] {
  const { receipt } = named
  const rows = rowsOf(named, yearOfAssessment(receipt), names)
  const state = receipt.trashedAt ? 'trashed' : receipt.status === 'confirmed' ? null : 'unconfirmed'
  return state === null ? rows : rows.map((row) => ({ ...row, part: { ...row.part, state } }))
}

/** The value of a cell: untrusted text or a label of ours, sen, a day, or a number. */
export type Value =
  | { kind: 'text'; text: string }
  | { kind: 'sen'; sen: number | null }
  | { kind: 'day'; day: string | null }
  | { kind: 'number'; number: number | null }

const text = (value: string | null | undefined): Value => ({ kind: 'text', text: value ?? '' })

/** How each column is filled from a row. The titles are in `words/`. */
export const columns: Record<Column, (row: PartRow, words: Words) => Value> = {
  day: ({ day }: PartRow): Value => ({ kind: 'day', day }),
  merchant: ({ merchant }: PartRow) => text(merchant),
  receiptNumber: ({ receiptNumber }: PartRow) => text(receiptNumber),
  companyNumber: ({ companyNumber }: PartRow) => text(companyNumber),
  total: ({ totalSen }: PartRow): Value => ({ kind: 'sen', sen: totalSen }),
  amount: ({ part }: PartRow): Value => ({ kind: 'sen', sen: part.sen }),
  state: ({ part }: PartRow, { states }: Words) => text(states[part.state]),
  year: ({ part }: PartRow): Value => ({ kind: 'number', number: part.year }),
  code: ({ part }: PartRow) => text(part.relief?.code),
  relief: ({ part }: PartRow) => text(part.relief?.name),
  formItem: ({ part }: PartRow, words: Words) => text(part.relief && itemText(part.relief, words)),
  person: ({ part }: PartRow, { people }: Words) => text(part.person && people[part.person]),
  files: ({ files }: PartRow) => text(files.join('; ')),
  note: ({ note, isDamaged }: PartRow, words: Words) =>
    text(isDamaged ? [words.damaged, note].filter(Boolean).join('. ') : note),
  id: ({ id }: PartRow) => text(id),
  example: ({ example }: PartRow, words: Words) => text(example ? words.example : null),
  brand: ({ brand }: PartRow) => text(brand),
  legalName: ({ legalName }: PartRow) => text(legalName),
}
