import type { RuleOptions } from '../field-rules.ts'
import type { PageText } from '../page-text.ts'
import type { FileUse, InvoiceFileType, PageOptions } from '../ports.ts'
import { inspectInvoiceFile, readInvoiceFile } from '../ubl/read-file.ts'
import { inspectFile } from './inspect.ts'
import { renderPage } from './render.ts'
import { makeThumbnail } from './thumbnail.ts'

type OnePage = { path: string } & Pick<PageOptions, 'page' | 'password' | 'area'>

/** The tasks a child process runs for PageTools and FieldRules, by name. */
export const tasks = {
  inspect: ({ path, use, password }: { path: string; use: FileUse; password?: string }) =>
    inspectFile(path, use, password),
  inspectInvoice: ({ path, type }: { path: string; type: InvoiceFileType }) => inspectInvoiceFile(path, type),
  readInvoice: (path: string) => readInvoiceFile(path),
  render: ({ path, ...options }: OnePage) => renderPage(path, options),
  thumbnail: ({ path, size, ...options }: OnePage & { size: number }) => makeThumbnail(path, size, options),
  // The rules are large, and a child that only looks at files need not load them.
  applyRules: async ({ files, ...options }: { files: PageText[][] } & RuleOptions) =>
    (await import('../apply-rules.ts')).applyRules(files, options),
}
