import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { after, before, suite, test } from 'node:test'
import { commandLine, plainEnvironment, runCli } from '../support/cli.ts'
import { einvoiceXml } from '../support/einvoices.ts'
import { projectRoot } from '../support/project-root.ts'

const PARKING = 'samples/parking-2018-06-27.jpg'
const HARDWARE = 'samples/hardware-2017-09-21.jpg'

/** Started beside the samples, as a person would. */
const read = (args: string[]) => runCli('read', args, {}, projectRoot)

suite('npm run read', () => {
  let folder: string
  let noPicture: string
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'read-test-'))
    noPicture = join(folder, 'notes.jpg')
    await writeFile(noPicture, 'TOTAL RM 10.00 on 1 January 2018, but in plain text')
  })
  after(() => rm(folder, { recursive: true }))

  test('prints a table of what the receipts say', async () => {
    const { code, stdout, stderr } = await read([PARKING, HARDWARE])
    assert.equal(stderr, '')
    assert.equal(code, 0)
    const lines = stdout.trimEnd().split('\n')
    assert.equal(lines.length, 4)
    assert.match(lines[0] ?? '', /^file +merchant +date +total +tax +receipt number +s$/)
    assert.match(lines[2] ?? '', /^parking-2018-06-27\.jpg +\S.* 2018-06-27 +\d+% .*RM 1\.50 +\d+%/)
    // A name is cut where the table would be wider than the terminal.
    assert.match(
      lines[3] ?? '',
      /^hardware-2017-09-21\.jpg +HON HWA HARDWARE TRA(?:DING|D?…) +\d+% +2017-09-21 .*RM 10\.40 /,
    )
    assert.ok(lines.every((line) => line.length <= 120))
  })

  test('gives machines the values, their confidence and where they stand', async () => {
    const { code, stdout, stderr } = await read(['--json', '--workers', '1', PARKING])
    assert.equal(stderr, '')
    assert.equal(code, 0)
    const [result, ...others] = JSON.parse(stdout)
    assert.equal(others.length, 0)
    assert.equal(result.file, PARKING)
    assert.equal(result.reading.date.value, '2018-06-27')
    assert.equal(result.reading.totalSen.value, 150)
    assert.equal(result.reading.currency, 'MYR')
    const { box, confidence, page } = result.reading.totalSen
    assert.equal(page, 1)
    assert.ok(confidence > 0.5 && confidence <= 1)
    // "1.50 RM" stands on the right, a little below the middle of the paper.
    assert.ok(box.left > 0.5 && box.left + box.width < 1)
    assert.ok(box.top > 0.5 && box.top + box.height < 0.75)
  })

  test('names the files it cannot read and prints the others', async () => {
    const missing = join(folder, 'missing.jpg')
    const { code, stdout, stderr } = await read([noPicture, PARKING, missing, folder])
    assert.equal(code, 1)
    assert.deepEqual(stderr.trimEnd().split('\n'), [
      `${noPicture}: not a JPEG, PNG, WebP, TIFF, HEIC, AVIF, GIF or PDF file, nor an e-invoice`,
      `${missing}: no such file`,
      `${folder}: a folder, not a file`,
    ])
    assert.match(stdout, /RM 1\.50/)
    assert.doesNotMatch(stdout, /notes\.jpg/)
  })

  test('reads e-invoices as what they say, and says why one is no evidence', async () => {
    const samples = ['samples/e-invoice-2026-03-14.xml', 'samples/credit-note-2026-04-02.json']
    const consolidated = join(folder, 'consolidated.xml')
    await writeFile(
      consolidated,
      einvoiceXml({ lines: [{ description: 'X', amount: '57.90', code: '004' }] }),
    )
    const { code, stdout, stderr } = await read(['--json', ...samples, consolidated])
    assert.equal(code, 1)
    assert.match(stderr, /consolidated\.xml: This is a consolidated e-invoice/)
    const [invoice, note, refused] = JSON.parse(stdout)
    assert.deepEqual(
      [invoice.reading.merchant.value, invoice.reading.date.value, invoice.reading.totalSen.value],
      ['KEDAI BUKU CONTOH SDN BHD', '2026-03-14', 10310],
    )
    assert.deepEqual([note.reading.totalSen.value, note.reading.items[0].amountSen], [-4495, -4495])
    assert.equal(note.reading.einvoice.original.number, invoice.reading.einvoice.number)
    assert.equal(refused.error.code, 'consolidated')
  })

  test('ends quietly where nobody reads its output, with its own status', async () => {
    const args = ['--json', 'samples/e-invoice-2026-03-14.xml', noPicture]
    const child = spawn(process.execPath, commandLine('read', args), {
      cwd: projectRoot,
      env: plainEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child.stdout.destroy()
    const [[code], stderr] = await Promise.all([once(child, 'exit'), text(child.stderr)])
    assert.equal(code, 1)
    assert.match(stderr, /^[^\n]*notes\.jpg: not a JPEG[^\n]*\n$/)
  })

  test('tells machines about failures in place of the reading', async () => {
    const { code, stdout } = await read(['--json', noPicture])
    assert.equal(code, 1)
    const [result] = JSON.parse(stdout)
    assert.equal(result.error.code, 'unsupported')
    assert.equal(result.reading, undefined)
  })
})
