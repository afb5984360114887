import { z } from 'zod'
import { factsSchema } from './facts.ts'

/** The facts of a year as the API shows them. */
const factsView = z.object({
  year: z.int().meta({ description: 'Year of assessment' }),
  version: z.int().meta({ description: 'The number of writes; also the ETag. 0: nothing is stored yet' }),
  form: z
    .enum(['BE', 'B'])
    .meta({ description: 'The form to file: the stored one, else by the kinds of income' }),
  retainUntil: z.iso.date().meta({
    description: 'The last day the documents of the year must be kept, from `filedOn` if it is known',
  }),
  facts: factsSchema,
  damaged: z.boolean().meta({
    description:
      'Whether part of what is stored cannot be read: `facts` is the rest. Storing the facts again replaces it',
  }),
})
export const taxpayerView = factsView
  .extend({
    fromEarlierYear: z
      .object({ year: z.int(), facts: factsSchema })
      .nullable()
      .meta({
        description:
          'The facts of an earlier year that are probably still true and that this year does not say yet, without ' +
          'amounts. They count once they are stored for this year',
      }),
  })
  .meta({ id: 'Taxpayer' })
export const storedView = factsView.meta({ id: 'StoredTaxpayer' })
