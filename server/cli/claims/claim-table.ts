import type { ClaimLine, ClaimSummary } from '../../claims/claim-views.ts'

type Language = 'en' | 'ms'

interface Row {
  item: string
  name: string
  amounts: (number | null)[]
}

const HEADS: Record<Language, string[]> = {
  en: ['item', 'relief', 'limit', 'spent', 'allowed', 'remaining', 'with suggestions'],
  ms: ['perkara', 'pelepasan', 'had', 'dibelanja', 'dibenarkan', 'baki', 'dengan cadangan'],
}
const TOTAL: Record<Language, string> = { en: 'all reliefs', ms: 'semua pelepasan' }

const LONGEST_NAME = 44

/** The claim as lines of text: what may be claimed, and what could be if every suggestion is right. */
export function claimTable(claim: ClaimSummary, language: Language): string {
  const total: Row = {
    item: '',
    name: TOTAL[language],
    amounts: [null, null, claim.allowedSen, null, claim.withSuggestionsSen],
  }
  const rows = [...claim.reliefs.flatMap((line) => rowsOf(line, language, 0)), total]
  const cells = rows.map(({ item, name, amounts }) => [item, cut(name), ...amounts.map(ringgit)])
  const table = [HEADS[language], ...cells]
  const widths = HEADS[language].map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)))
  const line = (row: string[]) =>
    row
      .map((cell, column) =>
        column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd()
  const rule = widths.map((width) => '─'.repeat(width)).join('  ')
  return [
    line(HEADS[language]),
    rule,
    ...cells.slice(0, -1).map(line),
    rule,
    ...cells.slice(-1).map(line),
  ].join('\n')
}

/** A relief and those below it, as far as there is something to say of them. */
function rowsOf(line: ClaimLine, language: Language, depth: number): Row[] {
  const { formItem, limitSen, spentSen, allowedSen, remainingSen, withSuggestionsSen } = line
  const isUsed = spentSen !== 0 || allowedSen > 0 || withSuggestionsSen > 0
  if (!isUsed) return []
  const name = '  '.repeat(depth) + (language === 'ms' ? line.ms : line.en)
  const amounts = [limitSen, spentSen, allowedSen, remainingSen, withSuggestionsSen]
  const below = line.children.flatMap((child) => rowsOf(child, language, depth + 1))
  return [{ item: formItem ?? '', name, amounts }, ...below]
}

const cut = (name: string) => (name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name)

/** `1,234.50`; nothing where there is no limit. */
export const ringgit = (sen: number | null) =>
  sen === null ? '' : (sen / 100).toLocaleString('en', { minimumFractionDigits: 2 })
