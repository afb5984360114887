import assert from 'node:assert/strict'
import type { z } from 'zod'
import type { factorsSchema } from '../../server/identity/routes/factors/views.ts'
import { type Client, PASSWORD } from './app.ts'
import { type Authenticator, appCode } from './authenticator.ts'

const sending = (method: string, body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
})

/** A call of somebody who is signed in. */
export const send = (client: Client, method: string, path: string, body: unknown = {}, proof?: string) =>
  client.fetch(path, sending(method, body, proof === undefined ? {} : { proof }))

/** The same, answered as JSON with 200 or 201. */
async function ok<T>(
  client: Client,
  method: string,
  path: string,
  body?: unknown,
  proof?: string,
): Promise<T> {
  const response = await send(client, method, path, body, proof)
  assert.ok(
    [200, 201].includes(response.status),
    `${path}: ${response.status} ${await response.clone().text()}`,
  )
  return (await response.json()) as T
}

export const factorsOf = async (client: Client) =>
  (await (await client.fetch('/me/factors')).json()) as z.output<typeof factorsSchema>

/** Proves the password. */
export async function proofOf(client: Client, password = PASSWORD): Promise<string> {
  const { proof } = await ok<{ proof: string }>(client, 'POST', '/me/factors/proof', { password })
  return proof
}

/** Sets an authenticator app up, with the code it shows now. */
export async function addApp(client: Client): Promise<{ secret: string; recoveryCodes: string[] }> {
  const proof = await proofOf(client)
  const path = '/me/factors/authenticator-app'
  const begun = await ok<{ secret: string; setup: string }>(client, 'POST', `${path}/setup`, {}, proof)
  const body = { setup: begun.setup, code: appCode(begun.secret) }
  const { recoveryCodes } = await ok<{ recoveryCodes: string[] }>(client, 'PUT', path, body, proof)
  return { secret: begun.secret, recoveryCodes }
}

/** What a browser is to make a passkey from. */
export const creationOptions = (client: Client, proof: string) =>
  ok<{ challenge: string; user: { id: string } }>(client, 'POST', '/me/factors/passkeys/options', {}, proof)

export async function addPasskey(client: Client, authenticator: Authenticator, name = 'Phone') {
  const proof = await proofOf(client)
  const credential = authenticator.create(await creationOptions(client, proof))
  return ok<{ id: string; name: string }>(client, 'POST', '/me/factors/passkeys', { name, credential }, proof)
}
