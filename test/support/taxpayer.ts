import assert from 'node:assert/strict'
import type { StoredFacts } from './answers.ts'
import type { Client } from './app.ts'

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
export async function factsPut(client: Client, ya: number, facts: unknown): Promise<StoredFacts> {
  const response = await putFacts(client, ya, facts, { 'if-match': '*' })
  const answer = (await response.json()) as StoredFacts
  assert.equal(response.status, 200, JSON.stringify(answer))
  return answer
}
