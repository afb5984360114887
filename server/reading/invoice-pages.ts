import type { EinvoiceLink } from './einvoice-link.ts'
import type { PageText } from './page-text.ts'
import type { Reading } from './reading.ts'
import { invoiceReading } from './ubl/page.ts'

/** The reading of the first e-invoice among the pages, whose figures are exact; null where there is none. */
export function readInvoice(pages: PageText[]): Reading | null {
  const link = linkOn(pages)
  for (const { invoice, page } of pages) {
    if (!invoice) continue
    const identified = { ...invoice, uuid: invoice.uuid ?? link?.uuid ?? null }
    if (identified.uuid === link?.uuid) identified.longId ??= link?.longId ?? null
    return invoiceReading(identified, page)
  }
  return null
}

/** The MyInvois link on the pages; null if there is none, or if they name different e-invoices. */
export function linkOn(pages: PageText[]): EinvoiceLink | null {
  const links = pages.flatMap(({ link }) => link ?? [])
  const [first] = links
  return first && links.every(({ uuid }) => uuid === first.uuid) ? first : null
}
