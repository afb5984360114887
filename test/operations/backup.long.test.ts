import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, rmSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { after, before, describe, test } from 'node:test'
import { Decrypter, Encrypter } from 'age-encryption'
import { extract, type Header, pack } from 'tar-stream'
import { openDatabase } from '../../server/adapters/sqlite/database.ts'
import { createDatabaseCopies, createLocalDatabase } from '../../server/adapters/sqlite/local-database.ts'
import { lockFolder } from '../../server/adapters/sqlite/process-lock.ts'
import { backup } from '../../server/operations/backup/backup.ts'
import { storedKinds } from '../../server/services/stored-kinds.ts'
import { browserOf, PASSWORD, signIn, startApp } from '../support/app.ts'
import { appCode } from '../support/authenticator.ts'
import { commandLine, plainEnvironment, runCli } from '../support/cli.ts'
import { fileOf, type Made, makeData, temporaryFolder, withStatement } from '../support/data-folder.ts'
import { sealEarlier } from '../support/earlier-seal.ts'
import { addApp } from '../support/factors.ts'
import { projectRoot } from '../support/project-root.ts'
import { get, uploaded } from '../support/receipts.ts'

const PASSPHRASE = 'battery staple horse'
const sealed = { BACKUP_PASSPHRASE: PASSPHRASE }

let folder: Awaited<ReturnType<typeof temporaryFolder>>
let made: Made
before(async () => {
  folder = await temporaryFolder()
  made = await makeData(folder.in('data'))
})
after(async () => {
  await made.app.close()
  await folder[Symbol.asyncDispose]()
})

const runBackup = (file: string, env = {}, args: string[] = []) =>
  runCli('backup', [...args, file], { DATA_DIR: folder.in('data'), ...env })
const runRestore = (file: string, to: string, env = {}) => runCli('restore', [file], { DATA_DIR: to, ...env })

describe('a backup of a running server, restored', () => {
  for (const [name, env] of [
    ['as it is', {}],
    ['encrypted', sealed],
  ] as const) {
    test(`${name}: has every receipt, file, history and account, and nobody is still signed in`, async () => {
      const [file, restored] = [folder.in(`${name}.backup`), folder.in(`${name}-restored`)]
      const saved = await runBackup(file, env)
      assert.deepEqual([saved.code, saved.stderr], [0, ''], saved.stderr)
      assert.match(saved.stdout, /Backed up 4 receipts with 4 files/)
      assert.equal((await stat(file)).mode & 0o777, 0o600)

      const { code, stderr, stdout } = await runRestore(file, restored, env)
      assert.deepEqual([code, stderr], [0, ''])
      assert.match(stdout, /Restored 4 receipts with 4 files/)
      for (const entry of await readdir(restored, { recursive: true, withFileTypes: true })) {
        const path = join(entry.parentPath, entry.name)
        assert.equal((await stat(path)).mode & 0o777, entry.isDirectory() ? 0o700 : 0o600, path)
      }
      assert.equal((await stat(restored)).mode & 0o777, 0o700)

      const app = await startApp({ dataDir: restored })
      try {
        const bearer = { headers: { authorization: `Bearer ${made.ana.token}` } }
        assert.equal((await fetch(`${app.url}/receipts`, bearer)).status, 401)
        const ana = await signIn(app, 'ana@example.org')
        for (const receipt of made.receipts) {
          assert.deepEqual(
            await get(ana, `/receipts/${receipt.id}`),
            await get(made.ana, `/receipts/${receipt.id}`),
          )
          assert.deepEqual(
            await get(ana, `/receipts/${receipt.id}/text`),
            await get(made.ana, `/receipts/${receipt.id}/text`),
          )
          assert.deepEqual(await fileOf(ana, receipt), await fileOf(made.ana, receipt))
        }
        const found = await get(ana, '/receipts?text=kedai')
        assert.ok(found.receipts.length > 0)
        assert.deepEqual(found, await get(made.ana, '/receipts?text=kedai'))
        assert.equal((await get(await signIn(app, 'ben@example.org'), '/receipts')).receipts.length, 1)
      } finally {
        await app.close()
      }
    })
  }

  test('encrypted by an earlier release: is restored as well', async () => {
    const plain = await readFile(folder.in('as it is.backup'))
    await writeFile(folder.in('sealed-earlier.backup'), sealEarlier(PASSPHRASE, plain))
    const restored = await runRestore(folder.in('sealed-earlier.backup'), folder.in('sealed-earlier'), sealed)
    assert.deepEqual([restored.code, restored.stderr], [0, ''])
    assert.match(restored.stdout, /Restored 4 receipts with 4 files/)
  })

  test('encrypted, it is an age file: any program for that format opens it', async () => {
    const age = new Decrypter()
    age.addPassphrase(PASSPHRASE)
    const tar = Buffer.from(await age.decrypt(await readFile(folder.in('encrypted.backup'))))
    const names: string[] = []
    const entries = extract()
    entries.end(tar)
    for await (const entry of entries as unknown as AsyncIterable<{ header: Header; resume(): void }>) {
      names.push(entry.header.name)
      entry.resume()
    }
    assert.deepEqual([names[0], names[1], names.at(-1)], ['backup.json', 'tracker.db', 'manifest.json'])
  })

  test('has what was said of a year, the statements kept with it, and the second locks', async () => {
    const place = await temporaryFolder()
    const data = place.in('data')
    const own = await makeData(data)
    const { statement, bytes } = await withStatement(own.ana)
    const { secret } = await addApp(own.ben)
    const file = place.in('with-statement.backup')
    const saved = await runCli('backup', [file], { DATA_DIR: data })
    assert.deepEqual([saved.code, saved.stderr], [0, ''])
    assert.match(saved.stdout, /Backed up 4 receipts with 5 files/)
    const stored = join(data, 'files', own.ana.sub, statement.id, statement.file.id)
    await writeFile(stored, 'something else')
    const damaged = await runCli('backup', [place.in('damaged.backup')], { DATA_DIR: data })
    assert.equal(damaged.code, 1)
    assert.match(damaged.stdout, new RegExp(statement.id))
    await own.app.close()
    const restored = await runRestore(file, place.in('restored'))
    assert.deepEqual([restored.code, restored.stderr], [0, ''])
    assert.match(restored.stdout, /Restored 4 receipts with 5 files/)
    const app = await startApp({ dataDir: place.in('restored') })
    try {
      const ana = await signIn(app, 'ana@example.org')
      const path = '/tax-years/2025/taxpayer'
      assert.equal((await get(ana, path)).facts.filedOn, '2026-04-01')
      const kept = await ana.fetch(`${path}/statements/${statement.id}/file`)
      assert.deepEqual(Buffer.from(await kept.arrayBuffer()), bytes)
      // Half a minute ahead, as the code of now was used for the setup.
      const ben = browserOf(app)
      const form = await ben.navigate('/auth/login')
      const second = await ben.submit(form, { email: 'ben@example.org', password: PASSWORD })
      await ben.submit(second, { code: appCode(secret, Date.now() + 30_000) })
      assert.ok(ben.jar.get('access_token'), 'its authenticator app signs in')
    } finally {
      await app.close()
      await place[Symbol.asyncDispose]()
    }
  })

  test('encrypted, it shows nothing of what is in it', async () => {
    const file = folder.in('encrypted.backup')
    const bytes = await readFile(file)
    for (const word of ['SQLite', 'tracker.db', '"kty"', 'ustar', 'JFIF'])
      assert.ok(!bytes.includes(word), word)
    assert.ok((await readFile(folder.in('as it is.backup'))).includes('SQLite'))
  })

  test('uploads go on while it is made, and what was answered before is in it', async () => {
    const answered = await uploaded(made.ben)
    const file = folder.in('busy.backup')
    let running = true
    // A person may upload 120 a minute, however long the backup takes.
    const uploads = (async () => {
      for (let sent = 0; running && sent < 60; sent++) await uploaded(made.ben)
    })()
    const saved = await runBackup(file)
    running = false
    await uploads
    assert.equal(saved.code, 0, saved.stderr)
    assert.equal((await runRestore(file, folder.in('busy'))).code, 0)
    const app = await startApp({ dataDir: folder.in('busy') })
    try {
      const ben = await signIn(app, 'ben@example.org')
      assert.deepEqual(await fileOf(ben, answered), await fileOf(made.ben, answered))
    } finally {
      await app.close()
    }
  })
})

describe('a backup', () => {
  test('takes the passphrase from a file, and never from the command line', async () => {
    await writeFile(folder.in('phrase'), `${PASSPHRASE}\nsecond line\n`)
    const file = folder.in('by-file.backup')
    const saved = await runBackup(file, {}, ['--passphrase-file', folder.in('phrase')])
    assert.equal(saved.code, 0, saved.stderr)
    assert.equal((await runRestore(file, folder.in('by-file'), sealed)).code, 0)
    const onLine = await runBackup(folder.in('x'), {}, ['--passphrase', PASSPHRASE])
    assert.equal(onLine.code, 2)
    const nobody = await runBackup(folder.in('x'), {}, ['--encrypt'])
    assert.deepEqual([nobody.code, nobody.stdout], [2, ''])
    assert.match(nobody.stderr, /BACKUP_PASSPHRASE/)
    assert.equal((await runBackup(folder.in('x'), { BACKUP_PASSPHRASE: '' })).code, 2)
  })

  test('overwrites nothing, makes nothing where nothing is, and leaves nothing half-way', async () => {
    await writeFile(folder.in('mine'), 'mine')
    const existing = await runBackup(folder.in('mine'))
    assert.equal(existing.code, 1)
    assert.match(existing.stderr, /exists already/)
    assert.equal(await readFile(folder.in('mine'), 'utf8'), 'mine')

    const nowhere = folder.in('nowhere')
    const nothing = await runBackup(folder.in('nothing.backup'), { DATA_DIR: nowhere })
    assert.equal(nothing.code, 1)
    assert.match(nothing.stderr, /There is no database at/)
    await assert.rejects(stat(nowhere))
    const noFolder = await runBackup(folder.in('no', 'folder', 'x'))
    assert.equal(noFolder.code, 1)
    assert.match(noFolder.stderr, /ENOENT/)
    assert.deepEqual(
      (await readdir(folder.path)).filter((name) => name.startsWith('.') || name === 'nothing.backup'),
      [],
    )
  })

  test('of receipts that are in AWS is refused, with what to do instead', async () => {
    const aws = { STORAGE: 'aws', S3_BUCKET_NAME: 'my-bucket', AWS_REGION: 'us-east-1', IDENTITY: 'local' }
    const env = { ...aws, READER: 'local', SECRET_KEY: 'k9Qz4Lw7Xb2Nf8Rt5Vj1Hc6Md3Pg0Ys_-Ae' }
    const { code, stderr } = await runBackup(folder.in('aws.backup'), env)
    assert.equal(code, 1)
    assert.match(stderr, /DynamoDB and S3/)
  })

  test('lists a file deleted while it ran, and closes; the rest is restored', async () => {
    const gone = await uploaded(made.ana)
    const database = createLocalDatabase(folder.in('data', 'tracker.db'))
    const file = folder.in('deleted.backup')
    const summary = await backup({
      dataDir: folder.in('data'),
      copies: createDatabaseCopies(storedKinds),
      to: file,
      passphrase: undefined,
      lock: lockFolder,
      now: new Date(),
      database: {
        ...database,
        copyTo(copy) {
          database.copyTo(copy)
          rmSync(folder.in('data', 'files', made.ana.sub, gone.id), { recursive: true })
          const db = openDatabase(folder.in('data', 'tracker.db'))
          db.run('DELETE FROM receipts WHERE receipt_id = ?', gone.id)
          db.close()
        },
      },
    })
    const key = `${made.ana.sub}/${gone.id}/${gone.files[0].id}`
    assert.deepEqual([summary.deleted, summary.lost, summary.damaged], [[key], [], []])
    const restored = await runRestore(file, folder.in('deleted'))
    assert.equal(restored.code, 0, restored.stderr)
    assert.match(restored.stdout, new RegExp(`1 file missing when the backup was made:\\n  ${key}`))
  })

  test('says which files are lost or damaged on the disk, and closes', async () => {
    await using other = await temporaryFolder()
    const { app, ana, receipts } = await makeData(other.in('data'))
    await app.close()
    const [first, second] = receipts.map(({ id, files }) =>
      other.in('data', 'files', ana.sub, id, files[0].id),
    )
    await rm(first ?? '')
    await writeFile(second ?? '', 'something else')
    const { code, stdout } = await runBackup(other.in('b'), { DATA_DIR: other.in('data') })
    assert.equal(code, 1)
    assert.match(stdout, new RegExp(`1 file in the database but missing.*\\n.*${receipts[0].id}`))
    assert.match(stdout, new RegExp(`1 file damaged on disk.*\\n.*${receipts[1].id}`))
    assert.equal((await runRestore(other.in('b'), other.in('restored'))).code, 0)
  })

  test('killed at any moment leaves no file, or a whole one', async () => {
    for (const ms of [150, 250, 350, 450]) {
      const file = folder.in(`killed-${ms}`)
      const child = spawn(process.execPath, commandLine('backup', [file]), {
        cwd: folder.path,
        env: { ...plainEnvironment(), DATA_DIR: folder.in('data') },
        stdio: 'ignore',
      })
      const timer = setTimeout(() => child.kill('SIGKILL'), ms)
      await once(child, 'exit')
      clearTimeout(timer)
      if (!existsSync(file)) continue
      assert.equal((await runRestore(file, folder.in(`killed-${ms}-restored`))).code, 0)
    }
  })
})

describe('a backup that is killed', () => {
  /** The names of what it left in the folder of the archive, and of the plain copies of the database anywhere. */
  async function killed(place: Place, kill: 'copied' | 'archiving', env = {}) {
    const child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', join(projectRoot, 'test/support/killed-backup.ts')],
      {
        env: {
          ...plainEnvironment(),
          DATA_DIR: place.in('data'),
          TO: place.in('to', 'b'),
          KILL: kill,
          ...env,
        },
        stdio: 'inherit',
      },
    )
    const [, signal] = await once(child, 'exit')
    assert.equal(signal, 'SIGKILL')
    return left(place)
  }
  async function left(place: Place) {
    const copies: string[] = []
    for (const entry of await readdir(place.path, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || entry.name.startsWith('tracker.db') || entry.name === 'lock') continue
      const path = join(entry.parentPath, entry.name)
      if ((await readFile(path)).includes('SQLite format 3')) copies.push(relative(place.path, path))
    }
    return { beside: await readdir(place.in('to')), copies }
  }

  test('leaves no plain copy where the archive belongs, and none anywhere once the copy is open', async () => {
    await using place = await temporaryFolder()
    await mkdir(place.in('to'))
    const { app } = await makeData(place.in('data'))
    await app.close()

    const whileOpen = await killed(place, 'archiving', sealed)
    assert.deepEqual(whileOpen.copies, [])
    assert.equal(whileOpen.beside.length, 1, 'the unfinished archive, which is encrypted')

    const whileCopied = await killed(place, 'copied', sealed)
    assert.match(whileCopied.copies.join(), /^data\/backup-[^,]*$/)
    assert.equal((await stat(join(place.path, whileCopied.copies[0] ?? '', '..'))).mode & 0o777, 0o700)
    assert.deepEqual(whileCopied.beside, [], 'the next backup removes what the one before left')

    const unencrypted = await killed(place, 'archiving')
    assert.deepEqual([unencrypted.copies.length, unencrypted.beside.length], [1, 1])
    const mine = place.in('data', 'backup-of-mine')
    await mkdir(mine)
    await (await startApp({ dataDir: place.in('data') })).close()
    assert.deepEqual(await left(place), { beside: [], copies: [] }, 'so does the server when it starts')
    assert.ok(existsSync(mine))
    assert.deepEqual(
      (await readdir(place.in('data'))).filter((name) => name.startsWith('backup-')),
      ['backup-of-mine'],
    )
  })
})

describe('a restore refuses', () => {
  before(async () => {
    assert.equal((await runBackup(folder.in('plain.backup'))).code, 0)
    const plain = await readFile(folder.in('plain.backup'))
    const age = new Encrypter()
    age.setPassphrase(PASSPHRASE)
    // The cost of ours would make each refusal take a second.
    age.setScryptWorkFactor(10)
    await writeFile(folder.in('sealed.backup'), await age.encrypt(plain))
    await writeFile(folder.in('earlier.backup'), sealEarlier(PASSPHRASE, plain))
  })

  test('a folder with anything in it', async () => {
    const to = folder.in('data')
    const running = await runRestore(folder.in('plain.backup'), to)
    assert.equal(running.code, 1)
    assert.match(running.stderr, /another server uses this data folder/)
    await writeFile(folder.in('mine'), 'mine')
    const { code, stderr } = await runRestore(folder.in('plain.backup'), folder.path)
    assert.equal(code, 1)
    assert.match(stderr, /is not empty/)
    assert.equal(await readFile(folder.in('mine'), 'utf8'), 'mine')
  })

  const ofSealed: [what: string, said: RegExp, damage: Damage][] = [
    ['a wrong passphrase', /passphrase is wrong/, undefined],
    ['a sealed file with a byte changed in its middle', /damaged/, { at: 0.5 }],
    ['a sealed file of a later version of age', /newer release/, { byte: 20 }],
    ['a sealed file with a byte changed in its header', /damaged/, { word: '\n--- ' }],
    ['a sealed file whose last byte is missing', /its end is missing/, { less: 1 }],
    ['a sealed file cut between two chunks', /its end is missing/, 'two chunks'],
    ['a sealed file cut in its header', /its end is missing/, { keep: 50 }],
  ]
  for (const [what, said, damage] of ofSealed) test(what, () => refuses('sealed.backup', said, damage))

  const ofEarlier: [what: string, said: RegExp, damage: Damage][] = [
    ['a wrong passphrase', /passphrase is wrong/, undefined],
    ['a byte changed in its middle', /damaged/, { at: 0.5 }],
    ['a byte changed in its header', /beginning of the backup is damaged/, { byte: 20 }],
    ['its end missing', /truncated/, { keep: 75 + 65_552 }],
  ]
  for (const [what, said, damage] of ofEarlier) {
    test(`a file that an earlier release sealed, with ${what}`, () => refuses('earlier.backup', said, damage))
  }

  const ofPlain: [what: string, said: RegExp, damage: Damage][] = [
    ['a plain file with a byte of the database changed', /damaged/, { word: 'CREATE TABLE' }],
    ['a plain file with a byte of a picture changed', /damaged/, { word: '\xff\xd8\xff' }],
    ['a plain file with a byte of its manifest changed', /damaged/, { word: 'sha256' }],
    ['a plain file whose last byte is missing', /end is missing/, { less: 1 }],
    ['a plain file cut at a block', /end is missing/, { keep: 0.5 }],
    ['a plain file cut where its database is empty', /truncated: its end is missing/, 'zeros'],
    ['what is no backup', /no backup/, { text: 'x'.repeat(5000) }],
    ['an empty file', /no backup/, { text: '' }],
  ]
  for (const [what, said, damage] of ofPlain) test(what, () => refuses('plain.backup', said, damage))

  test('a backup of a newer release', async () => {
    const archive = pack()
    const head = { product: 'malaysian-tax-tracker', format: 1, schema: 999, createdAt: '', receipts: 0 }
    archive.entry({ name: 'backup.json' }, JSON.stringify(head))
    archive.finalize()
    await writeFile(folder.in('newer.backup'), await buffer(archive as unknown as AsyncIterable<Buffer>))
    const { code, stderr } = await runRestore(folder.in('newer.backup'), folder.in('newer'))
    assert.equal(code, 1)
    assert.match(stderr, /schema 999/)
    await assert.rejects(stat(folder.in('newer')))
  })

  test('an archive that would write elsewhere', async () => {
    for (const name of ['files/../../escaped', '/escaped', 'keys/../escaped', 'lock', 'files/x']) {
      const archive = pack()
      const head = { product: 'malaysian-tax-tracker', format: 1, schema: 1, createdAt: '', receipts: 0 }
      archive.entry({ name: 'backup.json' }, JSON.stringify(head))
      archive.entry({ name }, 'x')
      archive.finalize()
      await writeFile(folder.in('forged.backup'), await buffer(archive as unknown as AsyncIterable<Buffer>))
      const { code, stderr } = await runRestore(folder.in('forged.backup'), folder.in('forged'))
      assert.equal(code, 1)
      assert.match(stderr, /damaged/)
      await assert.rejects(stat(folder.in('forged')))
    }
  })
})

/**
 * @param damage the part of the file, the byte or the word where one byte is changed; how many bytes are kept (below 1:
 * the part, in whole blocks) or cut off; another text instead; undefined: the file is right and the passphrase is not
 */
async function refuses(source: string, said: RegExp, damage: Damage) {
  await using place = await temporaryFolder()
  const bytes = await readFile(folder.in(source))
  const file = place.in('backup')
  await writeFile(file, damaged(bytes, damage))
  const env = { BACKUP_PASSPHRASE: damage === undefined ? 'battery staple house' : PASSPHRASE }
  const { code, stderr, stdout } = await runRestore(file, place.in('data'), env)
  assert.deepEqual([code, stdout], [1, ''], stderr)
  assert.match(stderr, said)
  assert.deepEqual(await readdir(place.path), ['backup'])
}

type Place = Awaited<ReturnType<typeof temporaryFolder>>

type Damage =
  | { at: number }
  | { byte: number }
  | { word: string }
  | { keep: number }
  | { less: number }
  | { text: string }
  | 'zeros'
  | 'two chunks'
  | undefined

function damaged(bytes: Buffer, damage: Damage): Buffer {
  if (!damage) return bytes
  if (damage === 'zeros') return bytes.subarray(0, endOfZeros(bytes))
  // The nonce follows the line with the MAC.
  if (damage === 'two chunks') {
    return bytes.subarray(0, bytes.indexOf('\n', bytes.indexOf('\n--- ') + 1) + 1 + 16 + 2 * 65_552)
  }
  if ('text' in damage) return Buffer.from(damage.text)
  if ('keep' in damage)
    return bytes.subarray(
      0,
      damage.keep < 1 ? 512 * Math.floor((bytes.length * damage.keep) / 512) : damage.keep,
    )
  if ('less' in damage) return bytes.subarray(0, bytes.length - damage.less)
  const at = placeOf(bytes, damage)
  const copy = Buffer.from(bytes)
  copy.writeUInt8(copy.readUInt8(at) ^ 1, at)
  return copy
}

/** Where two blocks of a database that are empty end: what a tar ends with, too. */
function endOfZeros(bytes: Buffer) {
  const empty = Buffer.alloc(1024)
  const database = bytes.indexOf('SQLite format 3')
  for (let end = 512 * Math.ceil(database / 512); end < bytes.length - 4096; end += 512) {
    if (bytes.subarray(end - 1024, end).equals(empty)) return end
  }
  throw new Error('no empty blocks')
}

function placeOf(bytes: Buffer, damage: { at: number } | { byte: number } | { word: string }) {
  if ('byte' in damage) return damage.byte
  if ('at' in damage) return Math.floor(bytes.length * damage.at)
  return bytes.lastIndexOf(damage.word, undefined, 'latin1')
}
