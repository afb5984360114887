import { type PageReader, ReaderFailedError } from '../../server/reading/ports.ts'
import { createPageToolsHere } from './page-tools.ts'

/** Reads the text layer of PDFs in this process. It has no OCR: a page that needs it fails. */
export function createTextLayerReader(): PageReader {
  const tools = createPageToolsHere()
  return {
    async read(path, signal) {
      const pages = await tools.render(path, signal)
      return pages.map((page) => {
        if ('text' in page) return page.text
        throw new ReaderFailedError('the page has no text layer that can be used')
      })
    },
    close: tools.close,
  }
}
