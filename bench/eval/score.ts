import { findDates } from '../../server/reading/fields/date-shapes.ts'

/** What a person read on a receipt, as its answer key has it. */
export interface Key {
  company?: string
  date?: string
  total?: string
}

/** Fields as read, in the form the receipt set's own scorer takes. */
export interface Prediction {
  merchant: string | null
  /** YYYY-MM-DD */
  date: string | null
  /** Ringgit with two decimals. */
  total: string | null
}

export const MEASURES = ['date', 'total', 'total±5', 'merchant', 'all three'] as const
export type Measure = (typeof MEASURES)[number]

const bare = (name: string) => name.toUpperCase().replace(/[^A-Z0-9]/g, '')

function senOf(text: string | null | undefined): number | null {
  const figure = /-?\d+(?:\.\d+)?/.exec((text ?? '').replaceAll(',', ''))
  return figure ? Math.round(Number(figure[0]) * 100) : null
}

/** A key's date as YYYY-MM-DD; keys are day first. */
export function dayOf(text: string | undefined): string | null {
  return findDates((text ?? '').toUpperCase(), 2099)[0]?.iso ?? null
}

/**
 * Which measures a prediction meets. Dates: the same day. Totals: the same sen, or within 5 sen (some keys hold
 * the amount before rounding). Merchants: the same letters and digits. What is missing is wrong.
 */
export function judge(got: Prediction, key: Key): Record<Measure, boolean> {
  const [sen, keySen] = [senOf(got.total), senOf(key.total)]
  const date = got.date !== null && got.date === dayOf(key.date)
  const total = sen !== null && sen === keySen
  const near = sen !== null && keySen !== null && Math.abs(sen - keySen) <= 5
  const name = bare(got.merchant ?? '')
  const merchant = name !== '' && name === bare(key.company ?? '')
  return { date, total, 'total±5': near, merchant, 'all three': date && total && merchant }
}

/** The 95 % Wilson score interval of `right` out of `n`, in percent. */
export function wilson(right: number, n: number): [low: number, high: number] {
  const z2 = 1.96 ** 2
  const p = right / n
  const centre = p + z2 / (2 * n)
  const spread = 1.96 * Math.sqrt((p * (1 - p) + z2 / (4 * n)) / n)
  const scale = 100 / (1 + z2 / n)
  return [scale * (centre - spread), scale * (centre + spread)]
}
