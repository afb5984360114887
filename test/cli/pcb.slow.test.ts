import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { runCli } from '../support/cli.ts'

describe('tax-tracker pcb', () => {
  let folder: string
  let file: string
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pcb-test-'))
    file = join(folder, 'month.json')
    await writeFile(file, JSON.stringify({ year: 2026, month: 1, category: 1, Y1: 4200, K1: 462 }))
  })
  after(() => rm(folder, { recursive: true, force: true }))

  test('takes the month from a file and from options, and prints every step for other programs', async () => {
    const bonus = ['--bonus', '8,000.00', '--bonus-epf', '880']
    const { code, stdout, stderr } = await runCli('pcb', [file, ...bonus, '--json'])
    assert.deepEqual([code, stderr], [0, ''])
    const { A, C, pcb, open } = JSON.parse(stdout)
    assert.deepEqual({ A, C, pcb, open }, { A: '62.00', C: '480.00', pcb: '542.00', open: [] })
  })

  test('prints both results where the specification is open, in the language asked for', async () => {
    const { code, stdout } = await runCli('pcb', [file, '--pay', '4000', '--epf', '440', '--language', 'ms'])
    assert.equal(code, 0)
    assert.match(stdout, /^Potongan pada 2026-01: RM 16\.70 atau RM 50\.00$/m)
    assert.match(stdout, /mengikut ringgit penuh: RM 16\.70\n {2}hingga ke sen: RM 50\.00\n/)
  })

  test('says what is wrong with a month', async () => {
    await writeFile(file, JSON.stringify({ year: 2026, Y2: 1 }))
    const { code, stderr } = await runCli('pcb', [file])
    assert.equal(code, 2)
    assert.match(stderr, / {2}month: /)
    assert.match(stderr, /Y2/)
  })
})
