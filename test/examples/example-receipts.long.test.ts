import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { StorageFullError } from '../../server/errors.ts'
import { signUp, startApp } from '../support/app.ts'
import { startAwsApp } from '../support/aws-app.ts'
import { changed, createScriptedReader, isProblem, uploaded } from '../support/receipts.ts'
import { add, added, listed, read, removed } from './asking.ts'

describe('example receipts', () => {
  test('interrupted in the middle are completed by asking again, or cleared away', async () => {
    let left = Number.POSITIVE_INFINITY
    const app = await startApp({
      overrides: {
        reader: createScriptedReader().reader,
        files: (real) => ({
          ...real,
          async keep(key, path) {
            if (--left < 0) throw new StorageFullError('full')
            return real.keep(key, path)
          },
        }),
      },
    })
    try {
      const ana = await signUp(app, 'ana@example.org')
      for (const clearAway of [false, true]) {
        left = 4
        await isProblem(await add(ana), 507, 'storage_full')
        const before = await listed(ana)
        assert.equal(before.length, 4)
        left = Number.POSITIVE_INFINITY
        if (clearAway) await removed(ana)
        assert.equal((await listed(ana)).length, clearAway ? 0 : 4)
        const ids = await added(ana)
        assert.deepEqual((await listed(ana)).map(({ id }) => id).sort(), ids.toSorted())
        assert.equal(ids.length, 10)
        for (const { id } of clearAway ? [] : before) assert.ok(ids.includes(id))
        await removed(ana)
      }
    } finally {
      await app.close()
    }
  })

  test('removed while one is being read leave no file behind', async (t) => {
    const scripted = createScriptedReader()
    const app = await startApp({ overrides: { reader: scripted.reader } })
    try {
      const ana = await signUp(app, 'ana@example.org')
      const { begun, release } = scripted.hold(t)
      const ids = await added(ana)
      await begun
      await removed(ana)
      release()
      await Promise.all(ids.map((id) => app.drainWork(id)))
      assert.deepEqual(await readdir(join(app.dataDir, 'files', ana.sub), { recursive: true }), [])
    } finally {
      await app.close()
    }
  })

  test('are asked for a few times an hour', async () => {
    const app = await startApp({ overrides: { reader: createScriptedReader().reader } })
    try {
      const ana = await signUp(app, 'ana@example.org')
      await added(ana)
      for (let times = 1; times < 10; times++) await isProblem(await add(ana), 409, 'wrong_state')
      const refused = await add(ana)
      assert.ok(Number(refused.headers.get('retry-after')) > 60)
      await isProblem(refused, 429, 'too_many_requests')
    } finally {
      await app.close()
    }
  })

  test('are never locked, and go at once also under Object Lock', async () => {
    const app = await startAwsApp({ locked: true, overrides: { reader: createScriptedReader().reader } })
    try {
      const ana = await signUp(app, 'ana@example.org')
      const own = await changed(ana, await uploaded(ana), { path: '/confirm' })
      const receipts = await read(app, ana)
      for (const receipt of receipts) await changed(ana, receipt, { path: '/confirm' })
      await app.drainWork()
      await removed(ana)
      assert.deepEqual(
        (await listed(ana)).map(({ id }) => id),
        [own.id],
      )
      const keys = await app.s3.versions(app.bucket)
      for (const { id } of receipts)
        assert.deepEqual(
          keys.filter((key) => key.includes(id)),
          [],
        )
    } finally {
      await app.close()
    }
  })
})
