import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const EVAL = fileURLToPath(new URL('../../bench/eval.ts', import.meta.url))

const evaluate = async (...options: string[]) => {
  const { stdout } = await run(process.execPath, ['--disable-warning=ExperimentalWarning', EVAL, ...options])
  return stdout
}

const rightOf = (stdout: string, measure: string) =>
  Number(new RegExp(`^${measure} +(\\d+)/`, 'm').exec(stdout)?.[1])

test('drawn receipts are read, photographed and as files, with a figure a kind', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'drawn-'))
  t.after(() => rm(folder, { recursive: true }))
  const kinds = 'clinic,supermarket,insurer,ride'
  const photographed = await evaluate('--drawn', '8', '--kinds', kinds, '--keep', folder, '--workers', '2')
  assert.ok(rightOf(photographed, 'date') >= 6, photographed)
  assert.ok(rightOf(photographed, 'total') >= 6, photographed)
  for (const kind of kinds.split(',')) assert.match(photographed, new RegExp(`^${kind} +2 `, 'm'))
  assert.equal((await readdir(join(folder, 'img'))).length, 8)
  assert.equal((await readdir(join(folder, 'key'))).length, 8)

  const again = await evaluate(folder, '--workers', '2')
  assert.equal(rightOf(again, 'total'), rightOf(photographed, 'total'))

  const files = await evaluate('--drawn', '6', '--kinds', 'marketplace,university', '--damage', 'none')
  assert.ok(rightOf(files, 'date') >= 5, files)
  assert.ok(rightOf(files, 'total') >= 5, files)
})
