import type { PageText } from '../../server/reading/page-text.ts'
import { type PageReader, ReaderFailedError } from '../../server/reading/ports.ts'
import { createPageToolsHere } from './page-tools.ts'

/** Reads the text layer of PDFs in this process. It has no OCR: a page that needs it fails. */
export function createTextLayerReader(): PageReader {
  const tools = createPageToolsHere()
  return {
    async read(path, signal, password) {
      const read: PageText[] = []
      for (let page = 1, pages = 1; page <= pages; page++) {
        const rendered = await tools.render(path, { page, password, signal })
        pages = rendered.pages
        if (!('text' in rendered.content)) {
          throw new ReaderFailedError('the page has no text layer that can be used')
        }
        read.push(rendered.content.text)
      }
      return read
    },
    close: tools.close,
  }
}
