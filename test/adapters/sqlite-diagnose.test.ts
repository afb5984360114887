import assert from 'node:assert/strict'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { DatabaseSync } from 'node:sqlite'
import { describe, test } from 'node:test'
import { diagnoseDatabase } from '../../server/adapters/sqlite/diagnose.ts'
import { startApp } from '../support/app.ts'
import { temporaryFolder } from '../support/data-folder.ts'

/** A data folder with the files of one person and a database, as a stopped server leaves it. */
async function withData(use: (place: Awaited<ReturnType<typeof temporaryFolder>>) => Promise<void>) {
  await using place = await temporaryFolder()
  const app = await startApp({ dataDir: place.in('data') })
  await app.close()
  await mkdir(place.in('data', 'files', 'somebody', 'a-receipt'), { recursive: true })
  await use(place)
}

describe('what the doctor says of a database', () => {
  for (const [state, lose] of [
    ['is missing', (path: string) => rm(path)],
    ['is empty', (path: string) => writeFile(path, '')],
  ] as const) {
    test(`that ${state} beside files; and the server does not begin a new one`, () =>
      withData(async (place) => {
        const path = place.in('data', 'tracker.db')
        for (const left of [`${path}-wal`, `${path}-shm`]) await rm(left, { force: true })
        await lose(path)
        const [finding] = diagnoseDatabase(path, place.in('data', 'files'))
        assert.match(finding?.message ?? '', new RegExp(`${state}, but .+ has the files of one person`))
        assert.match(finding?.fix ?? '', /npm run restore/)

        const before = await readdir(place.in('data'))
        await assert.rejects(startApp({ dataDir: place.in('data') }), new RegExp(`${state}, but`))
        assert.deepEqual(await readdir(place.in('data')), before)
      }))
  }

  test('that another program holds, or that is a folder: it is not called damaged', () =>
    withData(async (place) => {
      const path = place.in('data', 'tracker.db')
      const holder = new DatabaseSync(path)
      holder.exec('PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE')
      const [locked] = diagnoseDatabase(path, place.in('data', 'files'))
      holder.close()
      assert.match(locked?.message ?? '', /is locked by another program/)
      assert.doesNotMatch(locked?.fix ?? '', /restore/)

      await rm(path)
      await mkdir(path)
      const [folder] = diagnoseDatabase(path, place.in('data', 'files'))
      assert.match(folder?.message ?? '', /tracker\.db is a folder$/)
    }))
})
