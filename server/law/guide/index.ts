import { findRelief } from '../tree.ts'
import type { TaxYear } from '../year.ts'
import { education } from './education.ts'
import { family } from './family.ts'
import { gifts } from './gifts.ts'
import { home } from './home.ts'
import { insurance } from './insurance.ts'
import { lifestyle } from './lifestyle.ts'
import type { Guide, Guides, Line } from './line.ts'
import { medical } from './medical.ts'
import { parents } from './parents.ts'
import { returnLines } from './return-lines.ts'

export const guides: Guides = {
  ...lifestyle,
  ...medical,
  ...parents,
  ...family,
  ...education,
  ...insurance,
  ...home,
  ...gifts,
}

export type GuideLanguage = 'en' | 'ms'

/** A guide as it holds in one year, in one language. */
export interface GuideOfYear {
  counts: string[]
  doesNotCount: string[]
  for: string
  keep: string
  questions: string[]
  changed: string | null
}

/** What to know of a relief, gift or rebate in a year; undefined where nothing is written about it. */
export function guideOf(year: TaxYear, code: string, language: GuideLanguage): GuideOfYear | undefined {
  const guide = Object.hasOwn(guides, code) ? guides[code] : undefined
  if (!guide) return undefined
  const worded = (lines: readonly Line[]) => linesOf(lines, year, language)
  return {
    counts: worded(guide.counts),
    doesNotCount: worded(guide.doesNotCount),
    for: worded(guide.for)[0] ?? '',
    keep: worded(guide.keep)[0] ?? '',
    questions: worded(guide.questions ?? []),
    changed: unbroken(changeIn(guide, year.year)?.[language] ?? '') || null,
  }
}

const linesOf = (lines: readonly Line[], year: TaxYear, language: GuideLanguage) =>
  lines
    .filter(({ from = 0, until = 9999 }) => from <= year.year && year.year <= until)
    .map((line) => unbroken(withLimits(line[language], year, language)))

/** What stands beside a line of the return. */
export type LineNote = Pick<GuideOfYear, 'counts' | 'doesNotCount'> & { keep: string | null }

/** The note on a line of the return: a relief, gift or rebate, or an income or payment. */
export function noteOf(year: TaxYear, code: string, language: GuideLanguage): LineNote | undefined {
  const guide = guideOf(year, code, language)
  if (guide) return { counts: guide.counts, doesNotCount: guide.doesNotCount, keep: guide.keep || null }
  const line = Object.hasOwn(returnLines, code) ? returnLines[code] : undefined
  if (!line) return undefined
  return {
    counts: linesOf(line.counts, year, language),
    doesNotCount: linesOf(line.doesNotCount ?? [], year, language),
    keep: line.keep ? (linesOf([line.keep], year, language)[0] ?? null) : null,
  }
}

const changeIn = ({ changes = [] }: Guide, year: number) => changes.find((change) => change.year === year)

/** An amount is never broken over two lines. */
const unbroken = (text: string) => text.replace(/\bRM (?=\d)/g, 'RM\u00a0')

/** The text with each `{limit code}` as an amount. */
const withLimits = (text: string, year: TaxYear, language: GuideLanguage) =>
  text.replace(/\{limit ([a-z0-9-]+)\}/g, (_, code: string) => {
    const limitSen = findRelief(year, code)?.limitSen
    return limitSen == null ? '' : ringgitIn(limitSen, language)
  })

/** `RM 2,500` in English and `RM2,500` in Malay, as the app writes amounts; limits are whole ringgit. */
function ringgitIn(sen: number, language: GuideLanguage): string {
  const whole = String(Math.trunc(sen / 100)).replace(/\B(?=(\d{3})+$)/g, ',')
  return language === 'en' ? `RM ${whole}` : `RM${whole}`
}
