import { z } from 'zod'
import { type FormItem, formItem } from '../law/form.ts'
import { certainties, type FormKind, type TaxYear } from '../law/year.ts'

/** How the number of an item is known. */
export const certaintyView = z.enum([...certainties, 'unknown']).meta({
  description:
    'notes-row: a row of the official notes on this form and year. notes-cited: those notes refer to it by this number. ' +
    'transcription: a public copy of the form has it. derived: it follows from the other form or another year; ' +
    'derived-weak: only from a list of changes that does not mention it. Compare these two with the form',
})

/** The item to enter a relief, gift or rebate in. */
export const formItemView = {
  formItem: z.string().nullable().meta({
    description:
      'The item of the form to enter it in; null if its number is not known for this form and year',
    example: 'G9',
  }),
  formItemFrom: certaintyView,
}

export function toFormItem(year: Pick<TaxYear, 'forms'>, form: FormKind, code: string) {
  const { item, certainty } = formItem(year, form, code)
  return { formItem: item, formItemFrom: certainty } satisfies {
    formItem: FormItem['item']
    formItemFrom: FormItem['certainty']
  }
}
