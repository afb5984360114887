import { z } from 'zod'
import { headNames, provenance, reference, relief } from '../law/relief.ts'
import { taxYear } from '../law/year.ts'

const day = z.iso.date()
const { year, form, status, draft, filing, gifts, rebates, sources } = taxYear.shape

/** Where a rule comes from, as the API shows it. */
export const provenanceView = {
  section: provenance.section,
  sources: z.array(reference).meta({ description: 'Where the rule was read' }),
  verified: provenance.verified,
}

/** The works that `sources` of a rule refer to, by id. */
export const sourcesView = z.record(
  z.string(),
  sources.valueType.pick({ title: true, publisher: true, url: true, licence: true }).strip(),
)

/** What people call a relief, gift or rebate. */
export const shortNames = {
  shortName: headNames.shortName,
  hint: headNames.hint.unwrap().nullable(),
}

const { shape } = relief
const reliefMembers = z.object({
  code: shape.code,
  en: shape.en,
  ms: shape.ms,
  msSource: shape.msSource,
  ...shortNames,
  withheld: shape.withheld.unwrap(),
  ...provenanceView,
  kind: shape.kind,
  limitSen: shape.limitSen,
  per: shape.per.unwrap(),
  frequency: shape.frequency.unwrap(),
  exclusiveChildren: shape.exclusiveChildren.unwrap(),
  beneficiaries: shape.beneficiaries,
  couple: shape.couple.unwrap().nullable(),
  evidence: z.object({
    kind: shape.evidence.shape.kind,
    documents: shape.evidence.shape.documents.unwrap(),
  }),
  conditions: shape.conditions.unwrap(),
  included: shape.included.unwrap(),
  excluded: shape.excluded.unwrap(),
  formItems: shape.formItems.unwrap().meta({
    description:
      'The item of each form (BE, B, TP3), or the row of the official list, as far as a text of that form and year has it',
    example: { BE: 'G9' },
  }),
  einvoiceCodes: z
    .array(z.string())
    .meta({ description: 'The MyInvois classification codes that support the relief' }),
  needs: shape.needs.unwrap(),
  apportioned: shape.apportioned.unwrap(),
  changed: shape.changed.unwrap().nullable(),
  notes: shape.notes.unwrap(),
  questions: shape.questions.unwrap(),
  basis: shape.basis,
})

export const reliefView = reliefMembers.extend({
  get children(): z.ZodArray<typeof reliefView> {
    return z.array(reliefView)
  },
})
// `.meta()` would copy the schema, and the copy could not refer to itself.
reliefView.register(z.globalRegistry, { id: 'Relief' })

const gift = gifts.shape.heads.element.shape
const giftView = z.object({
  code: gift.code,
  en: gift.en,
  ms: gift.ms,
  msSource: gift.msSource,
  ...shortNames,
  ...provenanceView,
  limitSen: gift.limitSen,
  inPool: gift.inPool.unwrap(),
  basis: gift.basis,
})

const rebate = rebates.element.shape
const rebateView = z.object({
  code: rebate.code,
  en: rebate.en,
  ms: rebate.ms,
  msSource: rebate.msSource,
  ...shortNames,
  kind: rebate.kind,
  ...provenanceView,
  conditions: rebate.conditions.unwrap(),
  documents: rebate.documents.unwrap(),
})

export const reliefsView = z
  .object({
    year,
    form,
    status,
    draft: draft.unwrap(),
    reliefs: z.array(reliefView),
    gifts: z
      .object({
        poolPercentOfAggregateIncome: gifts.shape.pool.shape.percentOfAggregateIncome.meta({
          description: 'The limit that the gifts with `inPool` share',
        }),
        heads: z.array(giftView),
      })
      .meta({
        description: 'Approved gifts, deducted from aggregate income before the reliefs (section 44)',
      }),
    rebates: z.array(rebateView).meta({ description: 'Deducted from the tax (section 6A)' }),
    sources: sourcesView,
  })
  .meta({ id: 'Reliefs' })

export const taxYearView = z
  .object({
    year,
    form,
    status,
    draft: draft.unwrap(),
    filing: z.object({
      opensOn: filing.shape.opensOn,
      BE: filing.shape.BE.meta({ description: 'Without business income' }),
      B: filing.shape.B.meta({ description: 'With business income' }),
      verified: filing.shape.verified.meta({ description: 'Whether LHDN has published these days' }),
    }),
    retainUntil: day.meta({
      description: 'The last day the documents must be kept if the return is filed in the next year',
    }),
    certainty: z.object({
      rules: z.int(),
      verified: z.int().meta({ description: 'How many of the rules were checked against official texts' }),
      openQuestions: z.int(),
    }),
  })
  .meta({ id: 'TaxYear' })

export const taxYearsView = z.object({ taxYears: z.array(taxYearView) })
