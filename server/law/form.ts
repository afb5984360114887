import type { FormKind, TaxYear } from './year.ts'

/** The number of an item on a form, and how it is known. */
export interface FormItem {
  item: string
  certainty: TaxYear['forms'][FormKind][number]['certainty']
  /** A key of the year's `sources`. */
  source: string
}

/** The item of a relief, gift, rebate or other line on a form; null if its number is not known. */
export function formItem({ forms }: Pick<TaxYear, 'forms'>, form: FormKind, code: string): FormItem | null {
  for (const { certainty, source, items } of forms[form]) {
    const item = items[code]
    if (item !== undefined) return { item, certainty, source }
  }
  return null
}

/** The items that stand in the notes or in a copy of a form, by form: those that are not derived. */
export function statedItems(year: Pick<TaxYear, 'forms'>, code: string): Partial<Record<FormKind, string>> {
  const stated = (['BE', 'B'] as const).flatMap((form) => {
    const found = formItem(year, form, code)
    return found && found.certainty !== 'derived' ? [[form, found.item]] : []
  })
  return Object.fromEntries(stated)
}
