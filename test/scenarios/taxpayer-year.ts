import { z } from 'zod'
import { claimable } from '../../server/law/claimable.ts'
import type { Law } from '../../server/law/law.ts'
import { assessments } from '../../server/taxpayer/facts.ts'
import { money } from './money.ts'
import { known, readKnown } from './scenario.ts'

/** `9,000 because every individual has it, s. 46(1)(a)`: an amount with its argument. */
const argued = z.string().transform((text, context) => {
  const [, amount = '', because] = /^(\S+) because (\S[\s\S]*)$/.exec(text) ?? []
  const sen = money.safeParse(amount).data
  if (because !== undefined && sen !== undefined) return { sen, because }
  context.issues.push({
    code: 'custom',
    input: text,
    message: 'not an argued amount, such as 9,000 because ...',
  })
  return z.NEVER
})

/** `B14 46,650`, or `unknown 46,650` where the form has no known number for the line. */
const inItem = z.string().transform((text, context) => {
  const [, item = '', amount = ''] = /^(unknown|[A-Z]\S*) (\S+)$/.exec(text) ?? []
  const sen = money.safeParse(amount).data
  if (item && sen !== undefined) return { item: item === 'unknown' ? null : item, sen }
  context.issues.push({
    code: 'custom',
    input: text,
    message: 'not an item and an amount, such as B14 46,650',
  })
  return z.NEVER
})

const schema = z.strictObject({
  ...known,
  story: z.string(),
  /** Why it cannot hold yet. */
  todo: z.string().optional(),
  expected: z.strictObject({
    form: z.enum(['BE', 'B']),
    /** By code: every line of the computation that is not 0; deductions as they are said, without a sign. */
    computation: z.record(z.string(), argued),
    /** By code of a line of the return: its item and its amount. */
    return: z.record(z.string(), inItem).default({}),
    /** The tax of both, in each way to be assessed. */
    together: z.partialRecord(z.enum(assessments), argued).optional(),
    /** Codes of warnings, each of which must be there. */
    warnings: z.array(z.string()).default([]),
    /** What is left of losses for the next year. */
    lossesLeft: money.optional(),
  }),
})

/** A taxpayer's year with its whole computation, argued. All amounts in sen. */
export type TaxpayerYear = z.output<typeof schema> & { sentFacts: unknown }

/** @throws ScenarioError with the file, the line and the reason */
export function readTaxpayerYear(file: string, text: string, law: Law): TaxpayerYear {
  const { data, year, at, sentFacts } = readKnown(schema, file, text, law)
  for (const code of Object.keys(data.receipts))
    if (!claimable(year, code)) throw at(['receipts', code], `no receipt can count for it in ${year.year}`)
  return { ...data, sentFacts }
}
