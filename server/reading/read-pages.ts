import { type FieldOptions, isConsolidated, readFields } from './fields/index.ts'
import { linkOn, readInvoice } from './invoice-pages.ts'
import type { PageText } from './page-text.ts'
import type { Reading } from './reading.ts'
import { consolidated } from './ubl/refusals.ts'

/**
 * Reads a receipt from all its pages. The figures of an e-invoice are exact, so they take precedence over pictures.
 * @throws UnusableFileError `consolidated`
 */
export function readPages(pages: PageText[], options: FieldOptions = {}): Reading {
  const invoice = readInvoice(pages)
  if (invoice) return invoice
  if (isConsolidated(pages)) throw consolidated()
  const link = linkOn(pages)
  return { ...readFields(pages, options), einvoice: link ? { source: 'qr', ...link } : null }
}
