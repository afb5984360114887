import type { FileUse, InvoiceFileType } from '../ports.ts'
import { inspectInvoiceFile, readInvoiceFile } from '../ubl/read-file.ts'
import { inspectFile } from './inspect.ts'
import { renderPages } from './render.ts'
import { makeThumbnail } from './thumbnail.ts'

/** The tasks a child process runs for PageTools, by name. */
export const tasks = {
  inspect: ({ path, use }: { path: string; use: FileUse }) => inspectFile(path, use),
  inspectInvoice: ({ path, type }: { path: string; type: InvoiceFileType }) => inspectInvoiceFile(path, type),
  readInvoice: (path: string) => readInvoiceFile(path),
  render: (path: string) => renderPages(path),
  thumbnail: ({ path, size }: { path: string; size: number }) => makeThumbnail(path, size),
}
