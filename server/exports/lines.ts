import type { ClaimLine, ClaimSummary } from '../claims/claim-views.ts'
import { sum } from '../law/money.ts'
import type { Language } from './language.ts'

/** A line of a claim as a table shows it. */
export interface FlatLine {
  code: string
  name: string
  /** How many headings it stands below. */
  depth: number
  formItem: string | null
  section: string
  verified: boolean
  /** With what was spent below it. */
  spentSen: number
  allowedSen: number
  limitSen: number | null
  remainingSen: number | null
  /** How many receipts stand behind it, below it included. */
  receipts: number
}

/** The reliefs something was spent on or that are granted, each before those below it. */
export const usedLines = (summary: ClaimSummary, language: Language): FlatLine[] =>
  summary.reliefs.flatMap((line) => flat(line, language, 0))

function flat(line: ClaimLine, language: Language, depth: number): FlatLine[] {
  const spentSen = spentOn(line)
  const receipts = new Set(idsBehind(line)).size
  if (spentSen === 0 && line.allowedSen === 0 && receipts === 0) return []
  const { code, formItem, section, verified, allowedSen, limitSen, remainingSen } = line
  const name = nameIn(line, language)
  return [
    {
      code,
      name,
      depth,
      formItem,
      section,
      verified,
      spentSen,
      allowedSen,
      limitSen,
      remainingSen,
      receipts,
    },
    ...line.children.flatMap((child) => flat(child, language, depth + 1)),
  ]
}

export const nameIn = ({ en, ms }: { en: string; ms: string }, language: Language) =>
  language === 'ms' ? ms : en

const spentOn = (line: ClaimLine): number => line.spentSen + sum(line.children.map(spentOn))

const idsBehind = (line: ClaimLine): string[] => [
  ...line.receipts.map(({ id }) => id),
  ...line.children.flatMap(idsBehind),
]
