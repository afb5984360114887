import { guideOf } from './guide/index.ts'
import {
  type HeadKind,
  itemsOf,
  type LawHead,
  lawHeads,
  type Names,
  type ParameterValue,
} from './parameters.ts'
import type { FormKind, TaxYear } from './year.ts'

/** A parameter that differs. Of lists, `before` has what was left out and `after` what was added. */
export interface ParameterChange {
  parameter: string
  before: ParameterValue | null
  after: ParameterValue | null
}

/** What is different about one head of the law. */
export interface HeadChange {
  change: 'added' | 'removed' | 'changed'
  kind: HeadKind
  code: string
  name: Names | null
  within: string | null
  section: string | null
  /** What was written by hand about it, in its year; the Malay text is that of the guide. */
  texts: { year: number; en: string; ms: string | null }[]
  parameters: ParameterChange[]
}

/** An item of a form with another number, or one that is known in one of the years only. */
export interface ItemChange {
  form: FormKind
  code: string
  before: string | null
  after: string | null
}

export interface LawDiff {
  from: number
  to: number
  heads: HeadChange[]
  items: ItemChange[]
}

/**
 * What differs between the data of two years. Sources, names and how sure a rule is are no change of the law.
 * @param between the years after `from` up to `to`, whose texts say what is new
 */
export function lawDiff(from: TaxYear, to: TaxYear, between: readonly TaxYear[] = [to]): LawDiff {
  const before = lawHeads(from)
  const after = lawHeads(to)
  const saidIn = between.map((year) => ({ year, heads: lawHeads(year) }))
  return {
    from: from.year,
    to: to.year,
    heads: pairsOf(before, after).flatMap(([was, is]) => {
      const change = changeOf(was, is)
      if (!change) return []
      const texts = textsOf(change, saidIn)
      // A group whose parts changed has a text and is itself as it was.
      const isSame = change.change === 'changed' && change.parameters.length === 0
      return isSame && texts.length === 0 ? [] : [{ ...change, texts }]
    }),
    items: (['BE', 'B'] as const).flatMap((form) =>
      itemChanges(form, itemsOf(from, form), itemsOf(to, form)),
    ),
  }
}

const keyOf = ({ kind, code }: LawHead) => `${kind} ${code}`

/** The heads of both years in pairs, in the order of the later one; those that ended come last. */
function pairsOf(before: LawHead[], after: LawHead[]): [LawHead | undefined, LawHead | undefined][] {
  const was = new Map(before.map((head) => [keyOf(head), head]))
  const is = new Set(after.map(keyOf))
  return [
    ...after.map((head): [LawHead | undefined, LawHead] => [was.get(keyOf(head)), head]),
    ...before.filter((head) => !is.has(keyOf(head))).map((head): [LawHead, undefined] => [head, undefined]),
  ]
}

function changeOf(was: LawHead | undefined, is: LawHead | undefined): Omit<HeadChange, 'texts'> | null {
  const head = is ?? was
  if (!head) return null
  return {
    change: !was ? 'added' : !is ? 'removed' : 'changed',
    kind: head.kind,
    code: head.code,
    name: head.name,
    within: head.within,
    section: head.rule.section,
    parameters: parameterChanges(was, is),
  }
}

function parameterChanges(was: LawHead | undefined, is: LawHead | undefined): ParameterChange[] {
  const [before, after] = [allOf(was), allOf(is)]
  const names = new Set([...Object.keys(after), ...Object.keys(before)])
  return [...names].flatMap((parameter) => {
    const found = differing(before[parameter] ?? null, after[parameter] ?? null)
    return found ? [{ parameter, ...found }] : []
  })
}

const allOf = (head: LawHead | undefined): Record<string, ParameterValue> =>
  head ? { ...head.parameters, ...(head.within !== null && { within: head.within }) } : {}

function differing(before: ParameterValue | null, after: ParameterValue | null) {
  if (!Array.isArray(before ?? after)) return before === after ? null : { before, after }
  const [was, is] = [listOf(before), listOf(after)]
  const lost = was.filter((one) => !is.includes(one))
  const won = is.filter((one) => !was.includes(one))
  return lost.length + won.length === 0 ? null : { before: lost, after: won }
}

const listOf = (value: ParameterValue | null): readonly string[] =>
  value === null ? [] : typeof value === 'object' ? value : [String(value)]

function textsOf(
  { kind, code }: Pick<HeadChange, 'kind' | 'code'>,
  years: readonly { year: TaxYear; heads: readonly LawHead[] }[],
): HeadChange['texts'] {
  return years.flatMap(({ year, heads }) => {
    const head = heads.find((one) => one.kind === kind && one.code === code)
    if (!head?.changed) return []
    const said = (language: 'en' | 'ms') => guideOf(year, code, language)?.changed ?? null
    return [{ year: year.year, en: said('en') ?? head.changed, ms: said('ms') }]
  })
}

function itemChanges(form: FormKind, was: Record<string, string>, is: Record<string, string>): ItemChange[] {
  return [...new Set([...Object.keys(is), ...Object.keys(was)])].flatMap((code) => {
    const [before, after] = [was[code] ?? null, is[code] ?? null]
    return before === after ? [] : [{ form, code, before, after }]
  })
}
