import assert from 'node:assert/strict'
import type { ClaimLine, Receipt } from './answers.ts'
import type { Client } from './app.ts'
import { change, changed, typedIn, type Versioned } from './receipts.ts'

export interface Purchase {
  merchant?: string
  date?: string | null
  totalSen?: number
  [value: string]: unknown
}

/** A purchase typed in, with usual values where none are given. */
export const entered = (client: Client, values: Purchase = {}): Promise<Receipt> =>
  typedIn(client, { merchant: 'KEDAI SERBANEKA', date: '2025-03-14', totalSen: 10_000, ...values })

/** A part of a receipt and what it is claimed for. */
type Allocation = { relief: string | null; sen: number } & Record<string, unknown>

export const allocate = (client: Client, receipt: Versioned, allocations: Allocation[]) =>
  change(client, receipt, { method: 'PUT', path: '/allocations', body: { allocations }, headers: JSON_BODY })

const JSON_BODY = { 'content-type': 'application/json' }

/** A confirmed receipt, claimed for one relief or in the given parts. */
export async function claimed(
  client: Client,
  values: Purchase,
  parts: string | Allocation[],
): Promise<Receipt> {
  const receipt = await entered(client, values)
  const allocations = typeof parts === 'string' ? [{ relief: parts, sen: receipt.totalSen }] : parts
  const response = await allocate(client, receipt, allocations)
  const allocated = (await response.json()) as Receipt
  assert.equal(response.status, 200, JSON.stringify(allocated))
  return changed(client, allocated, { path: '/confirm' })
}

/** The line with this code anywhere in a claim; undefined if there is none. */
export function lineOf(lines: ClaimLine[], code: string): ClaimLine {
  return lines.flatMap(withChildren).find((line) => line.code === code) as ClaimLine
}

const withChildren = (line: ClaimLine): ClaimLine[] => [line, ...line.children.flatMap(withChildren)]
