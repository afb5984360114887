import type { ClaimLine, ClaimSummary } from '../claims/claim-views.ts'
import type { Language } from '../language.ts'
import { sum } from '../law/money.ts'
import type { WithItem } from './item-text.ts'

/** A line of a claim as a table shows it. */
export interface FormLine extends WithItem {
  code: string
  name: string
  /** The number of headings above it. */
  depth: number
  section: string
  verified: boolean
  /** Spending on this relief and those below it. */
  spentSen: number
  /** What to enter in the form: below a shared limit, what the lines before it leave of that. */
  allowedSen: number
  limitSen: number | null
  remainingSen: number | null
  /** The number of receipts claimed for this relief and those below it. */
  receipts: number
}

/** The reliefs with spending or a grant, parents before their children. */
export const usedLines = (summary: ClaimSummary, language: Language): FormLine[] =>
  summary.reliefs.flatMap((line) => flat(line, language, 0, line.allowedSen))

function flat(line: ClaimLine, language: Language, depth: number, upToSen: number): FormLine[] {
  const spentSen = spentOn(line)
  const receipts = new Set(idsBehind(line)).size
  if (spentSen === 0 && line.allowedSen === 0 && receipts === 0) return []
  const { code, formItem, formItemFrom, section, verified, limitSen, remainingSen } = line
  const allowedSen = Math.min(line.allowedSen, upToSen)
  let leftSen = allowedSen
  const below = line.children.flatMap((child) => {
    const lines = flat(child, language, depth + 1, leftSen)
    leftSen -= Math.min(child.allowedSen, leftSen)
    return lines
  })
  const name = nameIn(line, language)
  return [
    {
      code,
      name,
      depth,
      formItem,
      formItemFrom,
      section,
      verified,
      spentSen,
      allowedSen,
      limitSen,
      remainingSen,
      receipts,
    },
    ...below,
  ]
}

export const nameIn = ({ en, ms }: { en: string; ms: string }, language: Language) =>
  language === 'ms' ? ms : en

const spentOn = (line: ClaimLine): number => line.spentSen + sum(line.children.map(spentOn))

const idsBehind = (line: ClaimLine): string[] => [
  ...line.receipts.map(({ id }) => id),
  ...line.children.flatMap(idsBehind),
]
