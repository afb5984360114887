import { readFile } from 'node:fs/promises'
import type { PageText } from '../page-text.ts'
import type { FileFacts, InvoiceFileType } from '../ports.ts'
import { toPage } from './page.ts'
import { parseInvoice } from './parse-invoice.ts'

/**
 * Inspects a file that looks like an e-invoice by parsing all of it. Runs in a child process.
 * Rejects with UnusableFileError.
 */
export async function inspectInvoiceFile(path: string, type: InvoiceFileType): Promise<FileFacts> {
  parseInvoice(await readFile(path))
  return { type, pages: 1, width: 0, height: 0 }
}

/** Reads an e-invoice as a page of text. Runs in a child process. Rejects with UnusableFileError. */
export const readInvoiceFile = async (path: string): Promise<PageText> =>
  toPage(parseInvoice(await readFile(path)))
