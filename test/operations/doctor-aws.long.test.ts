import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { after, before, beforeEach, describe, test } from 'node:test'
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { type TableNames, tableDefinitions } from '../../server/adapters/dynamodb/tables.ts'
import { awsEnvironment, close, listen, REGION } from '../support/aws.ts'
import { GOOD, startBucketSettings } from '../support/bucket-settings.ts'
import { runCli } from '../support/cli.ts'
import { type Cognito, POOL, startCognito } from '../support/cognito/index.ts'
import { temporaryFolder } from '../support/data-folder.ts'
import { startDynamo, type TestDynamo } from '../support/dynamo.ts'
import { startTableSettings, type TableExpiry } from '../support/table-settings.ts'
import { startTextract } from '../support/textract.ts'

const PUBLIC_URL = 'https://tax.example.org'
const BUCKET = 'my-tax-receipts'
const CLIENT = {
  id: '6rm4q8client',
  secret: 's3cr3t-of-the-client',
  callbackUrls: [`${PUBLIC_URL}/auth/authorize`],
  signOutUrls: [`${PUBLIC_URL}/`],
}
const OLD = { ...CLIENT, id: 'without-revocation' }

let dynamo: TestDynamo
let tables: TableNames
let cognito: Cognito
let strict: Cognito
let bucket: Awaited<ReturnType<typeof startBucketSettings>>
let textract: Awaited<ReturnType<typeof startTextract>>
before(async () => {
  dynamo = await startDynamo()
  tables = await dynamo.createTables()
  cognito = await startCognito({ clients: [CLIENT, OLD], adminAllowed: true })
  strict = await startCognito({ clients: [CLIENT] })
  bucket = await startBucketSettings(BUCKET)
  textract = await startTextract()
})
beforeEach(() => {
  bucket.settings = GOOD
  textract.trouble.splice(0, Infinity, ...Array(10).fill('UnsupportedDocumentException'))
})
after(async () => {
  for (const stand of [dynamo, cognito, strict, bucket, textract]) await stand.close()
})

interface Found {
  topic: string
  severity: 'ok' | 'warning' | 'error'
  message: string
  fix?: string
}

/** The doctor on the whole cloud shape, everything of it on this machine. */
async function doctor(changed: Record<string, string> = {}, pool = cognito) {
  await using place = await temporaryFolder()
  const env = {
    ...awsEnvironment(),
    PUBLIC_URL,
    CLIENT_ID: CLIENT.id,
    CLIENT_SECRET: CLIENT.secret,
    COGNITO_REGION: REGION,
    COGNITO_USER_POOL_ID: POOL,
    COGNITO_HOSTED_UI_DOMAIN: pool.domain,
    AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: pool.endpoint,
    SECRET_KEY: 'k9Qz4Lw7Xb2Nf8Rt5Vj1Hc6Md3Pg0Ys_-Ae',
    S3_BUCKET_NAME: BUCKET,
    RECEIPT_TABLE: tables.receipts,
    BLACKLIST_TOKEN_TABLE: tables.revokedTokens,
    TAXPAYER_TABLE: tables.taxpayers,
    AWS_ENDPOINT_URL_DYNAMODB: dynamo.endpoint,
    AWS_ENDPOINT_URL_S3: bucket.endpoint,
    AWS_ENDPOINT_URL_TEXTRACT: textract.endpoint,
    ...changed,
  }
  const { code, stdout, stderr } = await runCli('doctor', ['--json'], env, place.path)
  assert.equal(stderr, '')
  const report = JSON.parse(stdout)
  const found = (topic: string, ...severities: Found['severity'][]) =>
    (report.findings as Found[])
      .filter((finding) => finding.topic === topic && severities.includes(finding.severity))
      .map(({ message, fix }) => (fix ? `${message}: ${fix}` : message))
  for (const secret of [CLIENT.secret, env.SECRET_KEY]) assert.ok(!stdout.includes(secret))
  return { code, report, wrong: (topic: string) => found(topic, 'warning', 'error'), found }
}

test('an installation as it should be has nothing broken', async () => {
  const { code, report, found, wrong } = await doctor()
  assert.equal(code, 0, JSON.stringify(report.findings, null, 1))
  assert.deepEqual(report.shape, { identity: 'cognito', storage: 'aws', reader: 'textract' })
  const signIn = found('sign-in', 'ok').join('\n')
  for (const said of [
    `the issuer is ${cognito.issuer}`,
    `accepts the client, the callback URL ${PUBLIC_URL}/auth/authorize and the scopes`,
    `accepts the sign-out URL ${PUBLIC_URL}/`,
    'the client is known with this secret',
    'the app client has the callback URL, the sign-out URL, the scopes and the code grant',
  ]) {
    assert.ok(signIn.includes(said), said)
  }
  assert.deepEqual(wrong('sign-in'), [])
  assert.ok(found('tables', 'ok').includes(`table ${tables.receipts}: keys and 3 indexes as needed`))
  assert.deepEqual(wrong('bucket'), [])
  assert.equal(found('bucket', 'ok').length, 6)
  assert.deepEqual(found('reader', 'ok'), ['Textract answers in ap-southeast-1, and this role may use it'])
  assert.deepEqual(found('spending', 'ok'), [
    '0 of 5000 pages were read with Textract this month; 200 a day for one person',
  ])
  assert.match(found('clock', 'ok').join(), /^right, by 127\.0\.0\.1/)
  assert.ok(!report.findings.some(({ topic }: Found) => topic === 'data folder' || topic === 'keys'))
})

describe('sign-in', () => {
  test('a wrong secret, callback URL and sign-out URL are each told, by the pages and by the API', async () => {
    const { code, wrong } = await doctor({
      CLIENT_SECRET: 'another',
      PUBLIC_URL: 'https://elsewhere.example.org',
    })
    assert.equal(code, 1)
    const said = wrong('sign-in').join('\n')
    assert.match(
      said,
      /refuses the sign-in of client \S+ with the callback URL https:\/\/elsewhere\S+ .*Allowed callback URLs/,
    )
    assert.match(
      said,
      /does not accept the sign-out URL https:\/\/elsewhere\.example\.org\/: .*Allowed sign-out URLs/,
    )
    assert.match(said, /does not know the client with this secret \(invalid_client\): .*CLIENT_SECRET/)
    assert.match(said, /the app client lacks the callback URL https:\/\/elsewhere/)
  })

  test('a scope the client has not', async () => {
    const { wrong } = await doctor({ OIDC_SCOPES: 'openid email address' })
    assert.match(
      wrong('sign-in').join('\n'),
      /lacks some of the scopes openid email address: .*OpenID Connect scopes/,
    )
    assert.match(wrong('sign-in').join('\n'), /lacks the scope address/)
    const offline = await doctor({ OIDC_SCOPES: 'openid email offline_access' })
    assert.deepEqual(offline.wrong('sign-in'), [])
  })

  test('a client the pool has not, and a life of the refresh token that is not the same', async () => {
    const unknown = await doctor({ CLIENT_ID: 'nobody' })
    assert.match(unknown.wrong('sign-in').join('\n'), /the pool has no app client nobody: set CLIENT_ID/)
    const { wrong, code } = await doctor({ REFRESH_TOKEN_DAYS: '90' })
    assert.equal(code, 0)
    assert.deepEqual(wrong('sign-in'), [
      'refresh tokens last 30 days, and REFRESH_TOKEN_DAYS is 90: set REFRESH_TOKEN_DAYS=30',
    ])
  })

  test('a role that may not ask the pool is told what was not looked at', async () => {
    const { found, wrong } = await doctor({}, strict)
    assert.deepEqual(wrong('sign-in'), [])
    assert.match(
      found('sign-in', 'ok').join('\n'),
      /settings were not checked \(this role may not read them\)/,
    )
  })

  test('another pool than the one configured, and one that does not answer', async () => {
    const other = await doctor({ COGNITO_USER_POOL_ID: `${REGION}_Other` })
    assert.equal(other.code, 1)
    assert.match(
      other.wrong('sign-in').join('\n'),
      /discovery document .* cannot be fetched: it answers 404: .*COGNITO_USER_POOL_ID/,
    )
    const closed = 'http://127.0.0.1:9'
    const down = await doctor({
      AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: closed,
      COGNITO_HOSTED_UI_DOMAIN: closed,
    })
    assert.equal(down.code, 1)
    assert.match(down.wrong('sign-in').join('\n'), /Hosted UI .* cannot be reached.*COGNITO_HOSTED_UI_DOMAIN/)
    assert.match(down.wrong('clock').join('\n'), /could not be compared/)
  })

  test("a discovery document that names another provider's issuer", async () => {
    const server = createServer((request, response) => {
      const { host } = request.headers
      response.setHeader('content-type', 'application/json')
      const keys = { keys: [{ kty: 'RSA' }] }
      const metadata = { issuer: 'https://id.example.org/other', jwks_uri: `http://${host}/keys` }
      response.end(JSON.stringify(request.url === '/keys' ? keys : metadata))
    })
    const issuer = await listen(server)
    try {
      const oidc = { IDENTITY: 'oidc', OIDC_ISSUER: issuer, OIDC_AUDIENCE: 'tax' }
      const { code, wrong } = await doctor(oidc)
      assert.equal(code, 1)
      assert.match(
        wrong('sign-in').join(),
        /names the issuer https:\/\/id\.example\.org\/other, but http\S+ is configured: set OIDC_ISSUER=/,
      )
    } finally {
      await close(server)
    }
  })
})

describe('storage', () => {
  test('a table that is not there, and one with other keys and indexes', async () => {
    const client = new DynamoDBClient({ region: REGION })
    const [receipts] = tableDefinitions({ receipts: 'short', revokedTokens: '-', taxpayers: '-' })
    assert.ok(receipts)
    const indexes = (receipts.GlobalSecondaryIndexes ?? []).filter(({ IndexName }) => IndexName !== 'by_year')
    const [byUser, ...rest] = indexes
    assert.ok(byUser)
    const bare = { ...byUser, Projection: { ProjectionType: 'KEYS_ONLY' as const } }
    const attributes = receipts.AttributeDefinitions?.filter(
      ({ AttributeName }) => !['user_year', 'day_receipt'].includes(String(AttributeName)),
    )
    await client.send(
      new CreateTableCommand({
        ...receipts,
        AttributeDefinitions: attributes,
        GlobalSecondaryIndexes: [bare, ...rest],
      }),
    )
    client.destroy()
    const { code, wrong } = await doctor({
      RECEIPT_TABLE: 'short',
      BLACKLIST_TOKEN_TABLE: 'nowhere',
      TAXPAYER_TABLE: tables.revokedTokens,
    })
    assert.equal(code, 1)
    const said = wrong('tables').join('\n')
    assert.match(
      said,
      /table short has no index by_year: aws dynamodb update-table --region ap-southeast-5 --table-name short --attribute-definitions /,
    )
    assert.match(said, /table short has the index by_user without summary: /)
    assert.match(said, new RegExp(`table nowhere does not exist in ${REGION}: npm run doctor -- --repair`))
    assert.match(
      said,
      /has the key token_jti \(S\), logout_time \(S\), but needs user_id \(S\), item \(S\): /,
    )
  })

  test('tables that remove expired rows, remove them by something else, or do not', async () => {
    const expiry = await startTableSettings(dynamo.endpoint)
    const { revokedTokens, taxpayers } = tables
    const asked = async (said: TableExpiry) => {
      expiry.expiry = said
      expiry.asked.length = 0
      const report = await doctor({ AWS_ENDPOINT_URL_DYNAMODB: expiry.endpoint })
      // Receipts are kept: nothing of that table may expire.
      assert.deepEqual(expiry.asked.sort(), [revokedTokens, taxpayers].sort())
      return report
    }
    const command = (table: string, spec: string) =>
      `aws dynamodb update-time-to-live --region ${REGION} --table-name ${table} --time-to-live-specification ${spec}`
    const mend = (table: string) => command(table, 'Enabled=true,AttributeName=expires_at')
    try {
      const good = await asked({
        [revokedTokens]: { TimeToLiveStatus: 'ENABLED', AttributeName: 'expires_at' },
        [taxpayers]: { TimeToLiveStatus: 'ENABLING', AttributeName: 'expires_at' },
      })
      assert.equal(good.code, 0)
      assert.deepEqual(good.wrong('tables'), [])
      for (const table of [revokedTokens, taxpayers]) {
        assert.ok(good.found('tables', 'ok').includes(`table ${table} deletes rows by expires_at`))
      }

      const off = await asked({
        [revokedTokens]: { TimeToLiveStatus: 'DISABLING', AttributeName: 'expires_at' },
        [taxpayers]: { TimeToLiveStatus: 'DISABLED' },
      })
      assert.equal(off.code, 0)
      assert.deepEqual(
        off.found('tables', 'warning').sort(),
        [revokedTokens, taxpayers]
          .map((table) => `table ${table} does not delete expired rows, so it keeps growing: ${mend(table)}`)
          .sort(),
      )

      const wrong = await asked({
        [revokedTokens]: { TimeToLiveStatus: 'ENABLED', AttributeName: 'logout_time' },
        [taxpayers]: { error: 'AccessDeniedException' },
      })
      assert.equal(wrong.code, 1)
      assert.deepEqual(wrong.found('tables', 'error'), [
        `table ${revokedTokens} deletes rows by logout_time, not by expires_at: ${command(revokedTokens, 'Enabled=false,AttributeName=logout_time')}, and an hour later ${mend(revokedTokens)}`,
      ])
      assert.deepEqual(wrong.found('tables', 'warning'), [
        `expiry of table ${taxpayers}: this role may not read it: allow dynamodb:DescribeTimeToLive, or check it in the console`,
      ])
    } finally {
      await expiry.close()
    }
  })

  test('a bucket without encryption, open to the public, and one that keeps no versions', async () => {
    bucket.settings = {
      publicAccessBlock: GOOD.publicAccessBlock.replace('true', 'false'),
      policyStatus: '<PolicyStatus><IsPublic>true</IsPublic></PolicyStatus>',
    }
    const { code, wrong } = await doctor()
    assert.equal(code, 1)
    const said = wrong('bucket').join('\n')
    assert.match(said, /not encrypted by default: aws s3api put-bucket-encryption/)
    assert.match(said, /not fully blocked: BlockPublicAcls: aws s3api put-public-access-block/)
    assert.match(said, /its policy makes it public: /)
    assert.match(said, /older versions are not kept, .*: aws s3api put-bucket-versioning/)

    bucket.settings = { ...GOOD, encryption: 'AccessDenied' }
    const asked = await doctor()
    assert.equal(asked.code, 0)
    assert.deepEqual(asked.wrong('bucket'), [
      'encryption: this role may not read it: allow s3:GetEncryptionConfiguration, or check it in the console',
    ])
  })

  test('a bucket that cannot hold what it should, and one that holds everything', async () => {
    const off = await doctor({ S3_OBJECT_LOCK: 'governance' })
    assert.equal(off.code, 1)
    assert.match(
      off.wrong('bucket').join(),
      /no original can be retained: aws s3api put-object-lock-configuration/,
    )
    const enabled = '<ObjectLockEnabled>Enabled</ObjectLockEnabled>'
    const config = (rule = '') => `<ObjectLockConfiguration>${enabled}${rule}</ObjectLockConfiguration>`
    bucket.settings = { ...GOOD, objectLock: config() }
    const on = await doctor({ S3_OBJECT_LOCK: 'compliance' })
    assert.ok(
      on.found('bucket', 'ok').join().includes('Object Lock retains the originals of confirmed receipts'),
    )
    const preset = '<Rule><DefaultRetention><Mode>GOVERNANCE</Mode><Years>7</Years></DefaultRetention></Rule>'
    bucket.settings = { ...GOOD, objectLock: config(preset) }
    assert.match(
      (await doctor()).wrong('bucket').join(),
      /retains every file for 7 years, including files that were never/,
    )
  })

  test('a bucket in another region, and none', async () => {
    bucket.settings = { ...GOOD, region: 'us-east-1' }
    const elsewhere = await doctor()
    assert.equal(elsewhere.code, 1)
    assert.match(
      elsewhere.wrong('bucket').join(),
      /is in us-east-1, but AWS_REGION is ap-southeast-5: set AWS_REGION/,
    )
    const none = await doctor({ S3_BUCKET_NAME: 'another-bucket' })
    assert.match(none.wrong('bucket').join(), /another-bucket does not exist: /)
  })

  test('no credentials', async () => {
    const { code, wrong } = await doctor({
      AWS_ACCESS_KEY_ID: '',
      AWS_SECRET_ACCESS_KEY: '',
      HOME: '/nonexistent',
    })
    assert.equal(code, 1)
    assert.match(wrong('tables').join(), /there are no AWS credentials: aws sso login/)
  })
})

describe('Textract', () => {
  test('that this role may not use, or that is asked too often', async () => {
    textract.trouble.splice(0, Infinity, 'AccessDeniedException')
    const denied = await doctor()
    assert.equal(denied.code, 1)
    assert.match(
      denied.wrong('reader').join(),
      /may not use Textract in ap-southeast-1: allow textract:AnalyzeExpense/,
    )
    textract.trouble.splice(0, Infinity, 'ThrottlingException', 'ThrottlingException', 'ThrottlingException')
    const busy = await doctor()
    assert.equal(busy.code, 0)
    assert.match(busy.wrong('reader').join(), /throttles requests/)
  })

  test('is not in the region', async () => {
    const { code, wrong } = await doctor({
      TEXTRACT_REGION: REGION,
      AWS_ENDPOINT_URL_TEXTRACT: 'http://127.0.0.1:9',
    })
    assert.equal(code, 1)
    assert.deepEqual(wrong('reader'), [
      'there is no Textract in ap-southeast-5: set TEXTRACT_REGION=ap-southeast-1',
    ])
  })
})

test('a clock that is off is told, and by how much', async () => {
  for (const [seconds, state, said] of [
    // Whatever the answer takes, half of it counts.
    [-3600, 'error', /^3[56]\d\d s ahead of /],
    [150, 'warning', /^1[0-5]\d s behind /],
  ] as const) {
    const server = createServer((_request, response) => {
      response.setHeader('date', new Date(Date.now() + seconds * 1000).toUTCString())
      response.end('{}')
    })
    const endpoint = await listen(server)
    const { found } = await doctor({ AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: endpoint })
    assert.match(found('clock', state).join(), said)
    await close(server)
  }
})
