import type { EmployerSheet, TaxReturn } from '../../../server/api-types.ts'
import { call } from './client.ts'
import { Problem } from './problem.ts'

export interface DownloadOptions {
  /** Told how many bytes have arrived. */
  onBytes?(bytes: number): void
  signal?: AbortSignal
}

/** Saves an answer of the API as a file, under the name the server gives it. @throws Problem where it breaks off on the way */
async function save(response: Response, { onBytes, signal }: DownloadOptions) {
  const disposition = response.headers.get('Content-Disposition') ?? ''
  const name = /filename="([^"]+)"/.exec(disposition)?.[1] ?? 'download'
  const bytes = await counted(response, onBytes)
    .blob()
    .catch((error) => {
      throw signal?.aborted ? error : new Problem('offline', 0)
    })
  const url = URL.createObjectURL(bytes)
  const link = Object.assign(document.createElement('a'), { href: url, download: name })
  link.click()
  URL.revokeObjectURL(url)
}

/** The same answer, whose bytes are counted as they arrive. */
function counted(response: Response, onBytes: DownloadOptions['onBytes']): Response {
  if (!response.body || !onBytes) return response
  let bytes = 0
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      bytes += chunk.byteLength
      onBytes(bytes)
      controller.enqueue(chunk)
    },
  })
  return new Response(response.body.pipeThrough(counter), { headers: response.headers })
}

/** What chosen receipts can be downloaded as. A workbook keeps receipt numbers as text in every program. */
export const tableFormats = ['xlsx', 'csv'] as const
export type TableFormat = (typeof tableFormats)[number]

/** The most receipts that one table has. */
export const MOST_EXPORTED = 500

/** The chosen receipts as a table. */
export const downloadChosen = async (
  chosen: { ids: string[]; format: TableFormat; language: string },
  options: DownloadOptions = {},
) => {
  const { signal } = options
  const response = await call('/receipts/export', { method: 'POST', json: chosen, signal })
  await save(response, options)
}

export const yearFormats = ['zip', 'pdf', 'xlsx', 'csv', 'json'] as const
export type YearFormat = (typeof yearFormats)[number]

export type YearForm = TaxReturn['form']
interface YearDownload {
  year: number
  format: YearFormat
  language: string
  /** Left out: that of the facts. */
  form?: YearForm | undefined
}

/** A year in a format; `zip` is the audit pack. @throws Problem */
export async function downloadYear(
  { year, format, language, form }: YearDownload,
  options: DownloadOptions = {},
) {
  const { signal } = options
  const query = new URLSearchParams({ format, language, ...(form && { form }) })
  const response = await call(`/tax-years/${year}/export?${query}`, { signal })
  await save(response, options)
}

/** The data of form TP1 or TP3 for an employer, as a PDF. @throws Problem */
export async function downloadEmployerSheet(year: number, sheet: EmployerSheet, language: string) {
  const path = `/tax-years/${year}/pcb/sheet?${new URLSearchParams({ language })}`
  await save(await call(path, { method: 'POST', json: sheet }), {})
}

/** Everything of the person in one archive. */
export const downloadEverything = async (options: DownloadOptions = {}) => {
  const { signal } = options
  await save(await call('/me/export', { headers: { Accept: 'application/zip' }, signal }), options)
}
