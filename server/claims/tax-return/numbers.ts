import { z } from 'zod'
import { type FormItem, formItem } from '../../law/form.ts'
import type { FormKind, TaxYear } from '../../law/year.ts'
import { certaintyView } from '../form-item-views.ts'

/** The number of a line, and how it is known. */
export const numberView = {
  item: z.string().nullable().meta({
    description: 'The number of the item on this form of this year; null if it is not known',
    example: 'G9',
  }),
  certainty: z
    .enum(['notes', 'transcription', 'derived'])
    .nullable()
    .meta({
      description:
        'notes: the number stands in the official notes of this form and year. transcription: in a public copy of the ' +
        'form. derived: it follows from the other form or another year. `numberFrom` says more',
    }),
  numberFrom: certaintyView,
  sharesRow: z
    .boolean()
    .meta({ description: 'The number is that of the row; the form has several boxes in it' }),
  numberNote: z
    .object({ en: z.string(), ms: z.string() })
    .nullable()
    .meta({ description: 'What a derived number follows from, or why none is known' }),
  source: z.string().nullable().meta({ description: 'A key of `sources`: where the number was read' }),
}

const CERTAINTY: Record<FormItem['certainty'], 'notes' | 'transcription' | 'derived' | null> = {
  'notes-row': 'notes',
  'notes-cited': 'notes',
  transcription: 'transcription',
  derived: 'derived',
  'derived-weak': 'derived',
  unknown: null,
}

export function toNumber(year: Pick<TaxYear, 'forms'>, form: FormKind, code: string) {
  const { item, certainty, sharesRow, note, source } = formItem(year, form, code)
  return {
    item,
    certainty: CERTAINTY[certainty],
    numberFrom: certainty,
    sharesRow,
    numberNote: note,
    source,
  }
}
