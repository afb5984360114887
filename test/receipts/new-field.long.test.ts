import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { after, before, describe, test } from 'node:test'
import { signIn, signUp, startApp } from '../support/app.ts'
import { entered } from '../support/claims.ts'
import { plainEnvironment } from '../support/cli.ts'
import { freePort } from '../support/ports.ts'
import { projectRoot } from '../support/project-root.ts'
import { changed, createScriptedReader, get, isProblem, uploaded } from '../support/receipts.ts'
import { until } from '../support/until.ts'

/** A field nobody has ever heard of, as somebody would add it to the table. */
const CASHIER = `  cashier: field(text(60).nullable(), null, {
    setBy: 'reader',
    maxLength: 60,
    searched: true,
    row: null,
    json: true,
    column: 'cashier',
    app: true,
    printed: 'cashier',
  }),
`
const FIELDS = 'receipts/fields.ts'
const READ_VALUES = 'reading/read-values.ts'

/** The decision each place needs: what is written after the line that begins so. */
const decisions: Record<string, [line: string, decision: string][]> = {
  'cli/read/reading-table.ts': [
    ['  receiptNumber: {', `  cashier: { cell: ({ reading }) => text(reading.cashier) },`],
  ],
  'exports/column-names.ts': [['  companyNumber: true', '  cashier: true,']],
  'exports/part-rows.ts': [['  companyNumber: (', '  cashier: ({ cashier }: PartRow) => text(cashier),']],
  'exports/words/en.ts': [['    companyNumber:', `    cashier: 'Cashier',`]],
  'exports/words/ms.ts': [['    companyNumber:', `    cashier: 'Juruwang',`]],
  'exports/xlsx.ts': [['  companyNumber:', '  cashier: 20,']],
  [READ_VALUES]: [
    ['  companyNumber: string', '  cashier: string'],
    ['  companyNumber: null', '  cashier: null,'],
  ],
  'reading/fields/read-once.ts': [['    companyNumber:', '    cashier: null,']],
  'reading/ubl/page.ts': [['    companyNumber:', '    cashier: null,']],
  'reading/ubl/sheet.ts': [['    companyNumber:', '    cashier: null,']],
}

/** A copy of the server's source, to be changed. */
async function copyOfTree() {
  const folder = await mkdtemp(join(tmpdir(), 'tracker-field-'))
  for (const name of ['bin', 'server', 'web', 'package.json', 'tsconfig.json']) {
    await cp(join(projectRoot, name), join(folder, name), { recursive: true })
  }
  await symlink(join(projectRoot, 'node_modules'), join(folder, 'node_modules'))
  const tsconfig = JSON.parse(await readFile(join(folder, 'tsconfig.json'), 'utf8'))
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ ...tsconfig, include: ['server'] }))
  const change = async (file: string, of: (source: string) => string) => {
    const path = join(folder, 'server', file)
    const source = await readFile(path, 'utf8')
    const changed = of(source)
    assert.notEqual(changed, source, file)
    await writeFile(path, changed)
  }
  return {
    folder,
    change,
    /** Writes what each place decides. */
    async decide(file: string) {
      for (const [line, decision] of decisions[file] ?? []) {
        await change(file, (source) => {
          const lines = source.split('\n')
          const at = lines.findIndex((one) => one.startsWith(line))
          return at < 0 ? source : lines.toSpliced(at + 1, 0, decision).join('\n')
        })
      }
    },
    /** The files in which the compiler finds something missing. */
    async incomplete(): Promise<string[]> {
      const tsc = join(projectRoot, 'node_modules', '.bin', 'tsc')
      const child = spawn(tsc, ['-p', folder, '--pretty', 'false'], { cwd: folder })
      const output = await text(child.stdout)
      const files = [...output.matchAll(/^server\/([^(]+)\(\d/gm)].map(([, file = '']) => file)
      return [...new Set(files)].sort()
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

/** The changed server, in a process of its own. */
async function start(folder: string, dataDir: string) {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, ['bin/tax-tracker.js', 'serve'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...plainEnvironment(),
      HOST: '127.0.0.1',
      PORT: String(port),
      PUBLIC_URL: url,
      DATA_DIR: dataDir,
      LOG_LEVEL: 'silent',
    },
  })
  const exited = new Promise((resolve) => child.on('exit', resolve))
  const isReady = () =>
    fetch(`${url}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    )
  await until(async () => child.exitCode !== null || (await isReady()))
  return {
    url,
    socket: new URL(url),
    async stop() {
      child.kill()
      await exited
    },
  }
}

describe('a field that is added to the table of fields', () => {
  let tree: Awaited<ReturnType<typeof copyOfTree>>
  let dataDir: string
  before(async () => {
    tree = await copyOfTree()
    dataDir = await mkdtemp(join(tmpdir(), 'tracker-field-data-'))
  })
  after(async () => {
    await tree.remove()
    await rm(dataDir, { recursive: true, force: true })
  })
  const addToTable = (entry: string) =>
    tree.change(FIELDS, (source) => source.replace('  currency: field(', `${entry}  currency: field(`))

  test('does not compile before every place has decided about it', async () => {
    const table = await readFile(join(tree.folder, 'server', FIELDS), 'utf8')
    await addToTable(CASHIER.replace(`    searched: true,\n`, ''))
    assert.ok((await tree.incomplete()).includes(FIELDS))
    await tree.change(FIELDS, () => table)

    await addToTable(CASHIER)
    const places = Object.keys(decisions).filter((file) => !file.startsWith('reading/'))
    assert.deepEqual(await tree.incomplete(), [...places, 'receipts/merge-reading.ts'].sort())
    for (const file of places) await tree.decide(file)

    // What a receipt holds a reader must be able to find, or say that it does not.
    await tree.change(READ_VALUES, (source) =>
      source.replace('  companyNumber: string', '  companyNumber: string\n  cashier: string'),
    )
    const readers = Object.keys(decisions).filter((file) => file.startsWith('reading/'))
    assert.deepEqual(await tree.incomplete(), readers.sort())
    await tree.change(READ_VALUES, (source) => source.replace('\n  cashier: string', ''))
    for (const file of readers) await tree.decide(file)
    assert.deepEqual(await tree.incomplete(), [])
  })

  test('is empty on what was stored before, and works from then on', async () => {
    const app = await startApp({ dataDir, overrides: { reader: createScriptedReader().reader } })
    const before = await signUp(app, 'ana@example.org')
    const receipt = await uploaded(before)
    await changed(before, await entered(before, { date: '2026-03-14' }), { path: '/confirm' })
    await app.close()

    const server = await start(tree.folder, dataDir)
    try {
      const ana = await signIn(server, 'ana@example.org')
      const found = await get(ana, `/receipts/${receipt.id}`)
      assert.deepEqual(found, { ...receipt, cashier: null })
      assert.equal((await get(ana, '/receipts')).receipts.length, 2)
      for (const format of ['json', 'csv', 'xlsx', 'pdf', 'zip']) {
        const answer = await ana.fetch(`/tax-years/2026/export?format=${format}`)
        const body = await answer.text()
        assert.equal(answer.status, 200, body)
        if (format === 'json') assert.match(body, /"cashier":null/)
        if (format === 'csv') assert.match(body, /"Cashier"/)
      }
      assert.equal((await ana.fetch('/me/export')).status, 200)

      const corrected = await changed(ana, found, { method: 'PATCH', body: { cashier: 'Puan Siti' } })
      assert.deepEqual({ ...corrected }.evidence, { ...receipt.evidence, cashier: { by: 'person' } })
      const { receipts } = await get(ana, '/receipts?text=puan%20siti')
      assert.deepEqual(
        receipts.map(({ id }) => id),
        [receipt.id],
      )
      const long = { cashier: 'A'.repeat(61) }
      await isProblem(
        await ana.fetch(`/receipts`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(long),
        }),
        400,
        'validation_failed',
      )
    } finally {
      await server.stop()
    }
  })
})
