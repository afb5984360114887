import assert from 'node:assert/strict'
import type { Client } from './app.ts'
import type { Answer } from './receipts.ts'

/** Says what is known of a taxpayer, based on the version given (default: the first). */
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

/** Facts that must be taken, whatever was said before. */
export async function factsPut(client: Client, ya: number, facts: unknown): Promise<Answer> {
  const response = await putFacts(client, ya, facts, { 'if-match': '*' })
  const answer = await response.json()
  assert.equal(response.status, 200, JSON.stringify(answer))
  return answer
}
