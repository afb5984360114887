import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, suite, test } from 'node:test'
import sharp from 'sharp'
import { runCli } from '../support/cli.ts'
import { projectRoot } from '../support/project-root.ts'

const PROGRAM = 'server/cli/read.ts'

suite('npm run read, of a long receipt', () => {
  let folder: string
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'read-types-test-'))
  })
  after(() => rm(folder, { recursive: true }))

  async function read(files: Record<string, Buffer>) {
    const paths: string[] = []
    for (const [name, bytes] of Object.entries(files)) {
      paths.push(join(folder, name))
      await writeFile(join(folder, name), bytes)
    }
    const { stdout } = await runCli(PROGRAM, ['--json', ...paths])
    return JSON.parse(stdout)
  }

  test('reads it also when it lies on its side without saying so', async () => {
    const jpeg = await readFile(join(projectRoot, 'samples/bookshop-2017-12-11.jpg'))
    const results = await read({
      'on-its-right-side.jpg': await sharp(jpeg).rotate(90).jpeg().toBuffer(),
      'on-its-left-side.jpg': await sharp(jpeg).rotate(270).jpeg().toBuffer(),
    })
    assert.equal(results.length, 2)
    for (const { file, reading } of results) {
      assert.equal(reading?.date?.value, '2017-12-11', file)
      assert.equal(reading?.totalSen?.value, 3145, file)
    }
  })
})
