import type { Language } from '../../language.ts'
import type { LawHead, ParameterValue } from '../../law/parameters.ts'
import { allReliefs, findRelief } from '../../law/tree.ts'
import type { TaxYear } from '../../law/year.ts'
import { type Texts, texts } from '../../texts/index.ts'

type Words = Texts['law']
type ParameterName = keyof Words['parameters']

/** Parameters whose value is the code of a relief. */
const RELIEFS: ReadonlySet<string> = new Set(['voluntaryExcessTo', 'requiresRelief', 'within'])
/** Parameters that are sentences of the data, in English; the guide says the same in both languages. */
export const SENTENCES: ReadonlySet<string> = new Set(['conditions', 'included', 'excluded', 'documents'])

/** The law in words. */
export function wordsOf(language: Language, year: TaxYear) {
  const words = texts[language].law
  const isWord = (text: string): text is keyof Words['words'] => Object.hasOwn(words.words, text)

  function nameOf({ kind, code, name }: Pick<LawHead, 'kind' | 'code' | 'name'>): string {
    if (kind === 'spouse-payment') return `${reliefName(code)} (${words.kinds[kind]})`
    if (name) return name[language]
    const named = words.kinds[kind]
    return kind === 'computation' ? `${named}: ${code}` : named.charAt(0).toUpperCase() + named.slice(1)
  }

  const reliefName = (code: string) => findRelief(year, code)?.shortName[language] ?? code

  /** The name of an item of a form; its code where it is no head of the law. */
  const itemName = (code: string) =>
    [...allReliefs(year), ...year.gifts.heads, ...year.rebates].find((head) => head.code === code)?.shortName[
      language
    ] ?? code

  function labelOf(parameter: string): string {
    const above = /^ratePercentAbove(\d+)$/.exec(parameter)?.[1]
    if (above !== undefined) return words.rateAbove(Number(above))
    return Object.hasOwn(words.parameters, parameter)
      ? words.parameters[parameter as ParameterName]
      : parameter
  }

  function wordOf(parameter: string, value: ParameterValue | null): string {
    if (value === null) return words.none
    if (typeof value === 'boolean') return value ? words.yes : words.no
    if (typeof value === 'number') {
      if (parameter.endsWith('Sen')) return words.amount(value)
      return parameter.startsWith('rate') || parameter.startsWith('percent')
        ? words.percent(value)
        : String(value)
    }
    if (typeof value === 'string') {
      if (RELIEFS.has(parameter)) return reliefName(value)
      return isWord(value) ? words.words[value] : value
    }
    if (SENTENCES.has(parameter)) return value.join('; ')
    return value.map((one) => wordOf(parameter, one)).join(', ') || words.none
  }

  return { words, nameOf, itemName, labelOf, wordOf }
}

export type LawWords = ReturnType<typeof wordsOf>
