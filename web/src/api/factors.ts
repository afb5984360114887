import { queryOptions } from '@tanstack/react-query'
import type { Factors } from '../../../server/api-types.ts'
import { call, json, release } from './client.ts'
import { keys } from './keys.ts'

export type { Factors }
export type Passkey = Factors['passkeys'][number]

/** What the person signs in with besides the password. */
export const factorsQuery = queryOptions({
  queryKey: keys.factors,
  queryFn: ({ signal }) => json<Factors>('/me/factors', { signal }),
  staleTime: 0,
})

const APP = '/me/factors/authenticator-app'
const PASSKEYS = '/me/factors/passkeys'
const PROOF = '/me/factors/proof'

/** What the changes below need, except a new name: the password or a passkey was given at most ten minutes ago. */
export interface Proof {
  proof: string
  expiresAt: string
}

const proven = ({ proof }: Proof) => ({ Proof: proof })

export const provePassword = (password: string) => json<Proof>(PROOF, { method: 'POST', json: { password } })

/** Asks for a passkey of the person. @throws DOMException where they do not go on */
export async function provePasskey(): Promise<Proof> {
  const options = await json<PublicKeyCredentialRequestOptionsJSON>(`${PROOF}/passkey-options`, {
    method: 'POST',
  })
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options)
  const passkey = await navigator.credentials.get({ publicKey })
  return json<Proof>(PROOF, { method: 'POST', json: { passkey } })
}

/** The secret of a new authenticator app, and what has to come back with its first code. */
export interface AppSetup {
  secret: string
  uri: string
  setup: string
}

export const beginApp = (proof: Proof) =>
  json<AppSetup>(`${APP}/setup`, { method: 'POST', headers: proven(proof) })

/** @returns the recovery codes, which are not shown again */
export async function addApp(proof: Proof, { setup, code }: { setup: string; code: string }) {
  const body = { method: 'PUT', headers: proven(proof), json: { setup, code } } as const
  return (await json<{ recoveryCodes: string[] }>(APP, body)).recoveryCodes
}

export const removeApp = async (proof: Proof) =>
  release(await call(APP, { method: 'DELETE', headers: proven(proof) }))

/** @returns the new recovery codes, which are not shown again */
export async function renewRecoveryCodes(proof: Proof) {
  const options = { method: 'POST', headers: proven(proof) } as const
  return (await json<{ recoveryCodes: string[] }>('/me/factors/recovery-codes', options)).recoveryCodes
}

/** Whether this browser can make and use passkeys. */
export const hasPasskeys = () =>
  typeof globalThis.PublicKeyCredential?.parseCreationOptionsFromJSON === 'function'

/** Makes a passkey on this device or one that the person picks. @throws DOMException where they do not go on */
export async function addPasskey(proof: Proof, name: string) {
  const options = await json<PublicKeyCredentialCreationOptionsJSON>(`${PASSKEYS}/options`, {
    method: 'POST',
    headers: proven(proof),
  })
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options)
  const credential = await navigator.credentials.create({ publicKey })
  return json<Passkey>(PASSKEYS, { method: 'POST', headers: proven(proof), json: { name, credential } })
}

export const renamePasskey = async ({ id }: Passkey, name: string) =>
  release(await call(`${PASSKEYS}/${id}`, { method: 'PATCH', json: { name } }))

export const removePasskey = async (proof: Proof, { id }: Passkey) =>
  release(await call(`${PASSKEYS}/${id}`, { method: 'DELETE', headers: proven(proof) }))
