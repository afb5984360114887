import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { eachPage } from '../../server/reading/each-page.ts'
import type { PageText } from '../../server/reading/page-text.ts'
import { ReaderBusyError, ReaderFailedError } from '../../server/reading/ports.ts'
import { pageOf } from '../support/page-of.ts'

/** A file of 30 pages, some of which fail. */
const pagesThat = (fails: (page: number) => Error | undefined) => async (page: number) => {
  const failure = fails(page)
  if (failure) throw failure
  return { pages: 30, text: pageOf([`PAGE ${page}`], page) }
}
const unreadOf = (texts: PageText[]) => texts.flatMap(({ page, unread }) => (unread ? page : []))

describe('the pages of a long file', () => {
  test('that crash the reader or take too long are left unread, the first too', async () => {
    const readPage = pagesThat((page) =>
      [1, 7, 30].includes(page) ? new ReaderFailedError('crashed') : undefined,
    )
    const texts = await eachPage(readPage, { pages: 30 }, undefined)
    assert.equal(texts.length, 30)
    assert.deepEqual(unreadOf(texts), [1, 7, 30])
    assert.deepEqual(
      texts.map(({ page }) => page),
      Array.from({ length: 30 }, (_, at) => at + 1),
    )
  })

  test('are not begun once there is no time left', async () => {
    const enough = new AbortController()
    const readPage = async (page: number) => {
      if (page === 18) enough.abort()
      return { pages: 30, text: pageOf([`PAGE ${page}`], page) }
    }
    const texts = await eachPage(readPage, { enough: enough.signal }, undefined)
    assert.deepEqual([unreadOf(texts).length, unreadOf(texts)[0]], [12, 19])
  })

  test('are read at least one, however late it is', async () => {
    const texts = await eachPage(
      pagesThat(() => undefined),
      { enough: AbortSignal.abort() },
      undefined,
    )
    assert.equal(unreadOf(texts).length, 29)
  })

  test('fail together where none can be read, the reader is busy, or the reading is stopped', async () => {
    const failed = pagesThat(() => new ReaderFailedError('crashed'))
    await assert.rejects(eachPage(failed, { pages: 30 }, undefined), ReaderFailedError)
    const busy = pagesThat((page) => (page === 3 ? new ReaderBusyError('throttled') : undefined))
    await assert.rejects(eachPage(busy, {}, undefined), ReaderBusyError)
    const stopped = pagesThat((page) => (page === 3 ? new ReaderFailedError('cancelled') : undefined))
    await assert.rejects(eachPage(stopped, {}, AbortSignal.abort()), ReaderFailedError)
  })
})
