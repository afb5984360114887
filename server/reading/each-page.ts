import type { PageText } from './page-text.ts'
import { ReaderFailedError, type ReadOptions } from './ports.ts'

interface FoundPage {
  /** The number of pages in the file. */
  pages: number
  text: PageText
}

/**
 * Reads the pages of a file one after the other. A page of several that crashes the reader or takes too long is left
 * unread, and so are those that are not begun in time: what the others say is kept. Rejects where no page can be read.
 * @param readPage rejects with ReaderFailedError where another page may still be read
 * @param signal stops the reading
 */
export async function eachPage(
  readPage: (page: number) => Promise<FoundPage>,
  { pages = 1, enough }: Pick<ReadOptions, 'pages' | 'enough'>,
  signal: AbortSignal | undefined,
): Promise<PageText[]> {
  const texts: PageText[] = []
  let failure: ReaderFailedError | undefined
  for (let page = 1, count = pages; page <= count; page++) {
    try {
      if (enough?.aborted && page > 1) texts.push(unread(page))
      else {
        const found = await readPage(page)
        count = found.pages
        texts.push(found.text)
      }
    } catch (error) {
      if (!(error instanceof ReaderFailedError) || signal?.aborted) throw error
      failure = error
      texts.push(unread(page))
    }
  }
  if (failure && texts.every((text) => text.unread)) throw failure
  return texts
}

const unread = (page: number): PageText => ({ page, width: 0, height: 0, lines: [], unread: true })
