import assert from 'node:assert/strict'
import type { Statement, StoredFacts } from './answers.ts'
import type { Client } from './app.ts'
import { fileForm, picture } from './receipts.ts'

/** Puts the facts of a year, conditional on `headers` (by default: there are none yet). */
export function putFacts(
  client: Client,
  ya: number,
  facts: unknown,
  headers: Record<string, string> = { 'if-none-match': '*' },
) {
  return client.fetch(`/tax-years/${ya}/taxpayer`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(facts),
  })
}

/** Puts facts in place of any earlier ones; that must succeed. */
export async function factsPut(client: Client, ya: number, facts: unknown): Promise<StoredFacts> {
  const response = await putFacts(client, ya, facts, { 'if-match': '*' })
  const answer = (await response.json()) as StoredFacts
  assert.equal(response.status, 200, JSON.stringify(answer))
  return answer
}

/** A statement with a picture; that must be taken. */
export async function stated(client: Client, ya: number, kind: Statement['kind']): Promise<Statement> {
  const path = `/tax-years/${ya}/taxpayer/statements?kind=${kind}`
  const response = await client.fetch(path, { method: 'POST', body: fileForm(await picture()) })
  const answer = (await response.json()) as Statement
  assert.equal(response.status, 201, JSON.stringify(answer))
  return answer
}
