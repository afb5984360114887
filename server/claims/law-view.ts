import { z } from 'zod'
import { headKinds, type LawHead, lawHeads } from '../law/parameters.ts'
import type { TaxYear } from '../law/year.ts'
import { provenanceView, reliefsView, shortNames, sourcesView } from './tax-year-views.ts'

const { year, status, draft } = reliefsView.shape

const headView = z
  .object({
    kind: z.enum(headKinds).meta({ description: 'The part of the law' }),
    code: z.string().meta({
      description: 'The code of a relief, gift, rebate or charge; else the name of the part of the law',
      example: 'lifestyle',
    }),
    name: shortNames.shortName.nullable(),
    within: z.string().nullable().meta({ description: 'The code of the relief it is a part of' }),
    parameters: z
      .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]))
      .meta({
        description:
          'Each limit, rate, threshold and condition by name: `...Sen` is an amount in sen, `...Percent` a rate. What is ' +
          'not named does not hold',
        example: { limitSen: 250_000, beneficiaries: ['self', 'spouse', 'child'] },
      }),
    section: provenanceView.section.nullable(),
    sources: provenanceView.sources,
    verified: provenanceView.verified,
  })
  .meta({ id: 'LawHead' })

export const lawView = z
  .object({
    year,
    status,
    draft,
    heads: z.array(headView),
    sources: sourcesView,
  })
  .meta({ id: 'Law' })

/** Every parameter of a year with the document and the place in it that it was read in. */
export const toLaw = (law: TaxYear): z.input<typeof lawView> => ({
  year: law.year,
  status: law.status,
  draft: law.draft,
  heads: lawHeads(law).map(toHead),
  sources: law.sources,
})

const toHead = ({ rule, parameters, changed: _, ...head }: LawHead): z.input<typeof headView> => ({
  ...head,
  ...rule,
  // A list that is read only is one all the same.
  parameters: Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [name, typeof value === 'object' ? [...value] : value]),
  ),
})
