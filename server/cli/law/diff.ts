import type { Language } from '../../language.ts'
import { type HeadChange, type ItemChange, type LawDiff, lawDiff } from '../../law/diff.ts'
import { guideOf } from '../../law/guide/index.ts'
import type { HeadKind } from '../../law/parameters.ts'
import type { TaxYear } from '../../law/year.ts'
import { loadLaw } from '../../services/law.ts'
import { print } from '../output.ts'
import { EXIT } from '../usage-error.ts'
import { knownYear } from './known-year.ts'
import { type LawWords, SENTENCES, wordsOf } from './words.ts'

interface DiffOptions {
  language: Language
  json?: boolean | undefined
}

/** Prints what is different between the law of two years. */
export async function diff(from: number, to: number, { language, json }: DiffOptions): Promise<number> {
  const law = await loadLaw()
  const [before, after] = [knownYear(law, from), knownYear(law, to)]
  const between = law.years.filter(({ year }) => from < year && year <= to)
  const found = lawDiff(before, after, between)
  if (json) print(JSON.stringify(found, null, 2))
  else for (const line of linesOf(found, before, after, language)) print(line)
  return EXIT.ok
}

/** What people look for first and must read to be unchanged. */
const NAMED_IF_SAME: readonly HeadKind[] = [
  'bands',
  'charge',
  'rebate',
  'gift',
  'gift-pool',
  'filing',
  'records',
]

function linesOf(found: LawDiff, before: TaxYear, after: TaxYear, language: Language): string[] {
  const is = wordsOf(language, after)
  const { words } = is
  const { heads, items } = found
  const groups = (['added', 'removed', 'changed'] as const).flatMap((change) => {
    const ofGroup = heads.filter((head) => head.change === change)
    if (ofGroup.length === 0) return []
    const lines = ofGroup.flatMap((head) =>
      headLines(head, change === 'removed' ? wordsOf(language, before) : is, { before, after, language }),
    )
    return ['', words[change], ...lines]
  })
  const same = NAMED_IF_SAME.filter((kind) => !heads.some((head) => head.kind === kind))
  return [
    words.title(found.from, found.to),
    ...(after.draft ? [words.draft(after.year)] : []),
    ...(groups.length === 0 ? ['', words.nothing] : groups),
    ...itemLines(items, is, after),
    ...(same.length === 0 ? [] : ['', words.unchanged(same.map((kind) => words.kinds[kind]).join(', '))]),
  ]
}

interface Years {
  before: TaxYear
  after: TaxYear
  language: Language
}

function headLines(head: HeadChange, { words, nameOf, labelOf, wordOf }: LawWords, years: Years): string[] {
  const { change, section, texts, parameters } = head
  const title = section === null ? nameOf(head) : `${nameOf(head)}, ${words.section(section)}`
  const shown = parameters.filter(({ parameter }) => !SENTENCES.has(parameter))
  const figures = shown.map(({ parameter, before, after }) => {
    const [was, is] = [wordOf(parameter, before), wordOf(parameter, after)]
    const value = change === 'added' ? is : change === 'removed' ? was : words.was(was, is)
    return `${labelOf(parameter)}: ${listChange(before, after, change) ?? value}`
  })
  const said = texts.map(({ year, en, ms }) => {
    const text = years.language === 'en' ? en : ms
    return text === null ? [] : [`${year}: ${text}`]
  })
  const guided = change === 'changed' ? guideLines(head.code, words, years) : []
  return [`  ${title}`, ...[...said.flat(), ...figures, ...guided].map((line) => `    ${line}`)]

  /** Of a list, what was left out and what was added. */
  function listChange(before: unknown, after: unknown, how: HeadChange['change']): string | null {
    if (how !== 'changed' || !Array.isArray(before) || !Array.isArray(after)) return null
    const signed = (sign: string, list: string[]) => list.map((one) => `${sign} ${wordOf('', one)}`)
    return [...signed('−', before), ...signed('+', after)].join(', ')
  }
}

/** How the relief in plain words differs. */
function guideLines(code: string, words: LawWords['words'], { before, after, language }: Years): string[] {
  const [was, is] = [guideOf(before, code, language), guideOf(after, code, language)]
  if (!was || !is) return []
  const news = (label: string, from: readonly string[], to: readonly string[]) =>
    to.filter((line) => !from.includes(line)).map((line) => `${label}: ${line}`)
  return [
    ...news(words.counts, was.counts, is.counts),
    ...news(words.countsNoMore, is.counts, was.counts),
    ...news(words.countsNot, was.doesNotCount, is.doesNotCount),
    ...news(words.countsNotNoMore, is.doesNotCount, was.doesNotCount),
    ...news(words.whom, [was.for], [is.for]),
    ...news(words.keep, [was.keep], [is.keep]),
  ]
}

function itemLines(items: ItemChange[], { words, itemName }: LawWords, after: TaxYear): string[] {
  return (['BE', 'B'] as const).flatMap((form) => {
    const ofForm = items.filter((item) => item.form === form)
    const learned = ofForm.filter((item) => item.before === null).length
    const lost = ofForm.filter((item) => item.after === null).length
    const moved = ofForm.flatMap(({ code, before: was, after: is }) =>
      was !== null && is !== null ? [words.itemsMoved(itemName(code), was, is)] : [],
    )
    const lines = [
      ...moved,
      ...(learned > 0 ? [words.itemsLearned(learned, after.year)] : []),
      ...(lost > 0 ? [words.itemsLost(lost, after.year)] : []),
    ]
    return lines.length === 0 ? [] : ['', words.items(form, after.year), ...lines.map((line) => `  ${line}`)]
  })
}
