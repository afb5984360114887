import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { runCli } from '../support/cli.ts'
import { projectRoot } from '../support/project-root.ts'

test('npm run claims prints for the example receipts what README shows', async () => {
  const readme = await readFile(join(projectRoot, 'README.md'), 'utf8')
  const [, command = '', shown = ''] = /^\$ npm run claims -- (.*)\n((?:(?!```).*\n)+)/m.exec(readme) ?? []
  const lines = shown.trimEnd().split('\n')
  const { code, stdout, stderr } = await runCli('claims', command.split(' '), {}, projectRoot)
  assert.deepEqual([code, stderr], [0, ''])
  assert.ok(lines.length >= 10)
  const printed = stdout.split('\n')
  for (const line of lines) {
    // What README leaves out is `…`, as a line or at the end of one.
    if (line === '…') continue
    const isShown = (text: string) =>
      text === line || (line.endsWith('…') && text.startsWith(line.slice(0, -1)))
    const at = printed.findIndex(isShown)
    assert.ok(at >= 0, `not printed, or not in this order: ${line}\n${stdout}`)
    printed.splice(0, at + 1)
  }
})
