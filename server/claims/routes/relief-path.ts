import { z } from 'zod'
import { Refusal } from '../../errors.ts'
import { codesOf, findRelief } from '../../law/tree.ts'
import type { TaxYear } from '../../law/year.ts'
import { yearPath } from '../../taxpayer/routes/year.ts'
import { say } from '../../texts/index.ts'

/** A relief, gift or rebate of a year. */
export const reliefPath = yearPath.extend({
  code: z.string().max(60).meta({ description: 'Code of a relief, gift or rebate', example: 'lifestyle' }),
})

/**
 * The codes of a relief and of those below it; a gift or rebate stands alone.
 * @throws Refusal not_found if the year has none with this code
 */
export function codesOfHead(year: TaxYear, code: string): ReadonlySet<string> {
  const relief = findRelief(year, code)
  if (relief) return new Set(codesOf(relief))
  if ([...year.gifts.heads, ...year.rebates].some((head) => head.code === code)) return new Set([code])
  throw noSuchRelief(year, code)
}

export const noSuchRelief = ({ year }: TaxYear, code: string) =>
  new Refusal(
    'not_found',
    say(({ refusals }) => refusals.noSuchRelief(year, code)),
  )
