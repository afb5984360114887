import type { ClaimLine, ClaimSummary } from '../../claims/claim-views.ts'
import { nameIn } from '../../exports/form-lines.ts'
import { itemText } from '../../exports/item-text.ts'
import { words } from '../../exports/words/index.ts'
import type { Language } from '../../language.ts'
import { groupedRinggit } from '../../ringgit.ts'
import { type Column, table } from '../table.ts'

interface Row {
  item: string
  name: string
  amounts: (number | null)[]
}

/** The unit is left out: all amounts are in ringgit. */
function titlesIn(language: Language): string[] {
  const { formItem, relief, limit, spent, allowed, remaining, withSuggestions } = words[language].line
  return [formItem, relief, limit, spent, allowed, remaining, withSuggestions].map((title) =>
    title.replace(' (RM)', ''),
  )
}

const MAX_NAME_LENGTH = 44

/** The claim as a text table: the amounts allowed, and those allowed if every suggestion is accepted. */
export function claimTable(claim: ClaimSummary, language: Language): string {
  const total: Row = {
    item: '',
    name: words[language].allReliefs,
    amounts: [null, null, claim.allowedSen, null, claim.withSuggestionsSen],
  }
  const rows = claim.reliefs.flatMap((line) => rowsOf(line, language, 0))
  const [item = '', relief = '', ...amountTitles] = titlesIn(language)
  const columns: Column<Row>[] = [
    { title: item, cell: (row) => row.item },
    { title: relief, cell: ({ name }) => cut(name) },
    ...amountTitles.map((title, index) => ({
      title,
      cell: ({ amounts }: Row) => amountIn(amounts[index] ?? null),
      right: true,
    })),
  ]
  return table(columns, rows, { total })
}

const amountIn = (sen: number | null) => (sen === null ? '' : groupedRinggit(sen))

/** The rows of a relief and those below it that have an amount. */
function rowsOf(line: ClaimLine, language: Language, depth: number): Row[] {
  const { limitSen, spentSen, allowedSen, remainingSen, withSuggestionsSen } = line
  const isUsed = spentSen !== 0 || allowedSen > 0 || withSuggestionsSen > 0
  if (!isUsed) return []
  const name = '  '.repeat(depth) + nameIn(line, language)
  const amounts = [limitSen, spentSen, allowedSen, remainingSen, withSuggestionsSen]
  const below = line.children.flatMap((child) => rowsOf(child, language, depth + 1))
  return [{ item: itemText(line, words[language]), name, amounts }, ...below]
}

const cut = (name: string) =>
  name.length > MAX_NAME_LENGTH ? `${name.slice(0, MAX_NAME_LENGTH - 1)}…` : name
