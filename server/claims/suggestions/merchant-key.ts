import { createHash } from 'node:crypto'

/** What says how a business is registered, not which it is. */
const LEGAL = new Set([
  'sdn',
  'bhd',
  'berhad',
  'sendirian',
  'm',
  'malaysia',
  'plt',
  'llp',
  'enterprise',
  'trading',
  'co',
])

/** Keys lie in an item's name, which DynamoDB bounds. */
const LONGEST = 60

/**
 * One key for one merchant, however its receipts spell it: without case, accents, punctuation and legal forms.
 * Never empty.
 */
export function merchantKey(merchant: string): string {
  const words = merchant
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  const name = words.filter((word) => !LEGAL.has(word)).join(' ') || words.join(' ')
  if (name && name.length <= LONGEST) return name
  return createHash('sha256')
    .update(name || merchant)
    .digest('hex')
    .slice(0, 32)
}
