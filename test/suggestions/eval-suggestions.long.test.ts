import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { promisify } from 'node:util'
import { projectRoot } from '../support/project-root.ts'

const run = promisify(execFile)

/** Made up, with one wrong answer of each kind, so that no figure is 0 or 100 by chance. */
const receipts = [
  {
    id: 'one',
    year: 2025,
    merchant: 'KEDAI BUKU CONTOH',
    lines: [
      { description: 'NOVEL', rm: 20, expected: ['lifestyle-books'] },
      { description: 'KAMUS', rm: 30, expected: ['none'] },
      { description: 'KERTAS A4', rm: 12.5, expected: ['lifestyle-books'] },
    ],
  },
  {
    id: 'two',
    year: 2025,
    merchant: 'KEDAI SUKAN CONTOH',
    page: ['RESIT RASMI'],
    lines: [{ description: 'RUNNING SHOES', rm: 199, expected: ['sports-equipment?', 'none'] }],
  },
]

describe('npm run eval:suggestions', () => {
  let folder: string
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'suggestions-'))
    await writeFile(join(folder, 'receipts.json'), JSON.stringify({ note: 'ours', receipts }))
  })
  after(() => rm(folder, { recursive: true }))

  const evaluated = async (...options: string[]) => {
    const command = ['--disable-warning=ExperimentalWarning', 'bench/eval-suggestions.ts', ...options]
    const { stdout } = await run(process.execPath, command, { cwd: projectRoot })
    return { stdout, figures: JSON.parse(stdout.trim().split('\n').at(-1) ?? '') }
  }

  test('lists what is wrong with its reason, and ends with the figures', async () => {
    const { stdout, figures } = await evaluated(join(folder, 'receipts.json'))
    assert.deepEqual(figures, {
      receipts: 2,
      lines: 4,
      precision: 66.7,
      recall: 66.7,
      rightLines: 50,
      wrongAbove80: 66.7,
      openAsked: 100,
    })
    assert.match(
      stdout,
      /one {2}KEDAI BUKU CONTOH, 2025\n {2}KAMUS {2}RM30\.00\n {4}suggested lifestyle-books/,
    )
    assert.match(
      stdout,
      /KERTAS A4.*\n {4}suggested none .*expected lifestyle-books\n {4}because: .*stationery/,
    )
    assert.doesNotMatch(stdout, /RUNNING SHOES/)
  })

  test('--without-shared shows what was left out, and the difference', async () => {
    const { stdout, figures } = await evaluated(join(folder, 'receipts.json'), '--without-shared')
    assert.match(stdout, /\d+ phrases left out: /)
    assert.match(stdout, /precision +66\.7 -> /)
    assert.equal(figures.lines, 4)
  })

  test('is used with a file', async () => {
    await assert.rejects(evaluated(), { code: 2 })
  })
})
