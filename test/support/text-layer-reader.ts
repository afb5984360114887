import { eachPage } from '../../server/reading/each-page.ts'
import { type PageReader, ReaderFailedError } from '../../server/reading/ports.ts'
import { createPageToolsHere } from './page-tools.ts'

/** Reads the text layer of PDFs in this process. It has no OCR: a page that needs it fails. */
export function createTextLayerReader(): PageReader {
  const tools = createPageToolsHere()
  return {
    read: (path, signal, { password, area, ...options } = {}) =>
      eachPage(
        async (page) => {
          const { pages, content } = await tools.render(path, { page, password, area, signal })
          if (!('text' in content)) throw new ReaderFailedError('the page has no text layer that can be used')
          return { pages, text: content.text }
        },
        options,
        signal,
      ),
    close: tools.close,
  }
}
