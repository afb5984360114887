import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { describe, test } from 'node:test'
import type { FileStore } from '../../server/receipts/ports.ts'

/** What every FileStore keeps to. */
export function fileStoreContract(
  name: string,
  withStore: (use: (store: FileStore) => Promise<void>) => Promise<void>,
) {
  const check = (what: string, use: (store: FileStore, folder: string) => Promise<void>) =>
    test(what, async () => {
      const folder = await mkdtemp(join(tmpdir(), 'file-store-'))
      await withStore((store) => use(store, folder)).finally(() => rm(folder, { recursive: true }))
    })

  async function read(store: FileStore, key: string) {
    const found = await store.open(key)
    if (!found) return undefined
    const bytes = await buffer(found.stream)
    assert.equal(bytes.length, found.bytes)
    return bytes.toString()
  }

  describe(`FileStore: ${name}`, () => {
    check('keeps a file of this machine', async (store, folder) => {
      await writeFile(join(folder, 'incoming'), 'a picture')
      await store.keep('ana/r1/f1', join(folder, 'incoming'))
      assert.equal(await read(store, 'ana/r1/f1'), 'a picture')
    })

    check('writes bytes, and over what was there', async (store) => {
      await store.write('ana/r1/f1.text', Buffer.from('one'))
      await store.write('ana/r1/f1.text', Buffer.from('two'))
      assert.equal(await read(store, 'ana/r1/f1.text'), 'two')
    })

    check('stores a file under a second key, from which it is removed for itself', async (store) => {
      await store.write('ana/r1/f1', Buffer.from('a picture'))
      assert.equal(await store.copy('ana/r1/f1', 'ana/r2/f2'), true)
      await store.write('ana/r1/f1', Buffer.from('another'))
      assert.equal(await read(store, 'ana/r2/f2'), 'a picture')
      await store.removeAll('ana/r1')
      assert.equal(await read(store, 'ana/r2/f2'), 'a picture')
      assert.equal(await store.copy('ana/r1/f1', 'ana/r3/f3'), false)
      assert.equal(await read(store, 'ana/r3/f3'), undefined)
    })

    check('reads a part of a file', async (store) => {
      await store.write('ana/r1/f1', Buffer.from('0123456789'))
      const part = await store.open('ana/r1/f1', { start: 2, end: 5 })
      assert.ok(part)
      assert.deepEqual([String(await buffer(part.stream)), part.bytes], ['2345', 10])
    })

    check('what is not there is undefined', async (store) => {
      assert.equal(await store.open('ana/r1/f1'), undefined)
      assert.equal(await store.local('ana/r1/f1'), undefined)
    })

    check('lends a path of this machine', async (store) => {
      await store.write('ana/r1/f1', Buffer.from('a picture'))
      const local = await store.local('ana/r1/f1')
      assert.ok(local)
      assert.equal(await readFile(local.path, 'utf8'), 'a picture')
      await local.release()
      assert.equal(await read(store, 'ana/r1/f1'), 'a picture')
    })

    check('lists the files of a receipt and no others', async (store) => {
      for (const key of [
        'ana/r1/f2',
        'ana/r1/f1.text',
        'ana/r1/f1',
        'ana/r10/f1',
        'ben/r1/f1',
        'ana/r1/gone',
      ]) {
        await store.write(key, Buffer.from(key))
      }
      await store.removeAll('ana/r1/gone')
      assert.deepEqual(await store.list('ana/r1'), ['ana/r1/f1', 'ana/r1/f1.text', 'ana/r1/f2'])
      assert.deepEqual(await store.list('ana/r2'), [])
    })

    check('removes all of a receipt and nothing else', async (store) => {
      for (const key of ['ana/r1/f1', 'ana/r1/f1.text', 'ana/r2/f1', 'ana/r10/f1', 'ben/r1/f1']) {
        await store.write(key, Buffer.from(key))
      }
      assert.equal(await store.removeAll('ana/r1'), null)
      assert.equal(await store.removeAll('ana/r1'), null)
      assert.equal(await read(store, 'ana/r1/f1'), undefined)
      assert.equal(await read(store, 'ana/r1/f1.text'), undefined)
      assert.equal(await read(store, 'ana/r2/f1'), 'ana/r2/f1')
      assert.equal(await read(store, 'ana/r10/f1'), 'ana/r10/f1')
      assert.equal(await read(store, 'ben/r1/f1'), 'ben/r1/f1')
    })

    check('removes one file', async (store) => {
      await store.write('ana/r1/f1', Buffer.from('1'))
      await store.write('ana/r1/f2', Buffer.from('2'))
      await store.write('ana/r1/f1.text', Buffer.from('one'))
      await store.removeAll('ana/r1/f1')
      assert.equal(await read(store, 'ana/r1/f1'), undefined)
      assert.equal(await read(store, 'ana/r1/f1.text'), 'one')
      assert.equal(await read(store, 'ana/r1/f2'), '2')
    })

    check('removes all of an owner', async (store) => {
      for (const key of ['ana/r1/f1', 'ana/r2/f1', 'ana2/r1/f1']) await store.write(key, Buffer.from(key))
      await store.removeAll('ana')
      assert.equal(await read(store, 'ana/r1/f1'), undefined)
      assert.equal(await read(store, 'ana/r2/f1'), undefined)
      assert.equal(await read(store, 'ana2/r1/f1'), 'ana2/r1/f1')
    })

    check('refuses keys that lead elsewhere', async (store) => {
      for (const key of ['../x/y', 'ana/../../x', '/etc/passwd', 'ana//x', 'ana']) {
        await assert.rejects(async () => store.write(key, Buffer.from('x')), key)
        if (key !== 'ana') await assert.rejects(async () => store.removeAll(key), key)
      }
    })

    check('says that it can be written', async (store) => {
      await store.check()
    })
  })
}
