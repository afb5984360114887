import { readFile } from 'node:fs/promises'
import type { PageReader, PageTools } from '../ports.ts'
import { toPage } from './page.ts'
import { parseInvoice } from './parse-invoice.ts'
import { sniffInvoiceFile } from './sniff.ts'

/** The page tools, which look at e-invoices too. Those are small and need no process of their own. */
export function withInvoices(tools: PageTools): PageTools {
  return {
    ...tools,
    async inspect(path, use) {
      const type = use !== 'kept' && (await sniffInvoiceFile(path))
      if (!type) return tools.inspect(path, use)
      await parseInvoice(await readFile(path))
      return { type, pages: 1, width: 0, height: 0 }
    },
  }
}

/** A reader of pages that reads e-invoices too: as what they say, not as a picture. */
export function readingInvoices(reader: PageReader): PageReader {
  return {
    ...reader,
    async read(path, signal) {
      if (!(await sniffInvoiceFile(path))) return reader.read(path, signal)
      return [toPage(await parseInvoice(await readFile(path)))]
    },
  }
}
