import assert from 'node:assert/strict'
import { mkdir } from 'node:fs/promises'
import { after, before, describe, test } from 'node:test'
import { summarySchema } from '../../server/receipts/record.ts'
import type { Statement } from '../support/answers.ts'
import { type Client, signIn, startApp } from '../support/app.ts'
import { runCli } from '../support/cli.ts'
import { temporaryFolder } from '../support/data-folder.ts'
import { changed, createScriptedReader, get, uploaded } from '../support/receipts.ts'
import {
  type Recorded,
  type RecordedApp,
  recordedReleases,
  recordedShapes,
  writeDataFolder,
} from '../support/recorded.ts'
import { freezeTime } from '../support/time.ts'
import { unzipped } from '../support/unzip.ts'

/** Members of an answer whose names or values were changed since on purpose. */
const renamed = ({ keepUntil, ...same }: Recorded) => same

for (const release of recordedReleases) {
  for (const { name, start } of recordedShapes) {
    describe(`what release ${release} stored (${name})`, () => {
      let time: ReturnType<typeof freezeTime>
      let recorded: RecordedApp
      let ana: Client
      before(async () => {
        time = freezeTime('2026-12-05T04:00:00.000Z')
        recorded = await start(release, { overrides: { reader: createScriptedReader().reader } })
        ana = recorded.ana
      })
      after(async () => {
        time.release()
        await recorded?.close()
      })

      const ok = async (path: string, init?: RequestInit) => {
        const answer = await ana.fetch(path, init)
        const body = Buffer.from(await answer.arrayBuffer())
        assert.equal(answer.status, 200, `${path}: ${body.toString().slice(0, 300)}`)
        return body
      }

      test('every receipt is listed and answered as it was, with what came later empty', async () => {
        const rows = [
          ...(await get(ana, '/receipts?limit=100')).receipts,
          ...(await get(ana, '/receipts?trash=true')).receipts,
        ]
        assert.deepEqual(rows.map(({ id }) => id).sort(), Object.keys(recorded.answers).sort())
        for (const row of rows) {
          assert.deepEqual(summarySchema.strict().parse(row), row)
          assert.equal(row.damaged, undefined)
          const receipt = await get(ana, `/receipts/${row.id}`)
          assert.deepEqual([receipt.id, receipt.version, receipt.damaged], [row.id, row.version, false])
          const before = recorded.answers[row.id]
          if (before) assert.deepEqual({ ...receipt, ...renamed(before) }, receipt)
          await ok(`/receipts/${row.id}/text`)
          if (receipt.files.length > 0) await ok(`/receipts/${row.id}/file`)
        }
      })

      test('its PDFs have whole page sizes', async () => {
        const broken = Object.entries(recorded.answers).filter(([, answer]) => answer === null)
        assert.equal(broken.length, 2)
        for (const [id] of broken) {
          const { files } = await get(ana, `/receipts/${id}`)
          const pdf = files.at(-1)
          assert.deepEqual([pdf?.type, pdf?.width, pdf?.height], ['application/pdf', 595, 842])
        }
      })

      test('search, claims, statements, estimate and every export answer', async () => {
        const found = await get(ana, '/receipts?text=kedai%20buku%20ana')
        assert.equal(found.receipts.length, 1)
        await ok('/receipts?yearOfAssessment=2026')
        const claims = JSON.parse(String(await ok('/tax-years/2026/claims')))
        assert.ok(claims.reliefs.length > 0)
        await ok('/tax-years/2026/estimate')
        const { facts } = JSON.parse(String(await ok('/tax-years/2026/taxpayer')))
        assert.equal(facts.sex, 'female')
        const { statements } = JSON.parse(String(await ok('/tax-years/2026/taxpayer/statements')))
        if (release === '6158b9b') {
          assert.deepEqual(
            statements.map(({ file }: Statement) => [file.width, file.height]),
            [[595, 842]],
          )
          await ok(`/tax-years/2026/taxpayer/statements/${statements[0].id}/file`)
        }
        for (const format of ['csv', 'xlsx', 'json', 'pdf', 'zip']) {
          await ok(`/tax-years/2026/export?format=${format}`)
        }
      })

      test('everything of the person is exported', async () => {
        const files = await unzipped(await ok('/me/export'))
        const paths = files.map(({ path }) => path)
        for (const id of Object.keys(recorded.answers)) {
          assert.ok(paths.some((path) => path.endsWith(`${id}/receipt.json`)))
        }
      })

      test('receipts can be corrected, confirmed, read again and compared with new ones', async () => {
        const [id = ''] = Object.entries(recorded.answers).find(([, answer]) => answer === null) ?? []
        const receipt = await get(ana, `/receipts/${id}`)
        const body = { merchant: 'FARMASI ANA', date: '2026-03-15', totalSen: 1200 }
        const corrected = await changed(ana, receipt, { method: 'PATCH', body })
        const confirmed = await changed(ana, corrected, { path: '/confirm' })
        assert.equal((await changed(ana, confirmed, { path: '/read' })).status, 'confirmed')
        await uploaded(ana)
      })

      test('everything can be erased', async () => {
        const asked = await ana.fetch('/me', { method: 'DELETE' })
        const { confirmation, erases } = (await asked.json()) as {
          confirmation: string
          erases: { receipts: number }
        }
        assert.equal(erases.receipts, Object.keys(recorded.answers).length + 1)
        await ok('/me', { method: 'DELETE', headers: { confirmation } })
      })
    })
  }
}

test('a data folder that the release before broke can be backed up and restored', async () => {
  await using folder = await temporaryFolder()
  const [data, file, restored] = [folder.in('data'), folder.in('backup'), folder.in('restored')]
  await mkdir(data)
  await writeDataFolder('6158b9b', data)
  const saved = await runCli('backup', [file], { DATA_DIR: data })
  assert.deepEqual([saved.code, saved.stderr], [0, ''])
  const back = await runCli('restore', [file], { DATA_DIR: restored })
  assert.deepEqual([back.code, back.stderr], [0, ''])
  const app = await startApp({ dataDir: restored })
  try {
    const ana = await signIn(app, 'ana@example.org')
    const { receipts } = await get(ana, '/receipts')
    for (const { id } of receipts) assert.equal((await get(ana, `/receipts/${id}`)).damaged, false)
  } finally {
    await app.close()
  }
})
