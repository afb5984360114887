import { distance } from 'fastest-levenshtein'
import { findDates } from '../../server/reading/fields/date-shapes.ts'
import type { ItemAnswer } from '../receipts/answer.ts'

/** What a person read on a receipt, as its answer key has it; a drawn receipt's key is what was drawn. */
export interface Key {
  company?: string
  date?: string
  total?: string
  /** The name on the sign and the company behind it, where a set tells them apart. */
  brand?: string | null
  legalName?: string | null
  /** Ringgit; null: none is printed. */
  tax?: string | null
  currency?: string
  /** What kind of receipt it is, where there are several. */
  kind?: string
  items?: ItemAnswer[]
}

/** Fields as read, in the form the receipt set's own scorer takes. */
export interface Prediction {
  merchant: string | null
  /** YYYY-MM-DD */
  date: string | null
  /** Ringgit with two decimals. */
  total: string | null
}

export const MEASURES = ['date', 'total', 'total±5', 'merchant', 'merchant~', 'all three'] as const
export type Measure = (typeof MEASURES)[number]

export const bare = (name: string) => name.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '')

/** Names whose letters are the same but for one, or of which one is the other with a brand in front. */
function isNearly(name: string, key: string): boolean {
  if (name === '' || key === '') return false
  const [long, short] = name.length > key.length ? [name, key] : [key, name]
  return distance(name, key) <= 1 || (short.length >= 5 && long.endsWith(short))
}

export function senOf(text: string | null | undefined): number | null {
  const figure = /-?\d+(?:\.\d+)?/.exec((text ?? '').replaceAll(',', ''))
  return figure ? Math.round(Number(figure[0]) * 100) : null
}

/** A key's date as YYYY-MM-DD; keys are day first. */
export function dayOf(text: string | undefined): string | null {
  return findDates((text ?? '').toUpperCase(), 2099)[0]?.iso ?? null
}

/**
 * Which measures a prediction meets. Dates: the same day. Totals: the same sen, or within 5 sen (some keys hold
 * the amount before rounding). Merchants: the same letters and digits; `merchant~` also takes one wrong letter, a brand in front of the legal name,
 * and either of the two where the key has both. What is missing is wrong.
 */
export function judge(got: Prediction, key: Key): Record<Measure, boolean> {
  const [sen, keySen] = [senOf(got.total), senOf(key.total)]
  const date = got.date !== null && got.date === dayOf(key.date)
  const total = sen !== null && sen === keySen
  const near = sen !== null && keySen !== null && Math.abs(sen - keySen) <= 5
  const name = bare(got.merchant ?? '')
  const merchant = name !== '' && name === bare(key.company ?? '')
  const names = [key.company, key.brand, key.legalName].map((one) => bare(one ?? ''))
  const similar = merchant || names.some((one) => isNearly(name, one))
  return {
    date,
    total,
    'total±5': near,
    merchant,
    'merchant~': similar,
    'all three': date && total && merchant,
  }
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
