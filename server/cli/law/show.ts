import type { Language } from '../../language.ts'
import { type LawHead, lawHeads } from '../../law/parameters.ts'
import { loadLaw } from '../../services/law.ts'
import { print } from '../output.ts'
import { EXIT, UsageError } from '../usage-error.ts'
import { knownYear } from './known-year.ts'
import { type LawWords, SENTENCES, wordsOf } from './words.ts'

interface ShowOptions {
  language: Language
  json?: boolean | undefined
}

/** Prints the parameters of a year, or of one head, with their sources. */
export async function show(
  ya: number,
  code: string | undefined,
  { language, json }: ShowOptions,
): Promise<number> {
  const year = knownYear(await loadLaw(), ya)
  const all = lawHeads(year)
  const heads = code === undefined ? all : all.filter((head) => head.code === code)
  if (heads.length === 0)
    throw new UsageError(`nothing in the law of ${ya} is called ${code}; without a code, all is printed`)
  if (json) {
    const { status, draft, sources } = year
    print(JSON.stringify({ year: ya, status, draft, heads, sources }, null, 2))
    return EXIT.ok
  }
  const worded = wordsOf(language, year)
  const { words } = worded
  print(words.year(ya))
  if (year.draft) print(words.draft(ya))
  for (const head of heads) {
    print()
    for (const line of headLines(head, worded, language)) print(line)
  }
  const cited = new Set(heads.flatMap(({ rule }) => rule.sources.map(({ id }) => id)))
  print()
  print(words.works)
  for (const [id, { title, publisher, url }] of Object.entries(year.sources))
    if (cited.has(id)) print(`  ${id}: ${title}, ${publisher}${url === null ? '' : `, ${url}`}`)
  return EXIT.ok
}

function headLines(
  head: LawHead,
  { words, nameOf, labelOf, wordOf }: LawWords,
  language: Language,
): string[] {
  const { code, parameters, rule } = head
  const section = rule.section === null ? '' : `, ${words.section(rule.section)}`
  const figures = Object.entries(parameters)
    // The sentences of the data are English; the guide has them in both languages.
    .filter(([parameter]) => language === 'en' || !SENTENCES.has(parameter))
    .map(([parameter, value]) => `${labelOf(parameter)}: ${wordOf(parameter, value)}`)
  const sources = rule.sources.map(
    ({ id, place, exact }) => `${words.source}: ${id}, ${place}${exact ? '' : ` (${words.pageUnknown})`}`,
  )
  const sure = rule.verified ? words.verified : words.unverified
  return [`${nameOf(head)} (${code})${section}`, ...[...figures, ...sources, sure].map((line) => `  ${line}`)]
}
