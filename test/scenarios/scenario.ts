import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import { z } from 'zod'
import { Refusal } from '../../server/errors.ts'
import { claimable } from '../../server/law/claimable.ts'
import type { Law } from '../../server/law/law.ts'
import { findRelief } from '../../server/law/tree.ts'
import { checkFacts } from '../../server/taxpayer/check.ts'
import { type Facts, factsSchema } from '../../server/taxpayer/facts.ts'
import { toApiFacts } from './facts.ts'
import { money } from './money.ts'

const amounts = z.record(z.string(), money)
const oneOrMore = z.union([z.array(money), money.transform((sen) => [sen])])

/** What is known of a taxpayer's year. */
export const known = {
  name: z.string(),
  year: z.int(),
  facts: z.unknown().default({}).transform(toApiFacts).pipe(factsSchema),
  receipts: z.record(z.string(), oneOrMore).default({}),
}

const schema = z.strictObject({
  ...known,
  source: z.string(),
  expected: z.strictObject({
    /** The outermost reliefs that are granted, all of them. */
    reliefs: amounts,
    totalReliefs: money,
    chargeableIncome: money.optional(),
    tax: money.optional(),
    /** The rebates that are granted, all of them. */
    rebates: amounts.optional(),
    payable: money.optional(),
    /** Codes of `receipts` that the year does not know. */
    notClaimable: z.array(z.string()).default([]),
  }),
})

/** A taxpayer's year and what its figures must be. All amounts in sen. */
export type Scenario = z.output<typeof schema> & {
  facts: Facts
  /** The facts as a client sends them. */
  sentFacts: unknown
}

/** Says which line of a scenario is wrong: `file:line: why`. */
export class ScenarioError extends Error {
  override name = 'ScenarioError'
}

type Path = readonly PropertyKey[]

/**
 * Reads a scenario, and checks it against its year's law.
 * @throws ScenarioError with the file, the line and the reason
 */
export function readScenario(file: string, text: string, law: Law): Scenario {
  const { data: scenario, year, at, sentFacts } = readKnown(schema, file, text, law)
  for (const code of Object.keys(scenario.receipts)) {
    if (!claimable(year, code) && !scenario.expected.notClaimable.includes(code))
      throw at(['receipts', code], `no receipt can count for it in ${year.year}`)
  }
  for (const code of Object.keys(scenario.expected.reliefs)) {
    if (!findRelief(year, code)) throw at(['expected', 'reliefs', code], `no relief of ${year.year}`)
  }
  return { ...scenario, sentFacts }
}

/** What a scenario of any kind has. */
interface Known {
  year: number
  facts: Facts
}

/**
 * Reads a file by its schema, and checks its facts against its year's law.
 * @throws ScenarioError with the file, the line and the reason
 */
export function readKnown<Data extends Known>(schema: z.ZodType<Data>, file: string, text: string, law: Law) {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const fail = (offset: number, why: string) =>
    new ScenarioError(`${file}:${lines.linePos(offset).line}: ${why}`)
  const [unreadable] = document.errors
  if (unreadable) throw fail(unreadable.pos[0], unreadable.message)
  const at = (path: Path, why: string) => fail(offsetOf(document.contents, path), `${nameOf(path)}: ${why}`)

  const content = document.toJS() as { facts?: unknown }
  const parsed = schema.safeParse(content)
  if (parsed.error) {
    const { path, why } = whyNot(parsed.error)
    throw at(path, why)
  }
  const { data } = parsed
  const year = law.year(data.year)
  if (!year) throw at(['year'], 'no law of this year')
  try {
    checkFacts(law, year, data.facts)
  } catch (error) {
    const [wrong] = error instanceof Refusal ? wrongIn(error) : []
    throw wrong ? at(['facts', ...wrong.path.split('/').slice(1)], wrong.message) : error
  }
  return { data, year, at, sentFacts: toApiFacts(content.facts ?? {}) }
}

/** The issue that helps most: a misspelt entry is also a missing one. */
function whyNot({ issues }: z.ZodError): { path: Path; why: string } {
  const misspelt = issues.find(({ code }) => code === 'unrecognized_keys')
  if (misspelt?.code === 'unrecognized_keys')
    return { path: [...misspelt.path, ...misspelt.keys.slice(0, 1)], why: 'no such entry' }
  const [first] = issues
  return { path: first?.path ?? [], why: first?.message ?? 'not a scenario' }
}

const wrongIn = ({ errors = [] }: Refusal) =>
  errors.map(({ path, message }) => ({ path, message: message.en }))

/** As the scenario writes it, without the `Sen` of the API's names. */
const nameOf = (path: Path) => path.map((part) => String(part).replace(/Sen$/, '')).join('.')

/** Where the deepest entry on this path begins; in the API's names or the scenario's. */
function offsetOf(root: Node | null, path: Path): number {
  let node: unknown = root
  let offset = 0
  for (const part of path) {
    if (isMap(node)) {
      const pair = node.items.find(
        ({ key }) => isScalar(key) && [key.value, `${key.value}Sen`].includes(part as string),
      )
      if (!pair || !isScalar(pair.key)) break
      offset = pair.key.range?.[0] ?? offset
      node = pair.value
    } else if (isSeq(node)) {
      node = node.items[Number(part)]
      offset = (node as Node | undefined)?.range?.[0] ?? offset
    } else break
  }
  return offset
}
