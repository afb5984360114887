import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Client, signUp, startApp, type TestApp } from '../support/app.ts'
import { createScriptedReader, picture, type Receipt, uploaded } from '../support/receipts.ts'

describe('parts of a file', () => {
  let app: TestApp
  let ana: Client
  let bytes: Buffer
  let receipt: Receipt
  before(async () => {
    app = await startApp({ overrides: createScriptedReader() })
    ana = await signUp(app, 'ana@example.org')
    bytes = await picture()
    receipt = await uploaded(ana, bytes)
  })
  after(() => app.close())

  const ask = (headers: Record<string, string>) => ana.fetch(`/receipts/${receipt.id}/file`, { headers })

  test('the part that is asked for comes alone, and says where it belongs', async () => {
    const size = bytes.length
    const table: [string, number, number][] = [
      ['bytes=0-9', 0, 9],
      ['bytes=10-', 10, size - 1],
      ['bytes=-5', size - 5, size - 1],
      [`bytes=5-${size + 100}`, 5, size - 1],
      [`bytes=-${size + 100}`, 0, size - 1],
    ]
    for (const [range, start, end] of table) {
      const answer = await ask({ range })
      assert.equal(answer.status, 206, range)
      assert.equal(answer.headers.get('content-range'), `bytes ${start}-${end}/${size}`)
      assert.ok(Buffer.from(await answer.arrayBuffer()).equals(bytes.subarray(start, end + 1)), range)
    }
  })

  test('beyond the end there is none', async () => {
    for (const range of [`bytes=${bytes.length}-`, 'bytes=-0']) {
      const answer = await ask({ range })
      assert.deepEqual(
        [answer.status, answer.headers.get('content-range')],
        [416, `bytes */${bytes.length}`],
        range,
      )
    }
  })

  test('what is not understood, or may have changed, is answered with the whole', async () => {
    const odd = ['bytes=9-5', 'bytes=-', 'bytes=0-1,4-5', 'lines=1-2', 'bytes=a-b'].map((range) => ({
      range,
    }))
    const table: Record<string, string>[] = [...odd, { range: 'bytes=0-9', 'if-range': '"other"' }, {}]
    for (const headers of table) {
      const answer = await ask(headers)
      assert.equal(answer.status, 200, JSON.stringify(headers))
      assert.equal(answer.headers.get('accept-ranges'), 'bytes')
      assert.ok(Buffer.from(await answer.arrayBuffer()).equals(bytes))
    }
  })
})
