import assert from 'node:assert/strict'
import { type AllowedReliefs, allowedReliefs, flatLines } from '../../server/law/allowed-reliefs.ts'
import type { EarlierClaim } from '../../server/law/frequency.ts'
import type { Child } from '../../server/law/grants.ts'
import { emptyTaxpayer, type Taxpayer } from '../../server/law/taxpayer.ts'
import { loadLaw } from '../../server/services/law.ts'

export const law = await loadLaw()

/** The data of a year there is. */
export function yearOf(ya: number) {
  const year = law.year(ya)
  assert.ok(year, `no data for ${ya}`)
  return year
}

/** What a year's reliefs allow of some spending alone, without any fixed relief. */
export const allowed = (ya: number, spend: Record<string, number>, earlier: EarlierClaim[] = []) =>
  allowedReliefs(yearOf(ya), { spend, granted: {}, people: { child: 0, parent: 0 }, earlier })

/** One relief's line of a result. */
export function lineOf({ lines }: Pick<AllowedReliefs, 'lines'>, code: string) {
  const line = flatLines(lines).find((known) => known.code === code)
  assert.ok(line, `no ${code}`)
  return line
}

export const taxpayer = (values: Partial<Taxpayer>): Taxpayer => ({ ...emptyTaxpayer, ...values })

export const child = (values: Partial<Child>): Child => ({
  bornOn: '2015-06-15',
  study: 'none',
  disabled: false,
  married: false,
  ownIncomeSen: 0,
  shared: false,
  ...values,
})

export const spouse = { disabled: false, hasIncome: false, foreignIncomeSen: 0 }

/** Ringgit as sen. */
export const rm = (ringgit: number) => Math.round(ringgit * 100)
