import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { after, before, describe, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { createDynamoStores } from '../../server/adapters/dynamodb/index.ts'
import { openS3Files } from '../../server/adapters/s3/index.ts'
import { createDatabaseCopies, createLocalDatabase } from '../../server/adapters/sqlite/local-database.ts'
import { systemClock } from '../../server/clock.ts'
import { originalKey, textKey } from '../../server/receipts/files/keys.ts'
import type { Receipt } from '../../server/receipts/model.ts'
import { parseSearch } from '../../server/receipts/search-query.ts'
import { storedKinds } from '../../server/services/stored-kinds.ts'
import { signIn, signUp, startApp } from '../support/app.ts'
import { awsEnvironment, REGION } from '../support/aws.ts'
import { commandLine, plainEnvironment, runCli } from '../support/cli.ts'
import { hashesOf, makeData, temporaryFolder, withStatement } from '../support/data-folder.ts'
import { startDynamo, type TestDynamo } from '../support/dynamo.ts'
import { createScriptedReader, uploaded } from '../support/receipts.ts'
import { startS3, type TestS3 } from '../support/s3.ts'

const ANA = '9a1c2b3d-0000-4000-8000-00000000a11a'
const BEN = '9a1c2b3d-0000-4000-8000-00000000be11'

let dynamo: TestDynamo
let s3: TestS3
before(async () => {
  dynamo = await startDynamo()
  s3 = await startS3()
})
after(async () => {
  await dynamo.close()
  await s3.close()
})

/** Stopped local data, and tables and a bucket with nothing in them. */
async function places() {
  const folder = await temporaryFolder()
  const scratch = await mkdtemp(join(tmpdir(), 'tracker-move-test-'))
  const [tables, bucket] = [await dynamo.createTables(), await s3.createBucket()]
  const stores = createDynamoStores({ region: REGION, tables }, systemClock, storedKinds)
  const files = openS3Files({ region: REGION, bucket, scratch })
  const dataDir = folder.in('data')
  const env = {
    ...awsEnvironment(),
    DATA_DIR: dataDir,
    S3_BUCKET_NAME: bucket,
    AWS_REGION: REGION,
    RECEIPT_TABLE: tables.receipts,
    BLACKLIST_TOKEN_TABLE: tables.revokedTokens,
    TAXPAYER_TABLE: tables.taxpayers,
    IDENTITY: 'local',
    READER: 'local',
    SECRET_KEY: 'k9Qz4Lw7Xb2Nf8Rt5Vj1Hc6Md3Pg0Ys_-Ae',
    AWS_ENDPOINT_URL_DYNAMODB: dynamo.endpoint,
    AWS_ENDPOINT_URL_S3: s3.endpoint,
  }
  return {
    folder,
    dataDir,
    bucket,
    env,
    store: stores.store,
    items: stores.items,
    files: files.files,
    async runMove(mapping: string, ...args: string[]) {
      await writeFile(folder.in('mapping.csv'), mapping)
      return runCli('move', ['--to', 'aws', '--users', folder.in('mapping.csv'), ...args], env)
    },
    /** What is in the data folder now. */
    local() {
      const copy = folder.in(`copy-${Math.random()}`)
      createLocalDatabase(join(dataDir, 'tracker.db')).copyTo(copy)
      const found = createDatabaseCopies(storedKinds).open(copy)
      const receipts = [...found.receipts()].map(({ receipt }) => receipt)
      found.close()
      return receipts
    },
    async [Symbol.asyncDispose]() {
      stores.close()
      files.close()
      await dynamo.dropTables(tables)
      await folder[Symbol.asyncDispose]()
      await rm(scratch, { recursive: true, force: true })
    },
  }
}

type Places = Awaited<ReturnType<typeof places>>

/** The receipt is at the target as it was here, but for its owner; its files and texts too. */
async function assertMoved({ store, files, dataDir }: Places, receipt: Receipt, sub: string) {
  const there = await store.find(sub, receipt.id)
  const history = receipt.history.map((entry) => ({ ...entry, by: sub }))
  assert.deepEqual(there, { ...receipt, userId: sub, history, work: there?.work })
  for (const file of receipt.files) {
    for (const key of [originalKey, textKey]) {
      const here = await readFile(join(dataDir, 'files', key(receipt.userId, receipt.id, file.id))).catch(
        () => undefined,
      )
      const found = await files.open(key(sub, receipt.id, file.id))
      assert.deepEqual(found && (await buffer(found.stream)), here)
    }
  }
}

/** Everything of the folder but what SQLite makes beside a database when somebody reads it. */
async function contentsOf(dataDir: string) {
  const hashes = await hashesOf(dataDir)
  return Object.fromEntries(Object.entries(hashes).filter(([name]) => !/-(wal|shm)$/.test(name)))
}

const listed = async ({ store }: Places, sub: string, kind: 'all' | 'trash', query = '') => {
  const page = await store.list(sub, { view: { kind }, ...parseSearch(query), limit: 100 })
  return page.rows.map((row) => JSON.parse(row).id as string)
}

describe('npm run move', () => {
  test('copies receipts with history, files, texts and trash; changes nothing here; twice is once', async () => {
    await using place = await places()
    const { app, ana, ben, receipts } = await makeData(place.dataDir)
    await app.close()
    const before = await contentsOf(place.dataDir)
    const mapping = `local-user,cognito-sub\r\nAna@example.org,${ANA}\r\n`

    const checked = await place.runMove(mapping, '--check')
    assert.deepEqual([checked.code, checked.stderr], [0, ''])
    assert.match(checked.stdout, /3 receipts with 3 files \([\d.]+ kB\) to copy, 0 there already/)
    assert.match(checked.stdout, /Nothing was written/)
    assert.deepEqual(await s3.versions(place.bucket), [])
    assert.deepEqual(await listed(place, ANA, 'all'), [])

    const moved = await place.runMove(mapping)
    assert.deepEqual([moved.code, moved.stderr], [0, ''])
    assert.match(moved.stdout, new RegExp(`ana@example.org -> ${ANA}\\n.*3 receipts with 3 files .*copied`))
    assert.match(
      moved.stdout,
      new RegExp(`Not in the mapping.*\\n  ben@example.org ${ben.sub}: 1 receipt\\n`),
    )
    const here = place.local().filter(({ userId }) => userId === ana.sub)
    assert.equal(here.length, 3)
    for (const receipt of here) await assertMoved(place, receipt, ANA)
    const [confirmed, asRead, trashed] = receipts.map(({ id }) => id)
    assert.deepEqual(await listed(place, ANA, 'all'), [asRead, confirmed])
    assert.deepEqual(await listed(place, ANA, 'trash'), [trashed])
    assert.deepEqual(await listed(place, ANA, 'all', 'buku ana'), [confirmed])
    assert.deepEqual(await listed(place, ANA, 'all', 'spm physics'), [asRead, confirmed])
    assert.deepEqual(await listed(place, ANA, 'all', 'jalan besar'), [confirmed])
    // What stands in an e-invoice alone.
    assert.deepEqual(await listed(place, ANA, 'all', 'TIN c2584563200'), [asRead])
    const found = await place.store.find(ANA, String(confirmed))
    assert.ok((found?.history.length ?? 0) > 0)
    const purge = here.find(({ id }) => id === trashed)?.work
    assert.deepEqual((await place.store.find(ANA, String(trashed)))?.work, purge)
    assert.deepEqual(await contentsOf(place.dataDir), before)

    const again = await place.runMove(`${ana.sub},${ANA}\n${ben.sub},${BEN}`)
    assert.equal(again.code, 0)
    assert.match(again.stdout, /0 receipts with 0 files.*copied, 3 there already/)
    assert.match(again.stdout, /1 receipt with 1 file .*copied, 0 there already/)
    assert.doesNotMatch(again.stdout, /Not in the mapping/)
  })

  test('goes on after kill -9 in the middle; what is half-way is in no list', async () => {
    await using place = await places()
    const { app, ana } = await makeData(place.dataDir)
    for (let i = 0; i < 12; i++) await uploaded(ana)
    const said = await withStatement(ana)
    await app.close()
    const here = place.local().filter(({ userId }) => userId === ana.sub)
    await writeFile(place.folder.in('mapping.csv'), `ana@example.org,${ANA}`)

    for (const objects of [1, 3, 12]) {
      const args = commandLine('move', ['--to', 'aws', '--users', place.folder.in('mapping.csv')])
      const child = spawn(process.execPath, args, {
        cwd: place.folder.path,
        env: { ...plainEnvironment(), ...place.env },
        stdio: 'ignore',
      })
      const ended = once(child, 'exit')
      while (child.exitCode === null && (await s3.versions(place.bucket)).length < objects) await wait(1)
      child.kill('SIGKILL')
      const [, signal] = await ended
      assert.equal(signal, 'SIGKILL')
      const shown = [...(await listed(place, ANA, 'all')), ...(await listed(place, ANA, 'trash'))]
      assert.ok(shown.length < here.length)
      for (const receipt of here.filter(({ id }) => shown.includes(id)))
        await assertMoved(place, receipt, ANA)
    }

    const rest = await place.runMove(`ana@example.org,${ANA}`)
    assert.deepEqual([rest.code, rest.stderr], [0, ''])
    const [, copied, there] = /(\d+) receipts? with .* copied, (\d+) there already/.exec(rest.stdout) ?? []
    assert.equal(Number(copied) + Number(there), here.length)
    assert.ok(Number(there) > 0)
    for (const receipt of here) await assertMoved(place, receipt, ANA)
    const keys = here.flatMap(({ id, files }) =>
      files.flatMap((file) => [originalKey(ANA, id, file.id), textKey(ANA, id, file.id)]),
    )
    const { statement, bytes } = said
    const key = originalKey(ANA, statement.id, statement.file.id)
    assert.deepEqual(await s3.versions(place.bucket), [...keys, key].sort())
    const kept = await place.files.open(key)
    assert.deepEqual(kept && (await buffer(kept.stream)), bytes)
    const documents = [
      ...(await place.items.list(ANA, 'year#')).items,
      ...(await place.items.list(ANA, 'statement#')).items,
    ]
    assert.deepEqual(
      documents.map(({ item, data }) => [item, (data as { state?: string }).state]),
      [
        ['year#2025', undefined],
        [`statement#2025#${statement.id}`, 'kept'],
      ],
    )
    assert.match(rest.stdout, /[01] other documents? copied, [12] there already|2 other documents copied/)
    const again = await place.runMove(`ana@example.org,${ANA}`)
    assert.match(again.stdout, /0 other documents copied, 2 there already/)
  })

  test('a receipt that waits to be read waits there too; an upload that never finished stays', async () => {
    await using place = await places()
    const reader = createScriptedReader()
    const app = await startApp({ dataDir: place.dataDir, overrides: { reader: reader.reader } })
    const ana = await signUp(app, 'ana@example.org')
    const waiting = await uploaded(ana)
    const { store } = app.services.receipts
    const found = await store.find(ana.sub, waiting.id)
    assert.ok(found)
    const unreadFileIds = found.files.map(({ id }) => id)
    const work = { attempts: 2, dueAt: Date.now() + 3_600_000, by: 'a dead process' }
    await store.save({ ...found, status: 'reading', unreadFileIds }, { work })
    await store.create({ ...found, id: '019a0000-0000-7000-8000-000000000001', status: 'receiving', work })
    await app.close()

    const moved = await place.runMove(`ana@example.org,${ANA}`)
    assert.equal(moved.code, 0, moved.stderr)
    assert.match(moved.stdout, /1 receipt with 1 file.*\n {2}1 upload never finished, skipped/)
    const there = await place.store.find(ANA, waiting.id)
    assert.deepEqual([there?.status, there?.unreadFileIds], ['reading', unreadFileIds])
    assert.deepEqual(await place.store.due(new Date(), 10), [{ userId: ANA, id: waiting.id }])
    assert.equal(there?.work?.attempts, 0)
  })

  test('a damaged file is told, its receipt is not copied, and the others are', async () => {
    await using place = await places()
    const { app, ana, receipts } = await makeData(place.dataDir)
    await app.close()
    const [damaged, missing] = receipts
    const path = ({ id, files }: typeof damaged) => join(place.dataDir, 'files', ana.sub, id, files[0].id)
    await writeFile(path(damaged), 'something else')
    await rm(path(missing))
    for (const args of [['--check'], []]) {
      const { code, stdout } = await place.runMove(`ana@example.org,${ANA}`, ...args)
      assert.equal(code, 1)
      assert.match(stdout, new RegExp(`${damaged.id}: its file .* is damaged`))
      assert.match(stdout, new RegExp(`${missing.id}: its file .* is missing`))
      assert.match(stdout, /1 receipt with 1 file/)
    }
    assert.deepEqual(await listed(place, ANA, 'all'), [])
    assert.equal((await listed(place, ANA, 'trash')).length, 1)
  })

  test('refuses while a server runs, and without a reachable target; then the server goes on', async () => {
    await using place = await places()
    const { app, ana } = await makeData(place.dataDir)
    const running = await place.runMove(`ana@example.org,${ANA}`)
    assert.equal(running.code, 1)
    assert.match(running.stderr, /another server uses this data folder/)
    await app.close()
    const env = { ...place.env, RECEIPT_TABLE: 'no-such-table' }
    const args = ['--to', 'aws', '--users', place.folder.in('mapping.csv')]
    const nowhere = await runCli('move', args, env)
    assert.equal(nowhere.code, 1)
    assert.match(
      nowhere.stderr,
      /table no-such-table does not exist in ap-southeast-5\n {4}-> npm run doctor -- --repair/,
    )
    const again = await startApp({ dataDir: place.dataDir })
    assert.equal((await signIn(again, 'ana@example.org')).sub, ana.sub)
    await again.close()
  })

  test('a statement whose file is damaged is told, and somebody with statements alone is moved', async () => {
    await using place = await places()
    const app = await startApp({ dataDir: place.dataDir })
    const [ana, ben] = [await signUp(app, 'ana@example.org'), await signUp(app, 'ben@example.org')]
    const [anas, bens] = [await withStatement(ana), await withStatement(ben)]
    await app.close()
    const { id, file } = anas.statement
    await writeFile(join(place.dataDir, 'files', ana.sub, id, file.id), 'something else')
    const mapping = `ana@example.org,${ANA}\nben@example.org,${BEN}`
    const checked = await place.runMove(mapping, '--check')
    assert.match(checked.stdout, /2 other documents to copy, 0 there already/)
    assert.deepEqual((await place.items.list(BEN, 'year#')).items, [])
    const moved = await place.runMove(mapping)
    assert.equal(moved.code, 1)
    assert.match(moved.stdout, new RegExp(`statement#2025#${id}: its file is damaged`))
    assert.deepEqual((await place.items.list(ANA, 'statement#')).items, [])
    const key = originalKey(BEN, bens.statement.id, bens.statement.file.id)
    assert.deepEqual(await s3.versions(place.bucket), [key])
  })

  test('every wrong line of the mapping is told at once', async () => {
    await using place = await places()
    const { app } = await makeData(place.dataDir)
    await app.close()
    const { code, stderr } = await place.runMove(
      [
        '\uFEFF"local-user","cognito-sub"',
        `ana@example.org,${ANA}`,
        'nobody@example.org,x-1',
        `"ben@example.org",${ANA}`,
        'ben@example.org',
        '',
        `ana@example.org,${BEN}`,
        'ben@example.org,ben@example.org',
        ',x-2',
        'ben@example.org,',
        '"ben@example.org,x',
      ].join('\r\n'),
    )
    assert.equal(code, 1)
    assert.deepEqual(stderr.trim().split('\n'), [
      'The mapping has problems:',
      '  line 3: nobody@example.org has nothing here',
      `  line 4: ${ANA} is the sub of line 2 already`,
      '  line 5: has 1 fields; it must be local-user,cognito-sub',
      '  line 7: ana@example.org was named before',
      '  line 8: ben@example.org is no sub',
      '  line 9: the local user is missing',
      '  line 10: the cognito-sub of ben@example.org is missing',
      '  line 11: a quote is not closed',
    ])
    const nobody = await place.runMove('local-user,cognito-sub\n')
    assert.match(nobody.stderr, /contains no local account/)
  })
})
