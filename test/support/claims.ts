import assert from 'node:assert/strict'
import type { Client } from './app.ts'
import { type Answer, change, changed, typedIn } from './receipts.ts'

export interface Purchase {
  merchant?: string
  date?: string | null
  totalSen?: number
  [value: string]: unknown
}

/** A purchase typed in, with usual values where none are given. */
export const entered = (client: Client, values: Purchase = {}): Promise<Answer> =>
  typedIn(client, { merchant: 'KEDAI SERBANEKA', date: '2025-03-14', totalSen: 10_000, ...values })

export const allocate = (client: Client, receipt: Answer, allocations: Answer[]) =>
  change(client, receipt, { method: 'PUT', path: '/allocations', body: { allocations }, headers: JSON_BODY })

const JSON_BODY = { 'content-type': 'application/json' }

/** A confirmed receipt that counts for what is given: all of it for one relief, or parts. */
export async function claimed(client: Client, values: Purchase, parts: string | Answer[]): Promise<Answer> {
  const receipt = await entered(client, values)
  const allocations = typeof parts === 'string' ? [{ relief: parts, sen: receipt.totalSen }] : parts
  const response = await allocate(client, receipt, allocations)
  const allocated = (await response.json()) as Answer
  assert.equal(response.status, 200, JSON.stringify(allocated))
  return changed(client, allocated, { path: '/confirm' })
}

/** The line of a claim with this code, wherever it stands. */
export function lineOf(lines: Answer[], code: string): Answer {
  for (const line of lines) {
    const found = line.code === code ? line : lineOf(line.children ?? [], code)
    if (found) return found
  }
  return undefined
}
