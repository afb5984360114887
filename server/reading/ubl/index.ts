import type { PageReader, PageTools } from '../ports.ts'

/** A reader of pages that takes e-invoices too: their figures as they are, not as a picture of them. */
export function readingInvoices(reader: PageReader, tools: Pick<PageTools, 'readInvoice'>): PageReader {
  return {
    ...reader,
    async read(path, signal) {
      const page = await tools.readInvoice(path, signal)
      return page ? [page] : reader.read(path, signal)
    },
  }
}
