import assert from 'node:assert/strict'
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { type Client, signIn, signUp, startApp, type TestApp } from '../support/app.ts'
import { runCli } from '../support/cli.ts'
import { makePdf } from '../support/pdf.ts'
import { projectRoot } from '../support/project-root.ts'
import { get } from '../support/receipts.ts'
import { zipOf } from '../support/zip.ts'

const sample = (name: string) => join(projectRoot, 'samples', name)
const PARKING = 'parking-2018-06-27.jpg'

/** Receipts whose text need not be recognized. */
const receiptPdf = (merchant: string, date: string, total: string) =>
  makePdf([{ lines: [merchant, 'NO 1 JALAN CONTOH, KUALA LUMPUR', `DATE: ${date}`, `TOTAL RM ${total}`] }])
const HARDWARE = 'hardware.pdf'
const BOOKS = 'books.pdf'

/** The archive with its first entry marked as encrypted (APPNOTE 4.4.4, bit 0 of the flags). */
function encryptedFirst(zip: Buffer): Buffer {
  const directory = zip.indexOf('PK\u0001\u0002', 0, 'latin1')
  zip.writeUInt16LE(zip.readUInt16LE(directory + 8) | 1, directory + 8)
  return zip
}

describe('npm run import', () => {
  let folder: string
  let dataDir: string
  let ana: Client
  let env: Record<string, string>
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'import-test-'))
    dataDir = join(folder, 'data')
    await mkdir(join(folder, 'old', '2018'), { recursive: true })
    await mkdir(join(folder, 'old', '.hidden'))
    await copyFile(sample(PARKING), join(folder, 'old', '2018', PARKING))
    await copyFile(sample(PARKING), join(folder, 'old', '.hidden', PARKING))
    await writeFile(join(folder, 'old', 'notes.txt'), 'TOTAL RM 10.00')
    await writeFile(join(folder, HARDWARE), receiptPdf('SYARIKAT PERNIAGAAN BESI', '21/09/2017', '10.40'))
    await writeFile(join(folder, BOOKS), receiptPdf('KEDAI BUKU MAJU', '11/12/2017', '31.45'))
    const app = await startApp({ dataDir })
    ana = await signUp(app, 'ana@example.org')
    env = { ...app.env, DATA_DIR: dataDir }
    await stop(app)
  })
  after(() => rm(folder, { recursive: true, force: true }))

  const stop = async (app: TestApp) => {
    await app.server.close()
    await app.services.close()
  }
  const run = (args: string[]) => runCli('import', args, env)

  async function receipts() {
    const app = await startApp({ dataDir })
    const found = (await get(await signIn(app, 'ana@example.org'), '/receipts')).receipts
    await stop(app)
    return found
  }

  test('takes in what lies in a folder and below, names what it cannot, and goes on where it stopped', async () => {
    const first = await run([join(folder, 'old'), '--user', 'Ana@example.org'])
    assert.deepEqual([first.code, first.stderr], [1, ''])
    assert.match(first.stdout, /^1 receipt imported/)
    assert.match(first.stdout, /1 file refused:\n {2}notes\.txt: not a JPEG/)
    await copyFile(join(folder, HARDWARE), join(folder, 'old', HARDWARE))
    await rm(join(folder, 'old', 'notes.txt'))
    const second = await run([join(folder, 'old'), '--user', ana.sub])
    assert.deepEqual([second.code, second.stderr], [0, ''])
    assert.match(second.stdout, /^1 receipt imported[^\n]*\n1 file skipped/)
    assert.deepEqual(
      (await receipts()).map(({ totalSen, status, yearOfAssessment }) => [
        totalSen,
        status,
        yearOfAssessment,
      ]),
      [
        [1_040, 'needs_review', 2017],
        [150, 'needs_review', 2018],
      ],
    )
  })

  test('takes in what lies in a zip archive', async () => {
    const archive = join(folder, 'old.zip')
    await writeFile(archive, await zipOf([join(folder, 'old', HARDWARE), join(folder, BOOKS)]))
    const verbose = { ...env, LOG_LEVEL: 'debug' }
    const { code, stdout, stderr } = await runCli('import', [archive, '--user', 'ana@example.org'], verbose)
    assert.equal(code, 0)
    assert.match(stdout, /^1 receipt imported[^\n]*\n1 file skipped[^\n]*\n$/)
    // Log lines are on standard error alone.
    const log = stderr.trimEnd().split('\n')
    assert.ok(log.length > 0)
    for (const line of log) assert.equal(typeof JSON.parse(line).level, 'number')
  })

  test('leaves out an entry of an archive that cannot be opened, and of copies side by side all but one', async () => {
    const archive = join(folder, 'mixed.zip')
    const copies = await Promise.all(
      ['a.pdf', 'b.pdf'].map(async (name) => {
        await writeFile(join(folder, name), receiptPdf('RESTORAN SEGERA', '25/12/2016', '12.90'))
        return join(folder, name)
      }),
    )
    await writeFile(archive, encryptedFirst(await zipOf([join(folder, HARDWARE), ...copies])))
    const { code, stdout, stderr } = await run([archive, '--user', 'ana@example.org'])
    assert.deepEqual([code, stderr], [1, ''])
    assert.match(stdout, /^1 receipt imported[^\n]*\n1 file skipped[^\n]*\n1 file refused:\n/)
    assert.match(stdout, /hardware\.pdf: It cannot be opened\./)
  })

  test('says what is wrong with how it was called, and with what it was given', async () => {
    const old = join(folder, 'old')
    for (const [args, says] of [
      [[old, '--user', 'ben@example.org'], /no account has the e-mail or id ben@example\.org/],
      [[join(folder, 'none'), '--user', 'ana@example.org'], /no such folder or file/],
      [[sample(PARKING), '--user', 'ana@example.org'], /neither a folder nor a zip archive/],
    ] as const) {
      const { code, stdout, stderr } = await run([...args])
      assert.deepEqual([code, stdout], [2, ''], stderr)
      assert.match(stderr, says)
    }
  })
})
