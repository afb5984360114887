import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { test } from 'node:test'
import { CreateTableCommand, type CreateTableCommandInput, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { CreateBucketCommand } from '@aws-sdk/client-s3'
import { freePort } from '../support/app.ts'
import { awsEnvironment, REGION } from '../support/aws.ts'
import { commandLine, plainEnvironment } from '../support/cli.ts'
import { startDynamo } from '../support/dynamo.ts'
import { startS3 } from '../support/s3.ts'
import { DOMAIN, deployBoth, environmentOf } from './cloudformation.ts'

const names = {
  receipts: `receipts-${process.pid}`,
  revokedTokens: `my-blacklist-token-${process.pid}`,
  taxpayers: `taxpayers-${process.pid}`,
}
const { resources, service } = deployBoth(DOMAIN, {
  ReceiptTable: names.receipts,
  BlacklistTokenTable: names.revokedTokens,
  TaxpayerTable: names.taxpayers,
})

test("with the service's environment and the templates' tables a process is ready, and keeps nothing in its folder", async (context) => {
  const [dynamo, s3] = [await startDynamo(), await startS3()]
  const folder = await mkdtemp(join(tmpdir(), 'service-'))
  const client = new DynamoDBClient({ region: REGION })
  const Bucket = String(resources.outputs.BucketName)
  try {
    for (const { Properties } of resources.ofType('AWS::DynamoDB::Table')) {
      const { TableName, KeySchema, AttributeDefinitions, GlobalSecondaryIndexes, BillingMode } = Properties
      const table = { TableName, KeySchema, AttributeDefinitions, GlobalSecondaryIndexes, BillingMode }
      await client.send(new CreateTableCommand(table as unknown as CreateTableCommandInput))
    }
    await s3.client.send(new CreateBucketCommand({ Bucket }))

    const port = await freePort()
    const server = spawn(process.execPath, commandLine('serve'), {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...plainEnvironment(),
        ...environmentOf(service),
        HOST: '127.0.0.1',
        PORT: String(port),
        CLIENT_SECRET: 'made-by-cognito',
        SECRET_KEY: randomBytes(32).toString('hex'),
        ...awsEnvironment(),
        AWS_ENDPOINT_URL_DYNAMODB: dynamo.endpoint,
        AWS_ENDPOINT_URL_S3: s3.endpoint,
      },
    })
    context.after(() => server.kill('SIGKILL'))
    const ended = once(server, 'exit')
    const announced = untilPrinted(server.stdout, /identity cognito, storage aws, reader textract/)
    assert.equal(await Promise.race([announced, ended.then(() => 'ended')]), undefined)
    const ready = await fetch(`http://127.0.0.1:${port}/health/ready`)
    assert.equal(ready.status, 200)
    await ready.arrayBuffer()
    server.kill('SIGTERM')
    assert.deepEqual(await ended, [0, null])
    assert.deepEqual(await readdir(folder), [])
  } finally {
    await dynamo.dropTables(names).catch(() => {})
    client.destroy()
    await Promise.all([dynamo.close(), s3.close(), rm(folder, { recursive: true, force: true })])
  }
})

async function untilPrinted(output: Readable, wanted: RegExp) {
  let printed = ''
  for await (const chunk of output.iterator({ destroyOnReturn: false })) {
    printed += chunk
    if (wanted.test(printed)) return
  }
}
