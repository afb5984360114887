import type { PageReader, PageTools } from '../ports.ts'

/** Wraps a page reader so that it reads e-invoices too: their figures are taken from the file, exactly. */
export function readingInvoices(reader: PageReader, tools: Pick<PageTools, 'readInvoice'>): PageReader {
  return {
    ...reader,
    async read(path, signal, options) {
      const page = await tools.readInvoice(path, { signal, person: options?.person })
      return page ? [page] : reader.read(path, signal, options)
    },
  }
}
