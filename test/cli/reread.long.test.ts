import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Client, signUp, startApp, type TestApp } from '../support/app.ts'
import { awsStorage } from '../support/aws-app.ts'
import { runCli } from '../support/cli.ts'
import { startDynamo } from '../support/dynamo.ts'
import { pageOf } from '../support/page-of.ts'
import { changed, createScriptedReader, LINES, typedIn, uploaded } from '../support/receipts.ts'
import { startS3 } from '../support/s3.ts'

const BETTER = LINES.map((line) => line.replaceAll('25.00', '26.00').replace('5.00', '4.00'))

/** The variables of a shape, and whether its server may run meanwhile. */
type Shape = { env: Record<string, string>; runs: boolean }

function rereading(name: string, open: (use: (shape: Shape) => void) => void) {
  describe(`npm run reread: ${name}`, () => {
    let shape: Shape
    open((opened) => {
      shape = opened
    })

    test('the text of before goes through the rules of now; what a person set stays', async () => {
      const app = await startApp({ env: shape.env, overrides: createScriptedReader() })
      const ana = await signUp(app, 'ana@example.org')
      const [plain, person, confirmed] = [await uploaded(ana), await uploaded(ana), await uploaded(ana)]
      await changed(ana, person, { method: 'PATCH', body: { totalSen: 99 } })
      await changed(ana, confirmed, { path: '/confirm' })
      await typedIn(ana, { merchant: 'BY HAND' })
      // As if the reader's text had been understood otherwise then.
      for (const { id, files } of [plain, person, confirmed]) {
        await app.services.receipts.texts.put({ userId: ana.sub, id }, files[0].id, [pageOf(BETTER)])
      }
      const run = () => runCli('reread', [], { ...app.env, DATA_DIR: app.dataDir })

      if (!shape.runs) {
        const refused = await run()
        assert.deepEqual([refused.code, refused.stdout], [1, ''])
        assert.match(refused.stderr, /another server uses this data folder/)
        await app.server.close()
        await app.services.close()
      }
      const first = await run()
      assert.deepEqual([first.code, first.stderr], [0, ''])
      assert.match(first.stdout, /4 receipts checked\n {2}2 changed\n {2}1 confirmed, now with a proposal/)
      assert.match(first.stdout, /1 without stored text/)
      assert.match((await run()).stdout, / 0 changed\n {2}0 confirmed[^\n]*\n {2}3 unchanged/)

      const again = shape.runs ? app : await startApp({ env: shape.env, dataDir: app.dataDir })
      const one = await lookAt(again, ana, plain)
      assert.deepEqual([one.totalSen, one.status, one.version], [2600, 'needs_review', plain.version + 1])
      assert.equal((await lookAt(again, ana, person)).totalSen, 99)
      const proposal = await lookAt(again, ana, confirmed)
      assert.deepEqual([proposal.totalSen, proposal.status], [2500, 'confirmed'])
      assert.deepEqual(proposal.proposal?.values, { totalSen: 2600 })
      await again.close()
      if (again !== app) await app.close()
    })
  })
}

async function lookAt(app: TestApp, { sub }: Client, { id }: { id: string }) {
  const found = await app.services.receipts.store.find(sub, id)
  assert.ok(found)
  return found
}

rereading('local', (use) => {
  before(() => use({ env: {}, runs: false }))
})

rereading('AWS', (use) => {
  let close: () => Promise<unknown>
  before(async () => {
    const [dynamo, s3] = await Promise.all([startDynamo(), startS3()])
    const [tables, bucket] = await Promise.all([dynamo.createTables(), s3.createBucket()])
    close = () => Promise.all([dynamo.close(), s3.close()])
    use({
      runs: true,
      env: {
        ...awsStorage(tables, bucket),
        AWS_ENDPOINT_URL_DYNAMODB: dynamo.endpoint,
        AWS_ENDPOINT_URL_S3: s3.endpoint,
      },
    })
  })
  after(() => close())
})
