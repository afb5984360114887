import { pickFields } from './fields.ts'
import type { Receipt } from './model.ts'

/** How much of the page text can be searched; the longest real receipts have about 3,000 characters. */
const MAX_TEXT = 8_000

/** Text as the search compares it: without case, accents, control characters and runs of spaces. */
export const fold = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()

/** What of the receipt itself can be searched. */
export function searchText(receipt: Receipt) {
  const fields = Object.values(pickFields(receipt, 'searched', true))
  const parts = [...fields, ...receipt.items.map((item) => item.description)]
  return fold(parts.filter(Boolean).join('\n')).slice(0, MAX_TEXT)
}

/** @param text of the pages */
export const searchablePages = (text: string) => fold(text).slice(0, MAX_TEXT)
