import { AnalyzeExpenseCommand, type TextractClient } from '@aws-sdk/client-textract'
import { isOfTheService } from '../../aws/failures.ts'
import { type RetryPolicy, withRetries } from '../../aws/retry.ts'
import type { PageText } from '../../reading/page-text.ts'
import { settle } from '../../reading/pages/text-doubt.ts'
import {
  type PageReader,
  type PageTools,
  ReaderBusyError,
  ReaderFailedError,
  type RenderedPicture,
} from '../../reading/ports.ts'
import { type Answer, toPageText } from './answer.ts'

export interface TextractReaderOptions {
  client: TextractClient
  tools: Pick<PageTools, 'render'>
  retryPolicy?: RetryPolicy
}

/** A page takes 2 to 5 seconds. An upload waits for at most 20; anything slower is finished in the background. */
const RETRY_POLICY: RetryPolicy = { budget: 16_000, attempt: 12_000 }

/** Errors about the picture itself: another attempt would fail the same way. */
const OF_THE_PICTURE = new Set([
  'BadDocumentException',
  'DocumentTooLargeException',
  'InvalidParameterException',
  'UnsupportedDocumentException',
])

/** Reads each page with one AnalyzeExpense call. PDF pages are sent only without a text layer, or if it is in doubt. */
export function createTextractReader({
  client,
  tools,
  retryPolicy = RETRY_POLICY,
}: TextractReaderOptions): PageReader {
  async function analyse(jpeg: Uint8Array, given: AbortSignal | undefined): Promise<Answer> {
    try {
      const { ExpenseDocuments } = await withRetries(
        retryPolicy,
        (abortSignal) =>
          client.send(new AnalyzeExpenseCommand({ Document: { Bytes: jpeg } }), { abortSignal }),
        given,
      )
      if (!ExpenseDocuments) throw new SyntaxError('an answer without documents')
      return { ExpenseDocuments }
    } catch (cause) {
      const { name } = cause as Error
      if (given?.aborted) throw new ReaderFailedError('reading was cancelled', { cause })
      if (OF_THE_PICTURE.has(name))
        throw new ReaderFailedError(`Textract refused the page (${name})`, { cause })
      // Anything else (throttling, no connection, no permission, an invalid answer) says nothing about the receipt.
      if (isOfTheService(cause) || cause instanceof SyntaxError) {
        throw new ReaderBusyError(`Textract did not answer (${name})`, { cause })
      }
      throw cause
    }
  }

  async function readPicture(
    { jpeg, link, ...size }: RenderedPicture,
    page: number,
    signal: AbortSignal | undefined,
  ): Promise<PageText> {
    const answer = await analyse(jpeg, signal)
    const raw = { by: 'textract' as const, answer }
    return { ...toPageText(answer, size), page, ...(link && { link }), raw }
  }

  return {
    async read(path, signal, password) {
      const read: PageText[] = []
      for (let page = 1, pages = 1; page <= pages; page++) {
        const rendered = await tools.render(path, { page, password, signal })
        pages = rendered.pages
        const { content } = rendered
        if (!('text' in content)) read.push(await readPicture(content.picture, page, signal))
        else if (!content.picture) read.push(content.text)
        else read.push(settle(content.text, await readPicture(content.picture, page, signal)))
      }
      return read
    },

    remake(page) {
      if (page.raw?.by !== 'textract') return undefined
      const { width, height, raw, link } = page
      const made = toPageText(raw.answer as Answer, { width, height })
      return { ...made, page: page.page, ...(link && { link }), raw }
    },

    async close() {
      client.destroy()
    },
  }
}
