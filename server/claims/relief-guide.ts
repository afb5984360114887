import { z } from 'zod'
import { type GuideLanguage, guideOf } from '../law/guide/index.ts'
import { reference } from '../law/relief.ts'
import { allReliefs } from '../law/tree.ts'
import type { TaxYear } from '../law/year.ts'
import { provenanceView, shortNames } from './tax-year-views.ts'

const lines = z.array(z.string())

export const reliefGuideView = z
  .object({
    year: z.int().meta({ description: 'Year of assessment' }),
    code: z.string(),
    shortName: shortNames.shortName,
    counts: lines.meta({ description: 'What counts, in a few words each' }),
    doesNotCount: lines,
    for: z.string().meta({
      description: 'Whose expense it may be; completes “For ...”',
      example: 'you, your husband or wife, and your children',
    }),
    keep: z.string().meta({
      description: 'The papers that prove it; completes “Keep ... until ...”',
      example: 'the receipt that names the publication',
    }),
    questions: lines.meta({ description: 'What the law and LHDN leave open; the claimant decides' }),
    changed: z.string().nullable().meta({ description: 'What is new this year' }),
    section: provenanceView.section,
    verified: provenanceView.verified,
    sources: z
      .array(
        z.object({
          title: z.string(),
          place: z.string().meta({ description: 'The place in that source' }),
          exact: reference.shape.exact,
          url: z.string().nullable(),
        }),
      )
      .meta({ description: 'Where the rule was read' }),
  })
  .meta({ id: 'ReliefGuide' })
export type ReliefGuide = z.output<typeof reliefGuideView>

/** What to know of a relief, gift or rebate of a year; undefined if the year has none with this code. */
export function toReliefGuide(year: TaxYear, code: string, language: GuideLanguage): ReliefGuide | undefined {
  const heads = [...allReliefs(year), ...year.gifts.heads, ...year.rebates]
  const head = heads.find((one) => one.code === code)
  const guide = head && guideOf(year, code, language)
  if (!guide) return undefined
  const { shortName, section, verified, sources } = head
  return {
    year: year.year,
    code,
    shortName,
    ...guide,
    section,
    verified,
    sources: sources.flatMap(({ id, place, exact }) => {
      const source = year.sources[id]
      return source ? [{ title: source.title, place, exact, url: source.url }] : []
    }),
  }
}
