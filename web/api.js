/**
 * Why the server refused, for a person to read; `errors` has what is wrong with single values, by JSON pointer,
 * `retainUntil` the day until which a receipt must be kept.
 */
export class Problem extends Error {
  constructor(message, { status = 0, code = '', errors = [], retainUntil } = {}) {
    super(message)
    Object.assign(this, { status, code, errors, retainUntil })
  }
}

const ask = (path, init) =>
  fetch(path, init).catch(() => {
    throw new Problem('The server cannot be reached. Try again in a moment.')
  })

/** Calls of the server's API by the session's cookies. Each rejects with a Problem. */
async function call(path, init = {}) {
  let response = await ask(path, init)
  // The access token lasts an hour; the session lasts longer.
  if (response.status === 401 && (await ask('/auth/refresh', { method: 'POST' })).ok) {
    response = await ask(path, init)
  }
  if (response.status === 401) location.assign('/auth/login?returnTo=/')
  const body = await response.json().catch(() => undefined)
  if (response.ok && body) return body
  const { title, detail, code, errors, retainUntil } = body ?? {}
  const message = [title, detail].filter(Boolean).join('. ') || 'The server gave no answer that makes sense.'
  throw new Problem(message, { status: response.status, code, errors, retainUntil })
}

const change = (receipt, method, path = '', body = undefined) =>
  call(`/receipts/${receipt.id}${path}`, {
    method,
    headers: { 'If-Match': `"${receipt.version}"`, ...(body && { 'Content-Type': 'application/json' }) },
    body: body && JSON.stringify(body),
  })

/** 128 random bits in hex; randomUUID() is missing on a plain http address of the home network. */
const newKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  )

export const api = {
  list(query) {
    return call(`/receipts?${new URLSearchParams(query)}`)
  },
  get: (id) => call(`/receipts/${encodeURIComponent(id)}`),
  upload(file) {
    const body = new FormData()
    body.set('file', file)
    // A retry of the same upload, by the browser or a proxy, makes no second receipt.
    return call('/receipts/upload', { method: 'POST', body, headers: { 'Idempotency-Key': newKey() } })
  },
  correct: (receipt, values) => change(receipt, 'PATCH', '', values),
  confirm: (receipt) => change(receipt, 'POST', '/confirm'),
  /** @param verdict `same` or `different` */
  settle: (receipt, of, verdict) => change(receipt, 'POST', '/duplicate', { of, verdict }),
  /** @param acknowledgedUntil the day until which it must be kept, where the person has seen it */
  trash: (receipt, acknowledgedUntil) =>
    change(receipt, 'DELETE', acknowledgedUntil ? `?acknowledgedUntil=${acknowledgedUntil}` : ''),
}
