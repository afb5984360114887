import assert from 'node:assert/strict'
import type { Client, TestApp } from '../support/app.ts'
import { get, type Receipt } from '../support/receipts.ts'

export const add = (client: Client) => client.fetch('/me/examples', { method: 'POST' })
export const remove = (client: Client) => client.fetch('/me/examples', { method: 'DELETE' })

export async function added(client: Client): Promise<string[]> {
  const response = await add(client)
  const answer = (await response.json()) as { receipts: string[]; year: number }
  assert.deepEqual([response.status, answer.year], [202, 2026], JSON.stringify(answer))
  return answer.receipts
}

export async function removed(client: Client) {
  assert.equal((await remove(client)).status, 204)
}

/** The examples once they are read. */
export async function read(app: TestApp, client: Client): Promise<Receipt[]> {
  const ids = await added(client)
  await Promise.all(ids.map((id) => app.drainWork(id)))
  return Promise.all(ids.map((id) => get(client, `/receipts/${id}`)))
}

export const listed = async (client: Client, filter = '') =>
  (await get(client, `/receipts?limit=100${filter}`)).receipts
