import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFile, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { commandLine, plainEnvironment, runCli } from '../support/cli.ts'
import { einvoiceJson, einvoiceXml } from '../support/einvoices.ts'
import { makePdf } from '../support/pdf.ts'
import { projectRoot } from '../support/project-root.ts'
import { until } from '../support/until.ts'

const DENTIST = [
  'KLINIK PERGIGIAN SENYUM',
  'NO 12 JALAN BESAR, KUALA LUMPUR',
  'RESIT NO: 00123',
  'TARIKH: 03/02/2025',
  'RAWATAN GIGI 180.00',
  'JUMLAH RM 180.00',
  'TUNAI 200.00',
  'BAKI 20.00',
]

describe('npm run claims', () => {
  let folder: string
  let receipts: string
  let taxpayer: string
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'claims-test-'))
    receipts = await mkdtemp(join(folder, 'receipts-'))
    taxpayer = join(folder, 'taxpayer.json')
    await writeFile(join(receipts, 'books.xml'), einvoiceXml({ date: '2025-03-14' }))
    await writeFile(join(receipts, 'dentist.pdf'), makePdf([{ lines: DENTIST }]))
    await copyFile(join(projectRoot, 'samples', 'parking-2018-06-27.jpg'), join(receipts, 'parking.jpg'))
    await writeFile(
      taxpayer,
      JSON.stringify({ income: { employment: 9_000_000 }, epf: { compulsorySen: 400_000 } }),
    )
  })
  after(() => rm(folder, { recursive: true, force: true }))

  const run = (args: string[]) => runCli('claims', args, { TMPDIR: folder })
  const usual = () => ['--ya', '2025', '--receipts', receipts, '--taxpayer', taxpayer]

  test('reads a folder and shows what may be claimed, and what could be if every suggestion is right', async () => {
    const { code, stdout, stderr } = await run(usual())
    assert.deepEqual([code, stderr], [0, ''])
    const line = (pattern: RegExp) => stdout.split('\n').find((text) => pattern.test(text)) ?? ''
    assert.match(
      stdout,
      /^books\.xml: KEDAI BUKU MAJU SDN BHD, 2025-03-14, RM 59\.10\n {4}lifestyle-books RM 45\.90/,
    )
    assert.match(stdout, /\ndentist\.pdf: [^\n]*2025-02-03, RM 180\.00\n {4}medical-dental RM 180\.00/)
    assert.match(line(/^Item/), /Limit +Spent +Allowed +Remaining +With suggestions$/)
    assert.match(line(/^G1 /), / 9,000\.00 +0\.00 +9,000\.00 +0\.00 +9,000\.00$/)
    assert.match(line(/^G9\(i\) /), / 0\.00 +0\.00 +2,500\.00 +45\.90$/)
    assert.match(line(/^G6\(iv\) /), /1,000\.00 +0\.00 +0\.00 +1,000\.00 +180\.00$/)
    assert.match(line(/All reliefs/), / 13,000\.00 +13,225\.90$/)
    assert.match(stdout, /2 receipts of 2025, RM 239\.10: none is confirmed[^\n]*\n1 receipt of other years/)
    assert.match(
      stdout,
      /\nparking\.jpg: [^\n]*2018-06-27, RM 1\.50 \(year of assessment 2018\)\n {4}We do not know the law of 2018\.\n/,
    )
    // 90,000 less 13,000 is 77,000: 3,700 on the first 70,000 and 19% of the rest; 225.90 more reliefs save 19% of it.
    assert.match(stdout, /Tax payable: RM 5,030\.00, 4,987\.08 with all suggestions \(42\.92 less\)/)
    assert.deepEqual(
      (await readdir(folder)).filter((name) => name.startsWith('tax-tracker-')),
      [],
    )
  })

  test('gives machines the claim, the estimate and what was read; names in Malay where asked', async () => {
    const { stdout } = await run([...usual(), '--json'])
    const { claim, estimate, receipts: read } = JSON.parse(stdout)
    assert.equal(claim.withSuggestionsSen, 1_322_590)
    assert.equal(estimate.computation.payableSen, 503_000)
    assert.deepEqual(
      read.map(({ name, totalSen }: { name: string; totalSen: number }) => [name, totalSen]),
      [
        ['books.xml', 5_910],
        ['dentist.pdf', 18_000],
        ['parking.jpg', 150],
      ],
    )
    const nothing = await mkdtemp(join(folder, 'nothing-'))
    await copyFile(taxpayer, join(nothing, 'taxpayer.json'))
    const malay = await run(['--ya', '2025', '--receipts', nothing, '--language', 'ms'])
    assert.match(malay.stdout, /Butiran +Pelepasan/)
    assert.match(malay.stdout, /Individu dan saudara tanggungan/)
    assert.equal(malay.code, 1)
    assert.match(malay.stdout, /taxpayer\.json: /)
  })

  test('shows what is stored in the end: a credit note read before its invoice knows it', async () => {
    const both = await mkdtemp(join(folder, 'note-'))
    const [number, original] = ['INV-7', { number: 'INV-7', uuid: 'none' }]
    await writeFile(
      join(both, 'a-note.json'),
      einvoiceJson({ number: 'CN-7', type: '02', original, date: '2025-04-01' }),
    )
    await writeFile(join(both, 'b-invoice.xml'), einvoiceXml({ number, date: '2025-03-14' }))
    // One reader, so that they are read in the order of their names.
    const { code, stdout } = await run(['--ya', '2025', '--receipts', both, '--json'])
    assert.equal(code, 0)
    const [note] = JSON.parse(stdout).receipts
    assert.match(note.suggestion.parts[0].reason, /INV-7/)
    assert.deepEqual(
      note.suggestion.parts.filter(({ question }: { question: string | null }) => question !== null),
      [],
    )
  })

  test('leaves nothing of the receipts when it is interrupted', async () => {
    const child = spawn(process.execPath, commandLine('claims', usual()), {
      cwd: folder,
      env: { ...plainEnvironment(), TMPDIR: folder },
      stdio: 'ignore',
    })
    const ended = once(child, 'exit')
    const left = async () => (await readdir(folder)).filter((name) => name.startsWith('tax-tracker-claims-'))
    await until(async () => (await left()).length > 0)
    child.kill('SIGINT')
    assert.deepEqual(await ended, [130, null])
    assert.deepEqual(await left(), [])
  })

  test('says what is wrong with how it was called, and with the taxpayer’s facts', async () => {
    const wrong = join(folder, 'wrong.json')
    await writeFile(wrong, JSON.stringify({ income: { employment: -1 }, salary: 5 }))
    for (const [args, says] of [
      [
        ['--ya', '2019', '--receipts', receipts],
        /no law data for 2019; available years: 2023, 2024, 2025, 2026/,
      ],
      [['--ya', '2025', '--receipts', receipts, '--taxpayer', wrong], /\/income\/employment: /],
    ] as const) {
      const { code, stdout, stderr } = await run([...args])
      assert.deepEqual([code, stdout], [2, ''], stderr)
      assert.match(stderr, says)
    }
  })
})
