import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { after, afterEach, before, beforeEach, describe, test } from 'node:test'
import { CreateTableCommand, DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { type TableNames, tableDefinitions } from '../../server/adapters/dynamodb/tables.ts'
import { signUp, startApp } from '../support/app.ts'
import { REGION } from '../support/aws.ts'
import { awsStorage } from '../support/aws-app.ts'
import { startBucketSettings } from '../support/bucket-settings.ts'
import { commandLine, plainEnvironment, runCli } from '../support/cli.ts'
import { temporaryFolder } from '../support/data-folder.ts'
import { startDynamo, type TestDynamo } from '../support/dynamo.ts'
import { freePort } from '../support/ports.ts'
import { createScriptedReader, get, uploaded } from '../support/receipts.ts'
import { startS3, type TestS3 } from '../support/s3.ts'
import { startProcess } from '../support/server-process.ts'
import { startTableSettings } from '../support/table-settings.ts'

const BUCKET = 'my-tax-receipts'

let dynamo: TestDynamo
let s3: TestS3
let client: DynamoDBClient
let settings: Awaited<ReturnType<typeof startTableSettings>>
let bucket: Awaited<ReturnType<typeof startBucketSettings>>
let names: TableNames
let env: Record<string, string>
let made = 0

before(async () => {
  ;[dynamo, s3] = await Promise.all([startDynamo(), startS3()])
  client = new DynamoDBClient({ region: REGION })
})
after(async () => {
  client.destroy()
  await Promise.all([dynamo.close(), s3.close()])
})
beforeEach(async () => {
  settings = await startTableSettings(dynamo.endpoint)
  bucket = await startBucketSettings(BUCKET)
  const suffix = `r${++made}`
  names = {
    receipts: `receipts-${suffix}`,
    revokedTokens: `blacklist-${suffix}`,
    taxpayers: `taxpayers-${suffix}`,
  }
  env = {
    ...awsStorage(names, BUCKET),
    AWS_ENDPOINT_URL_DYNAMODB: settings.endpoint,
    AWS_ENDPOINT_URL_S3: bucket.endpoint,
  }
})
afterEach(() => Promise.all([settings.close(), bucket.close()]))

/** The tables as the requirement lists them: no indexes, and no table of taxpayers. */
async function createRequiredTables() {
  const [receipts, revokedTokens] = tableDefinitions(names)
  const AttributeDefinitions = receipts?.AttributeDefinitions?.filter((a) => a.AttributeName === 'receipt_id')
  for (const table of [
    { ...receipts, AttributeDefinitions, GlobalSecondaryIndexes: undefined },
    revokedTokens,
  ]) {
    await client.send(new CreateTableCommand(table as typeof receipts & object))
  }
}

const doctor = (...args: string[]) => runCli('doctor', args, env)

/** The indexes of the receipts table. */
async function indexes(): Promise<string[]> {
  const asking = new DynamoDBClient({ region: REGION, endpoint: settings.endpoint })
  const { Table } = await asking.send(new DescribeTableCommand({ TableName: names.receipts }))
  asking.destroy()
  return (Table?.GlobalSecondaryIndexes ?? []).map(({ IndexName }) => String(IndexName)).sort()
}

describe('with exactly the tables that the requirement lists', () => {
  beforeEach(createRequiredTables)

  test('the server does not start, and names each missing thing with the command that adds it', async () => {
    bucket.settings = { isMissing: true }
    await using place = await temporaryFolder()
    const start = await runCli('serve', [], {
      ...env,
      DATA_DIR: place.in('data'),
      PORT: String(await freePort()),
    })
    assert.equal(start.code, 1)
    assert.equal(start.stdout, '')
    const lines = start.stderr.split('\n')
    const fixOf = (problem: string) => lines[lines.indexOf(`  ${problem}`) + 1] ?? ''
    for (const index of ['by_user', 'by_year', 'work']) {
      const fix = fixOf(`table ${names.receipts} has no index ${index}`)
      assert.match(
        fix,
        new RegExp(`^ {4}-> aws dynamodb update-table --region ${REGION} --table-name ${names.receipts} `),
      )
      assert.match(fix, new RegExp(`"IndexName":"${index}"`))
    }
    assert.match(
      fixOf(`table ${names.taxpayers} does not exist in ${REGION}`),
      /-> npm run doctor -- --repair/,
    )
    assert.match(fixOf(`bucket ${BUCKET} does not exist`), /-> npm run doctor -- --repair/)
    assert.match(start.stderr, /after showing what it will do: npm run doctor -- --repair\n$/)
  })

  test('the repair shows its plan and changes nothing until it is confirmed', async () => {
    const plan = await doctor('--repair')
    assert.equal(plan.code, 1)
    assert.match(
      plan.stdout,
      new RegExp(`table ${names.receipts}: create the index by_user \\(one write unit per kB`),
    )
    assert.match(plan.stdout, new RegExp(`table ${names.taxpayers}: create it \\(paid per request`))
    assert.match(plan.stdout, /Nothing was changed\. Add --yes to make these changes\.\n$/)
    assert.deepEqual([settings.changes, bucket.changes], [[], []])
    assert.equal((await doctor('--yes')).code, 2)
    assert.equal((await doctor('--repair', '--json')).code, 2)
  })

  test('once repaired, the server starts, takes an upload and lists it; a second repair has nothing to do', async () => {
    bucket.settings = {}
    settings.creating = 1
    settings.onChange = (change) => {
      if (change.endsWith('by_year')) settings.creating = 0
      return undefined
    }
    const repaired = await doctor('--repair', '--yes')
    assert.equal(repaired.stderr, '')
    assert.equal(repaired.code, 0, repaired.stdout)
    // One index at a time, each when the one before is ACTIVE.
    assert.deepEqual(settings.changes, [
      `UpdateTable ${names.receipts} by_user`,
      `UpdateTable ${names.receipts} by_year`,
      `UpdateTable ${names.receipts} work`,
      `UpdateTimeToLive ${names.revokedTokens}`,
      `CreateTable ${names.taxpayers}`,
      `UpdateTimeToLive ${names.taxpayers}`,
    ])
    assert.deepEqual(bucket.changes, ['encryption', 'publicAccessBlock', 'versioning'])

    const again = await doctor('--repair')
    assert.deepEqual([again.code, again.stdout], [0, 'Nothing to repair.\n'])
    const report = JSON.parse((await doctor('--json')).stdout)
    const wrong = report.findings.filter(
      (f: Record<string, string>) => f.severity !== 'ok' && /tables|bucket/.test(String(f.topic)),
    )
    assert.deepEqual(wrong, [])

    // Files need more of S3 than its settings.
    const storage = { ...env, S3_BUCKET_NAME: await s3.createBucket() }
    const app = await startApp({ env: storage, overrides: createScriptedReader() })
    const ana = await signUp(app, 'ana@example.org')
    const { id } = await uploaded(ana)
    assert.equal((await ana.fetch('/health/ready')).status, 200)
    assert.deepEqual(
      (await get(ana, '/receipts')).receipts.map((row: { id: string }) => row.id),
      [id],
    )
    await app.close()
  })

  test('a repair that is killed while an index is being created goes on when it is run again', async () => {
    settings.creating = 1
    const child = spawn(process.execPath, commandLine('doctor', ['--repair', '--yes']), {
      env: { ...plainEnvironment(), ...env },
    })
    settings.onChange = (change) => {
      if (change.endsWith('by_year')) child.kill('SIGKILL')
      return undefined
    }
    await Promise.all([once(child, 'exit'), text(child.stdout)])
    settings.onChange = () => undefined
    assert.deepEqual(await indexes(), ['by_user', 'by_year'])
    const repaired = await doctor('--repair', '--yes')
    assert.equal(repaired.code, 0, repaired.stdout)
    assert.deepEqual(await indexes(), ['by_user', 'by_year', 'work'])
    assert.equal(settings.changes.filter((change) => change.endsWith('by_year')).length, 1)
  })

  test('a step that fails is named, and the steps before it stay', async () => {
    settings.onChange = (change) => (change.endsWith('by_year') ? 'AccessDeniedException' : undefined)
    const failed = await doctor('--repair', '--yes')
    assert.equal(failed.code, 1)
    assert.match(
      failed.stdout,
      /1\. done: .* create the index by_user\n.*2\. failed: .* create the index by_year: AccessDenied/,
    )
    assert.match(failed.stdout, /run it again: it continues where it stopped\.\n$/)
    assert.deepEqual(await indexes(), ['by_user'])
  })
})

test('a role that may not describe tables, as that of the first release, starts and is ready', async () => {
  for (const definition of tableDefinitions(names)) await client.send(new CreateTableCommand(definition))
  settings.denied = new Set(['DescribeTable', 'DescribeTimeToLive'])
  await using place = await temporaryFolder()
  const server = await startProcess({ dataDir: place.in('data'), env })
  const ready = await fetch(new URL('/health/ready', server.socket))
  assert.equal(ready.status, 200)
  await server.kill()
})

describe('what exists already', () => {
  test('a table or an index with other keys is never changed: the repair says what to do by hand', async () => {
    const [receipts] = tableDefinitions({ ...names, receipts: names.taxpayers })
    await createRequiredTables()
    await client.send(new CreateTableCommand(receipts as NonNullable<typeof receipts>))
    const repaired = await doctor('--repair', '--yes')
    assert.equal(repaired.code, 1)
    assert.match(
      repaired.stdout,
      new RegExp(
        `cannot be repaired here: table ${names.taxpayers} has the key receipt_id \\(S\\), but needs user_id`,
      ),
    )
    assert.ok(!settings.changes.some((change) => change.includes(names.taxpayers)))
  })

  test('a missing bucket is created with Object Lock where S3_OBJECT_LOCK asks for it, and one elsewhere is left alone', async () => {
    for (const definition of tableDefinitions(names)) await client.send(new CreateTableCommand(definition))
    bucket.settings = { isMissing: true }
    env.S3_OBJECT_LOCK = 'governance'
    const created = await doctor('--repair', '--yes')
    assert.match(created.stdout, new RegExp(`bucket ${BUCKET}: create it in ${REGION} with Object Lock`))
    assert.deepEqual(bucket.changes, ['create', 'encryption', 'publicAccessBlock', 'versioning'])
    bucket.changes.length = 0
    bucket.settings = { region: 'us-east-1' }
    const elsewhere = await doctor('--repair', '--yes')
    assert.match(elsewhere.stdout, /cannot be repaired here: bucket .* is in us-east-1, but AWS_REGION is/)
    assert.deepEqual(bucket.changes, [])
  })

  test('local storage needs no repair', async () => {
    await using place = await temporaryFolder()
    const repaired = await runCli('doctor', ['--repair'], { DATA_DIR: place.in('data') })
    assert.deepEqual([repaired.code, repaired.stdout], [0, 'Nothing to repair.\n'])
  })
})
