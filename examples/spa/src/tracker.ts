import { ErrorResponse, type User, type UserManager } from 'oidc-client-ts'
import type { Settings } from './settings.ts'

/** What the tracker says when it refuses (RFC 9457). `code` is stable; the texts are for people. */
export class Refused extends Error {
  readonly status: number
  readonly code: string
  constructor(status: number, { code, title, detail }: { code?: string; title?: string; detail?: string }) {
    super(detail ?? title ?? `The tracker answered ${status}`)
    this.status = status
    this.code = code ?? 'unknown'
  }
}

export type Tracker = ReturnType<typeof createTracker>

/** Calls the tracker's API with the access token of whoever is signed in. Depends on oidc-client-ts, not on React. */
export function createTracker({ api, hostedUi, clientId, home }: Settings, users: UserManager) {
  let renewal: Promise<User | null> | undefined

  /** Calls that need a new token at the same time share one: a pool may accept a refresh token only once. */
  function renew() {
    renewal ??= users.signinSilent().finally(() => {
      renewal = undefined
    })
    return renewal
  }

  async function accessToken() {
    const user = await users.getUser()
    // Timers stop while a laptop sleeps, so the token may have expired although it is renewed in time otherwise.
    const valid = user?.expired ? await renewOrLeave() : user
    if (!valid) throw new Error('You are not signed in.')
    return valid.access_token
  }

  /** Without a network the session goes on later; when the pool refuses, it is over. */
  async function renewOrLeave() {
    try {
      return await renew()
    } catch (error) {
      if (error instanceof ErrorResponse) await users.removeUser()
      throw error
    }
  }

  /** Sends with the token; if the tracker does not accept it, once more with a new one. */
  async function withToken(send: (token: string) => Promise<Response>) {
    let response = await send(await accessToken())
    if (response.status === 401) {
      await renewOrLeave()
      response = await send(await accessToken())
    }
    if (!response.ok) throw new Refused(response.status, await response.json().catch(() => ({})))
    return response
  }

  /** @throws Refused; TypeError where the tracker cannot be reached */
  const call = (path: string, init: RequestInit = {}) =>
    withToken((token) => {
      const headers = new Headers(init.headers)
      headers.set('Authorization', `Bearer ${token}`)
      return fetch(api + path, { ...init, headers })
    })

  return {
    call,

    /**
     * Uploads a receipt; it is read afterwards.
     * @param key new for each receipt, and the same when its upload is tried again: then no second receipt is made
     * @param onProgress called with the share that was sent, from 0 to 1
     */
    upload(file: File, key: string, onProgress: (share: number) => void) {
      const form = new FormData()
      form.set('file', file)
      const headers = { 'Idempotency-Key': key, Prefer: 'respond-async' }
      return withToken((token) =>
        send(`${api}/receipts/upload`, { ...headers, Authorization: `Bearer ${token}` }, form, onProgress),
      )
    },

    /**
     * Ends the session everywhere: at the tracker, which refuses its access tokens from now on, at the pool (the
     * refresh token), and in the browser (the cookie of the sign-in pages). The browser leaves this page.
     */
    async signOut() {
      await call('/auth/logout', { method: 'POST' }).catch(() => undefined)
      await users.revokeTokens().catch(() => undefined)
      await users.removeUser()
      location.assign(`${hostedUi}/logout?${new URLSearchParams({ client_id: clientId, logout_uri: home })}`)
    },
  }
}

/** Like fetch, which cannot tell how much it has sent. */
function send(
  url: string,
  headers: Record<string, string>,
  body: FormData,
  onProgress: (share: number) => void,
) {
  return new Promise<Response>((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', url)
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    request.upload.onprogress = ({ loaded, total }) => onProgress(loaded / total)
    request.onload = () => resolve(new Response(request.response, { status: request.status }))
    request.onerror = () => reject(new TypeError('The tracker cannot be reached.'))
    request.send(body)
  })
}
