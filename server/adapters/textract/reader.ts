import { AnalyzeExpenseCommand, type TextractClient } from '@aws-sdk/client-textract'
import { isOfTheService } from '../../aws/failures.ts'
import { type RetryPolicy, withRetries } from '../../aws/retry.ts'
import { placedOnPage } from '../../reading/area.ts'
import { eachPage } from '../../reading/each-page.ts'
import type { PageText } from '../../reading/page-text.ts'
import { settle } from '../../reading/pages/text-doubt.ts'
import {
  type PageOptions,
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
    { jpeg, link, whole, width, height }: RenderedPicture,
    { page, area, signal }: Pick<PageOptions, 'area' | 'signal'> & { page: number },
  ): Promise<PageText> {
    const answer = await analyse(jpeg, signal)
    const raw = { by: 'textract' as const, answer }
    const text = toPageText(answer, { width, height })
    const placed = area && whole ? placedOnPage(text, area, whole) : text
    return { ...placed, page, ...(link && { link }), raw }
  }

  return {
    async read(path, signal, { password, area, person, ...options } = {}) {
      const readPage = async (page: number) => {
        const { pages, content } = await tools.render(path, { page, password, area, signal, person })
        const at = { page, area, signal }
        if (!('text' in content)) return { pages, text: await readPicture(content.picture, at) }
        const { text, picture } = content
        return { pages, text: picture ? settle(text, await readPicture(picture, at)) : text }
      }
      return eachPage(readPage, options, signal)
    },

    remake(page) {
      if (page.raw?.by !== 'textract') return undefined
      const { width, height, raw, link, area } = page
      const made = toPageText(raw.answer as Answer, { width, height })
      const placed = area ? placedOnPage(made, area, { width, height }) : made
      return { ...placed, page: page.page, ...(link && { link }), raw }
    },

    async close() {
      client.destroy()
    },
  }
}
