import { currentLanguage } from '../i18n/language.ts'
import { lost, reached } from './connection.ts'
import { Problem, problemOf } from './problem.ts'
import { takeEarly } from './start.ts'

export interface Call {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Sent as JSON. */
  json?: unknown
  /** Sent as it is, e.g. FormData. */
  body?: BodyInit
  /** The version a change is based on, for If-Match. */
  version?: number
  headers?: Record<string, string>
  signal?: AbortSignal | undefined
}

type Listener = () => void
const whenSessionEnds = new Set<Listener>()

/** Calls `listener` when a request finds that nobody is signed in any more. Returns how to stop that. */
export function onSessionEnd(listener: Listener): () => void {
  whenSessionEnds.add(listener)
  return () => whenSessionEnds.delete(listener)
}

/** Says that nobody is signed in any more. */
export function sessionHasEnded() {
  for (const listener of whenSessionEnds) listener()
}

/** One refresh at a time: all requests that got 401 wait for the same answer. */
let refreshing: Promise<boolean> | undefined

/**
 * Whether the session could be renewed. Only an answer ends one: a network that fails meanwhile does not.
 * @throws Problem
 */
export function refreshSession(): Promise<boolean> {
  refreshing ??= send('/auth/refresh', { method: 'POST' })
    .then(async (response) => {
      await release(response)
      if (response.status === 429 || response.status >= 500) throw new Problem('unexpected', response.status)
      return response.ok
    })
    .finally(() => {
      refreshing = undefined
    })
  return refreshing
}

/** Frees the connection of an answer that nobody reads. */
export const release = async ({ body }: Response) => body?.cancel()

function requestOf({ method = 'GET', json, body, version, headers, signal }: Call): RequestInit {
  return {
    method,
    headers: {
      Accept: 'application/json',
      'Accept-Language': currentLanguage(),
      ...(json !== undefined && { 'Content-Type': 'application/json' }),
      ...(version !== undefined && { 'If-Match': `"${version}"` }),
      ...headers,
    },
    ...(json !== undefined ? { body: JSON.stringify(json) } : body !== undefined && { body }),
    ...(signal && { signal }),
  }
}

/** How often, and how long at most in s, a request waits on its own after being sent too soon. */
const MAX_WAITS = 3
const MAX_WAIT_S = 5

/** As `ask`; an answer of 429 says that nothing was done, so the same request is sent again once the server wants it. */
async function send(path: string, init: RequestInit): Promise<Response> {
  for (let waits = 0; ; waits++) {
    const response = await ask(path, init)
    if (response.status !== 429 || waits === MAX_WAITS) return response
    const seconds = Number(response.headers.get('Retry-After'))
    if (!(seconds > 0 && seconds <= MAX_WAIT_S)) return response
    await release(response)
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
  }
}

async function ask(path: string, init: RequestInit): Promise<Response> {
  try {
    const response = await ((init.method === 'GET' && takeEarly(path)) || fetch(path, init))
    reached()
    return response
  } catch (error) {
    if (init.signal?.aborted) throw error
    lost()
    throw new Problem('offline', 0)
  }
}

/**
 * Calls the API with the session's cookies. When the access token has expired the session is refreshed once and the
 * call repeated.
 * @throws Problem
 */
export async function call(path: string, options: Call = {}): Promise<Response> {
  const init = requestOf(options)
  let response = await send(path, init)
  if (response.status === 401 && (await refreshSession())) {
    await release(response)
    response = await send(path, init)
  }
  if (response.ok) return response
  if (response.status === 401) sessionHasEnded()
  throw await problemOf(response)
}

/** As `call`, for an answer in JSON. */
export async function json<T>(path: string, options?: Call): Promise<T> {
  const response = await call(path, options)
  return response.json()
}
