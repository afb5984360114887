import type { certainties, FormKind, TaxYear } from './year.ts'

/** The number of an item on a form, and how it is known. */
export interface FormItem {
  /** null: not known for this form and year. */
  item: string | null
  certainty: (typeof certainties)[number] | 'unknown'
  /** The number is that of the row, which other lines share. */
  sharesRow: boolean
  /** What it follows from, or why it is not known. */
  note: { en: string; ms: string } | null
  /** A key of the year's `sources`. */
  source: string | null
}

const unlisted: FormItem = { item: null, certainty: 'unknown', sharesRow: false, note: null, source: null }

/** The item of a relief, gift, rebate or other line on a form. Never that of another form or year. */
export function formItem({ forms }: Pick<TaxYear, 'forms'>, form: FormKind, code: string): FormItem {
  let rest = unlisted
  for (const group of forms[form]) {
    const { certainty, note = null } = group
    if (group.certainty === 'unknown') {
      const unknown: FormItem = { ...unlisted, note }
      if (group.codes === undefined) rest = unknown
      else if (group.codes.includes(code)) return unknown
      continue
    }
    const item = group.items[code]
    if (item !== undefined) return { item, certainty, note, sharesRow: group.sharesRow, source: group.source }
  }
  return rest
}

/** Whether a number follows from another form or year only. */
export const isDerived = ({ certainty }: Pick<FormItem, 'certainty'>) =>
  certainty === 'derived' || certainty === 'derived-weak'

/** The items that stand in the notes or in a copy of a form, by form: those that are not derived. */
export function statedItems(year: Pick<TaxYear, 'forms'>, code: string): Partial<Record<FormKind, string>> {
  const stated = (['BE', 'B'] as const).flatMap((form) => {
    const found = formItem(year, form, code)
    return found.item !== null && !isDerived(found) ? [[form, found.item]] : []
  })
  return Object.fromEntries(stated)
}
