import { type FormItem, isDerived } from '../law/form.ts'

/** A relief, gift or rebate with the number of its item. */
export interface WithItem {
  formItem: string | null
  formItemFrom: FormItem['certainty']
}

/** The number of an item of the form; one that follows from another form or year says so. */
export function itemText(
  { formItem, formItemFrom }: WithItem,
  words: { derived(item: string): string },
): string {
  if (formItem === null) return ''
  return isDerived({ certainty: formItemFrom }) ? words.derived(formItem) : formItem
}
