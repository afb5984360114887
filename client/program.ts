// What a third party may write against the API, with types generated from its description. Each `@ts-expect-error`
// marks a mistake that those types must find: without one, the type check fails.
import createClient from 'openapi-fetch'
import type { components, paths } from './generated/api.ts'

type Receipt = components['schemas']['Receipt']

/** Enters a receipt, confirms it, and asks what it adds to the claim. @returns what was found, as one line */
export async function run({ url, token }: { url: string; token: string }): Promise<string> {
  const api = createClient<paths>({ baseUrl: url, headers: { Authorization: `Bearer ${token}` } })

  const entered = await api.POST('/receipts', {
    body: { merchant: 'KEDAI BUKU SERI MAJU', date: '2026-03-14', totalSen: 89_90 },
  })
  const receipt: Receipt = must(entered)

  const refused = await api.POST('/receipts/{id}/confirm', {
    params: { path: { id: receipt.id }, header: { 'if-match': '"99"' } },
  })
  if (refused.error?.code !== 'version_conflict') throw new Error('an old version was accepted')

  const confirmed = must(
    await api.POST('/receipts/{id}/confirm', {
      params: { path: { id: receipt.id }, header: { 'if-match': `"${receipt.version}"` } },
      body: { allocations: [{ relief: 'lifestyle-books', sen: 89_90 }] },
    }),
  )
  const list = must(
    await api.GET('/receipts', {
      params: { query: { yearOfAssessment: 2026, minSen: 50_00, example: false } },
    }),
  )
  const claims = must(await api.GET('/tax-years/{ya}/claims', { params: { path: { ya: 2026 } } }))
  const file = await api.GET('/tax-years/{ya}/export', {
    params: { path: { ya: 2026 }, query: { format: 'csv' } },
    parseAs: 'text',
  })
  const csv: string = must(file)
  return `${confirmed.status}, ${list.receipts.length} listed, ${claims.allowedSen} sen claimed, ${csv.split('\n').length} rows`
}

export async function mistakes(api: ReturnType<typeof createClient<paths>>) {
  // @ts-expect-error the API refuses query parameters it does not know
  await api.GET('/receipts', { params: { query: { minimum: 5 } } })
  // @ts-expect-error amounts are integers in sen, not texts
  await api.POST('/receipts', { body: { totalSen: '89.90' } })
  // @ts-expect-error there is no such address
  await api.GET('/receipt')
  const { error } = await api.GET('/receipts/{id}', { params: { path: { id: '' } } })
  // @ts-expect-error this operation does not answer with this code
  return error?.code === 'file_too_large'
}

function must<Data>({ data, error }: { data?: Data; error?: { code?: string } }): Data {
  if (data === undefined) throw new Error(`refused: ${error?.code}`)
  return data
}
