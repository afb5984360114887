import assert from 'node:assert/strict'
import { buffer } from 'node:stream/consumers'
import { describe, test } from 'node:test'
import { type ArchiveEntry, zipOf } from '../../server/archive/zip.ts'
import { prefetch } from '../../server/prefetch.ts'
import { entryCount, unzipped } from '../support/unzip.ts'

async function* entriesOf(files: Record<string, string>): AsyncGenerator<ArchiveEntry> {
  for (const [path, text] of Object.entries(files)) yield { path, content: Buffer.from(text) }
}

describe('a zip file', () => {
  test('holds what was put into it, under its names', async () => {
    const files = { 'a.txt': 'one', 'folder/kedai – 书店 é.txt': 'two', 'empty.txt': '' }
    const found = await unzipped(await buffer(zipOf(entriesOf(files))))
    assert.deepEqual(
      found.map(({ path, content }) => [path, String(content)]),
      Object.entries(files),
    )
  })

  test('is not compressed, and says sizes before the bytes', async () => {
    const bytes = await buffer(zipOf(entriesOf({ 'a.txt': 'a'.repeat(5000) })))
    assert.ok(bytes.includes('a'.repeat(5000)))
    assert.equal(bytes.readUInt32LE(22), 5000)
  })

  test('takes more than 65,535 entries', async () => {
    const many = Object.fromEntries(Array.from({ length: 65_600 }, (_, i) => [`${i}`, '']))
    const bytes = await buffer(zipOf(entriesOf(many)))
    assert.equal(await entryCount(bytes), 65_600)
  })

  test('is truncated when an entry cannot be made, and never ends as if it were whole', async () => {
    const entries = (async function* () {
      yield { path: 'a', content: Buffer.from('a') }
      throw new Error('the disk is gone')
    })()
    await assert.rejects(buffer(zipOf(entries)), /the disk is gone/)
  })

  test('asks for no more than is taken, and lets go when nobody reads on', async () => {
    let made = 0
    const { promise: ended, resolve } = Promise.withResolvers<void>()
    const zip = zipOf(
      (async function* () {
        try {
          for (;;) yield { path: String(made++), content: Buffer.alloc(100_000) }
        } finally {
          resolve()
        }
      })(),
    )
    const reader = zip[Symbol.asyncIterator]()
    await reader.next()
    await new Promise(setImmediate)
    assert.ok(made < 10, String(made))
    zip.destroy()
    await ended
  })
})

describe('reading ahead', () => {
  test('keeps the order, with so many on their way as it is told', async () => {
    const begun: number[] = []
    const waiting: (() => void)[] = []
    const loaded = prefetch([1, 2, 3, 4, 5], 3, async (n) => {
      begun.push(n)
      await new Promise<void>((resolve) => waiting.push(resolve))
      return n
    })
    const first = loaded.next()
    await new Promise(setImmediate)
    assert.deepEqual(begun, [1, 2, 3])
    for (const resolve of [...waiting].reverse()) resolve()
    assert.equal((await first).value, 1)
    const rest: number[] = []
    const release = setInterval(() => {
      for (const resolve of waiting) resolve()
    }, 1)
    for await (const n of loaded) rest.push(n)
    clearInterval(release)
    assert.deepEqual(rest, [2, 3, 4, 5])
  })

  test('fails in its turn', async () => {
    const found: number[] = []
    const loading = prefetch([1, 2, 3], 2, async (n) => (n === 2 ? Promise.reject(new Error('two')) : n))
    await assert.rejects(async () => {
      for await (const n of loading) found.push(n)
    }, /two/)
    assert.deepEqual(found, [1])
  })
})
