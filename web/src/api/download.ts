import { call } from './client.ts'

/** Saves an answer of the API as a file, under the name the server gives it. */
async function save(response: Response) {
  const disposition = response.headers.get('Content-Disposition') ?? ''
  const name = /filename="([^"]+)"/.exec(disposition)?.[1] ?? 'download'
  const url = URL.createObjectURL(await response.blob())
  const link = Object.assign(document.createElement('a'), { href: url, download: name })
  link.click()
  URL.revokeObjectURL(url)
}

/** The chosen receipts as a workbook, whose cells keep receipt numbers as text. */
export const downloadChosen = async (ids: string[], language: string) =>
  save(await call('/receipts/export', { method: 'POST', json: { ids, format: 'xlsx', language } }))
