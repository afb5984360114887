import { AnalyzeExpenseCommand, type TextractClient } from '@aws-sdk/client-textract'
import { isOfTheService } from '../../aws/failures.ts'
import { inTime, type RetryPolicy } from '../../aws/retry.ts'
import { placedOnPage } from '../../reading/area.ts'
import { eachPage } from '../../reading/each-page.ts'
import type { PageText } from '../../reading/page-text.ts'
import { settle } from '../../reading/pages/text-doubt.ts'
import {
  type PageBudget,
  type PageGrant,
  type PageOptions,
  type PageReader,
  type PageTools,
  ReaderBusyError,
  ReaderFailedError,
  type RenderedPicture,
} from '../../reading/ports.ts'
import { type Answer, toPageText } from './answer.ts'
import type { CallLimiter } from './limiter.ts'

export interface TextractReaderOptions {
  client: TextractClient
  limiter: CallLimiter
  /** What may be spent on pages. Default: without limit. */
  budget?: PageBudget | undefined
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
  limiter,
  budget,
  tools,
  retryPolicy = RETRY_POLICY,
}: TextractReaderOptions): PageReader {
  async function analyse(
    jpeg: Uint8Array,
    { person, signal: given }: { person: string; signal: AbortSignal | undefined },
  ): Promise<Answer> {
    try {
      const { attempt, budget } = retryPolicy
      const { ExpenseDocuments } = await limiter.run(
        (left) =>
          inTime(
            { left: Math.min(attempt, left), afterProgress: attempt },
            (abortSignal) =>
              client.send(new AnalyzeExpenseCommand({ Document: { Bytes: jpeg } }), { abortSignal }),
            given,
          ),
        { person, budget, signal: given },
      )
      if (!ExpenseDocuments) throw new SyntaxError('an answer without documents')
      return { ExpenseDocuments }
    } catch (cause) {
      const { name } = cause as Error
      if (cause instanceof ReaderBusyError) throw cause
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
    { page, area, signal, person = '' }: Pick<PageOptions, 'area' | 'signal' | 'person'> & { page: number },
  ): Promise<PageText> {
    const answer = await analyse(jpeg, { person, signal })
    const raw = { by: 'textract' as const, answer }
    const text = toPageText(answer, { width, height })
    const placed = area && whole ? placedOnPage(text, area, whole) : text
    return { ...placed, page, ...(link && { link }), raw }
  }

  return {
    async read(path, signal, { password, area, person, ...options } = {}) {
      // For all pages at once: what was paid for the first would be lost if the last had to wait for another day.
      let grant: PageGrant | undefined
      let paid = 0
      const readPage = async (page: number) => {
        const { pages, content } = await tools.render(path, { page, password, area, signal, person })
        const read = async (picture: RenderedPicture) => {
          grant ??= await budget?.take(person ?? '', pages - page + 1)
          const text = await readPicture(picture, { page, area, signal, person })
          paid++
          return text
        }
        if (!('text' in content)) return { pages, text: await read(content.picture) }
        const { text, picture } = content
        return { pages, text: picture ? settle(text, await read(picture)) : text }
      }
      try {
        return await eachPage(readPage, options, signal)
      } finally {
        await grant?.settle(paid)
      }
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
