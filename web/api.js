/** Calls of the server's API by the session's cookies. Each rejects with an Error whose message a person can read. */
async function call(path, init = {}) {
  let response = await fetch(path, init)
  // The access token lasts an hour; the session lasts longer.
  if (response.status === 401 && (await fetch('/auth/refresh', { method: 'POST' })).ok) {
    response = await fetch(path, init)
  }
  if (response.status === 401) location.assign('/auth/login?returnTo=/')
  const body = await response.json().catch(() => ({}))
  if (!response.ok) throw new Error([body.title, body.detail].filter(Boolean).join('. ') || 'No answer')
  return body
}

const change = (receipt, method, path = '', body = undefined) =>
  call(`/receipts/${receipt.id}${path}`, {
    method,
    headers: { 'If-Match': `"${receipt.version}"`, ...(body && { 'Content-Type': 'application/json' }) },
    body: body && JSON.stringify(body),
  })

export const api = {
  list(query) {
    return call(`/receipts?${new URLSearchParams(query)}`)
  },
  get: (id) => call(`/receipts/${id}`),
  upload(file) {
    const body = new FormData()
    body.set('file', file)
    // A retry of the same upload, by the browser or a proxy, makes no second receipt.
    return call('/receipts/upload', {
      method: 'POST',
      body,
      headers: { 'Idempotency-Key': crypto.randomUUID() },
    })
  },
  correct: (receipt, values) => change(receipt, 'PATCH', '', values),
  confirm: (receipt) => change(receipt, 'POST', '/confirm'),
  trash: (receipt) => change(receipt, 'DELETE'),
}
