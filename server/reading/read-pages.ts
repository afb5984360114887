import type { EinvoiceLink } from './einvoice-link.ts'
import { type FieldOptions, isConsolidated, readFields } from './fields/index.ts'
import type { PageText } from './page-text.ts'
import type { Reading } from './reading.ts'
import { invoiceReading } from './ubl/page.ts'
import { consolidated } from './ubl/refusals.ts'

/**
 * Reads a receipt from all its pages. The figures of an e-invoice are exact, so they take precedence over pictures.
 * @throws UnusableFileError `consolidated`
 */
export function readPages(pages: PageText[], options: FieldOptions = {}): Reading {
  const link = linkOn(pages)
  for (const { invoice, page } of pages) {
    if (!invoice) continue
    const identified = { ...invoice, uuid: invoice.uuid ?? link?.uuid ?? null }
    if (identified.uuid === link?.uuid) identified.longId ??= link?.longId ?? null
    return invoiceReading(identified, page)
  }
  if (isConsolidated(pages)) throw consolidated()
  return { ...readFields(pages, options), einvoice: link ? { source: 'qr', ...link } : null }
}

/** The MyInvois link on the pages; null if there is none, or if they name different e-invoices. */
function linkOn(pages: PageText[]): EinvoiceLink | null {
  const links = pages.flatMap(({ link }) => link ?? [])
  const [first] = links
  return first && links.every(({ uuid }) => uuid === first.uuid) ? first : null
}
