import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Client, signUp, startApp, type TestApp } from '../support/app.ts'
import { LONG_RETRIES } from '../support/aws.ts'
import { awsStorage } from '../support/aws-app.ts'
import { startDynamo, type TestDynamo } from '../support/dynamo.ts'
import { createScriptedReader, get, isProblem, upload, uploaded } from '../support/receipts.ts'
import { startS3, type TestS3 } from '../support/s3.ts'

describe('DynamoDB and S3 that fail', () => {
  let dynamo: TestDynamo
  let s3: TestS3
  let app: TestApp
  let ana: Client
  /** Short only where it is to run out, however slow the machine. */
  const retryPolicy = { ...LONG_RETRIES }
  const runsOut = () => Object.assign(retryPolicy, { budget: 300 })
  before(async () => {
    ;[dynamo, s3] = await Promise.all([startDynamo(), startS3()])
    const [tables, bucket] = await Promise.all([dynamo.createTables(), s3.createBucket()])
    app = await startApp({
      env: awsStorage(tables, bucket),
      overrides: { ...createScriptedReader(), awsRetryPolicy: retryPolicy },
    })
    ana = await signUp(app, 'ana@example.org')
  })
  after(async () => {
    await app.close()
    await s3.close()
  })

  test('a cursor of one person shows another nothing', async () => {
    for (let i = 0; i < 3; i++) await uploaded(ana)
    const ben = await signUp(app, 'ben@example.org')
    for (const list of ['', '&yearOfAssessment=2026', '&text=kedai']) {
      const { nextCursor } = await get(ana, `/receipts?limit=1${list}`)
      assert.ok(nextCursor, list)
      assert.deepEqual((await get(ben, `/receipts?cursor=${nextCursor}${list}`)).receipts, [])
    }
  })

  test('an upload that S3 does not take is not there, and is taken once S3 is back', async (context) => {
    const { trouble } = s3
    if (!trouble) return context.skip('only a stand-in makes trouble')
    const recover = () => {
      trouble.length = 0
      Object.assign(retryPolicy, LONG_RETRIES)
    }
    context.after(recover)
    const before = (await get(ana, '/receipts')).receipts.length
    runsOut()
    trouble.push(...Array(100).fill('unavailable'))
    const refused = await upload(ana)
    assert.ok(Number(refused.headers.get('retry-after')) > 0)
    await isProblem(refused, 503, 'storage_unavailable')
    recover()
    assert.equal((await get(ana, '/receipts')).receipts.length, before)
    await uploaded(ana)
  })

  test('an S3 that hangs refuses an upload once its time is up, and the removal takes no such time again', async (context) => {
    const { trouble } = s3
    if (!trouble) return context.skip('only a stand-in makes trouble')
    context.after(() => {
      trouble.length = 0
      Object.assign(retryPolicy, LONG_RETRIES)
    })
    Object.assign(retryPolicy, { budget: 2_500, attempt: 300 })
    trouble.push(...Array(100).fill('hang'))
    await isProblem(await upload(ana), 503, 'storage_unavailable')
    const puts = s3.hung.filter((method) => method === 'PUT').length
    assert.ok(puts >= 1 && puts <= 9, `${puts} tries to store it`)
    // What may have arrived is removed, within a second of tries and not another 2.5.
    assert.ok(s3.hung.length - puts <= 4, `${s3.hung.length - puts} tries to remove it`)
    const ready = await ana.fetch('/health/ready')
    const problem = await isProblem(ready, 503, 'storage_unavailable')
    assert.match(String(problem.detail), /the store of files/)
    assert.doesNotMatch(String(problem.detail), /store of receipts|ended sessions/)
  })

  test('without DynamoDB every answer says to try again, and nobody is let in unchecked', async () => {
    await dynamo.close()
    runsOut()
    for (const path of ['/receipts', '/health/ready']) {
      const answer = await ana.fetch(path)
      assert.ok(Number(answer.headers.get('retry-after')) > 0, path)
      await isProblem(answer, 503, 'storage_unavailable')
    }
    const bearer = await fetch(new URL('/receipts', app.socket), {
      headers: { authorization: `Bearer ${ana.token}` },
    })
    await isProblem(bearer, 503, 'storage_unavailable')
    assert.equal((await ana.fetch('/health/live')).status, 200)
    const inMalay = await fetch(new URL('/health/ready', app.socket), {
      headers: { 'accept-language': 'ms' },
    })
    const { detail } = await isProblem(inMalay, 503, 'storage_unavailable')
    assert.match(String(detail), /storan resit.*senarai sesi yang telah tamat/)
  })
})
