import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { loadConfig } from '../../server/config/config.ts'
import { problemsOf } from './problems-of.ts'

const SECRET_KEY = randomBytes(32).toString('hex')
const COGNITO = {
  CLIENT_ID: '6rm4q8client',
  COGNITO_REGION: 'ap-southeast-5',
  COGNITO_USER_POOL_ID: 'ap-southeast-5_AbCdEf123',
  COGNITO_HOSTED_UI_DOMAIN: 'https://my-tax.auth.ap-southeast-5.amazoncognito.com',
  SECRET_KEY,
}
const ALL = { ...COGNITO, S3_BUCKET_NAME: 'my-tax-receipts' }

test('with all Cognito and S3 variables everything is in the cloud', () => {
  const config = loadConfig({ ...ALL, CLIENT_SECRET: '' })
  assert.deepEqual(config.identity, {
    kind: 'cognito',
    region: 'ap-southeast-5',
    userPoolId: 'ap-southeast-5_AbCdEf123',
    hostedUi: 'https://my-tax.auth.ap-southeast-5.amazoncognito.com',
    clientId: '6rm4q8client',
    clientSecret: undefined,
    spaClientIds: [],
    scopes: ['openid', 'email', 'profile', 'phone'],
    endpoint: undefined,
  })
  assert.deepEqual(config.storage, {
    kind: 'aws',
    region: 'ap-southeast-5',
    bucket: 'my-tax-receipts',
    objectLock: undefined,
    tables: { receipts: 'receipts', revokedTokens: 'my-blacklist-token', taxpayers: 'taxpayers' },
  })
  assert.deepEqual(config.reader, {
    kind: 'textract',
    region: 'ap-southeast-1',
    workers: undefined,
    callsPerSecond: 2,
    pageLimits: { perDay: 200, perMonth: 5000 },
  })
  assert.equal(config.redirectUri, 'http://localhost:8000/auth/authorize')
})

test('each optional variable is taken', () => {
  const config = loadConfig({
    ...ALL,
    CLIENT_SECRET: 'sec',
    REDIRECT_URI: 'https://tax.example.org/auth/authorize',
    LOGOUT_URI: 'https://tax.example.org',
    ALLOW_ORIGINS: 'https://spa.example.org, http://localhost:5173/',
    SPA_CLIENT_IDS: 'one,two three',
    RECEIPT_TABLE: 'r-1',
    BLACKLIST_TOKEN_TABLE: 'b-1',
    TAXPAYER_TABLE: 't-1',
    AWS_REGION: 'us-east-1',
    TEXTRACT_REGION: 'eu-west-1',
    OIDC_SCOPES: 'openid email',
  })
  assert.deepEqual(config.allowOrigins, ['https://spa.example.org', 'http://localhost:5173'])
  assert.equal(config.publicUrl, 'https://tax.example.org')
  assert.equal(config.logoutUri, 'https://tax.example.org', 'letter for letter')
  assert.ok(config.identity.kind === 'cognito')
  const { clientSecret, spaClientIds, scopes } = config.identity
  assert.deepEqual(
    [clientSecret, spaClientIds, scopes],
    ['sec', ['one', 'two', 'three'], ['openid', 'email']],
  )
  assert.deepEqual(config.storage, {
    kind: 'aws',
    region: 'us-east-1',
    bucket: 'my-tax-receipts',
    objectLock: undefined,
    tables: { receipts: 'r-1', revokedTokens: 'b-1', taxpayers: 't-1' },
  })
  assert.equal(config.reader.kind === 'textract' && config.reader.region, 'eu-west-1')
})

test("Textract is asked in the pool's region where it exists", () => {
  const config = loadConfig({
    ...ALL,
    COGNITO_REGION: 'us-west-2',
    COGNITO_USER_POOL_ID: 'us-west-2_AbCdEf123',
    COGNITO_HOSTED_UI_DOMAIN: 'sign-in.example.org',
  })
  assert.equal(config.reader.kind === 'textract' && config.reader.region, 'us-west-2')
})

for (const name of Object.keys(ALL) as (keyof typeof ALL)[]) {
  test(`without ${name} the rest is refused, and it is named`, () => {
    for (const value of [undefined, '', '  ']) {
      const { [name]: _, ...rest } = ALL
      const problems = problemsOf({ ...rest, ...(value !== undefined && { [name]: value }) })
      assert.deepEqual(Object.keys(problems), [name])
      assert.match(problems[name] ?? '', /is missing, and (IDENTITY=cognito|STORAGE=aws) needs it/)
    }
  })
}

test('one cloud variable alone asks for all others at once', () => {
  const names = Object.keys(ALL)
  for (const name of names.filter((n) => n !== 'SECRET_KEY') as (keyof typeof ALL)[]) {
    const missing = Object.keys(problemsOf({ [name]: ALL[name] }))
    assert.deepEqual(missing.sort(), names.filter((n) => n !== name).sort())
  }
  assert.equal(loadConfig({ SECRET_KEY }).identity.kind, 'local')
})

test('a part that is chosen needs what it needs and nothing else', () => {
  const shapeOf = (env: Record<string, string>) => {
    const { identity, storage, reader } = loadConfig(env)
    return [identity.kind, storage.kind, reader.kind].join(' ')
  }
  assert.equal(shapeOf({ ...COGNITO, STORAGE: 'local' }), 'cognito local local')
  assert.equal(shapeOf({ ...COGNITO, IDENTITY: 'local' }), 'local local local')
  assert.equal(shapeOf({ ...ALL, IDENTITY: 'local', STORAGE: 'local', READER: 'local' }), 'local local local')
  assert.equal(shapeOf({ READER: 'textract' }), 'local local textract')
  const aws = { STORAGE: 'aws', S3_BUCKET_NAME: 'my-tax-receipts', SECRET_KEY, AWS_REGION: 'us-east-1' }
  assert.equal(shapeOf({ ...aws, IDENTITY: 'local' }), 'local aws local')
  const { AWS_REGION: _, ...nowhere } = aws
  assert.deepEqual(Object.keys(problemsOf({ ...nowhere, IDENTITY: 'local' })), ['AWS_REGION'])
  const oidc = {
    IDENTITY: 'oidc',
    CLIENT_ID: 'tax',
    OIDC_ISSUER: 'https://id.example.org/',
    OIDC_AUDIENCE: 'tax',
  }
  assert.equal(shapeOf(oidc), 'oidc local local')
  assert.deepEqual(Object.keys(problemsOf({ IDENTITY: 'oidc' })), [
    'CLIENT_ID',
    'OIDC_ISSUER',
    'OIDC_AUDIENCE',
  ])
  assert.deepEqual(Object.keys(problemsOf({ ...COGNITO, IDENTITY: 'cognito' })), ['S3_BUCKET_NAME'])
})

test('the Hosted UI domain is taken as consoles show it', () => {
  for (const [text, origin] of [
    ['my-tax.auth.ap-southeast-5.amazoncognito.com', 'https://my-tax.auth.ap-southeast-5.amazoncognito.com'],
    ['https://sign-in.example.org/', 'https://sign-in.example.org'],
    ['http://127.0.0.1:9100', 'http://127.0.0.1:9100'],
  ] as const) {
    const { identity } = loadConfig({ ...ALL, COGNITO_HOSTED_UI_DOMAIN: text })
    assert.equal(identity.kind === 'cognito' && identity.hostedUi, origin)
  }
})

const wrong: [name: string, value: string, said: RegExp][] = [
  [
    'COGNITO_HOSTED_UI_DOMAIN',
    'https://cognito-idp.ap-southeast-5.amazonaws.com/ap-southeast-5_AbCdEf123',
    /the pool's issuer/,
  ],
  ['COGNITO_HOSTED_UI_DOMAIN', 'issuer-cognito-idp.ap-southeast-5.amazonaws.com', /the pool's issuer/],
  [
    'COGNITO_HOSTED_UI_DOMAIN',
    'cognito-idp.ap-southeast-5.amazonaws.com',
    /the pool's issuer.*for example.*amazoncognito\.com/,
  ],
  ['COGNITO_HOSTED_UI_DOMAIN', 'my-tax', /whole domain/],
  [
    'COGNITO_HOSTED_UI_DOMAIN',
    'https://my-tax.auth.ap-southeast-5.amazoncognito.com/login',
    /without a path/,
  ],
  ['COGNITO_HOSTED_UI_DOMAIN', 'http://sign-in.example.org', /must be https/],
  ['COGNITO_HOSTED_UI_DOMAIN', 'my-tax.auth.us-east-1.amazoncognito.com', /is of us-east-1/],
  ['COGNITO_USER_POOL_ID', 'us-east-1_AbCdEf123', /another region.*begin with ap-southeast-5_/],
  ['COGNITO_USER_POOL_ID', 'my-pool', /not its name or ARN/],
  ['COGNITO_REGION', 'Malaysia', /code of an AWS region/],
  ['REDIRECT_URI', 'http://tax.example.org/auth/authorize', /https.*plain http only for localhost/],
  ['REDIRECT_URI', 'http://192.168.1.7:8000/auth/authorize', /https/],
  ['REDIRECT_URI', 'https://tax.example.org/callback', /must end in \/auth\/authorize/],
  ['PUBLIC_URL', 'http://tax.example.org', /must be https/],
  ['LOGOUT_URI', 'http://tax.example.org/', /https/],
  ['ALLOW_ORIGINS', '*', /"\*", which is not an origin/],
  ['ALLOW_ORIGINS', 'https://spa.example.org,https://spa.example.org/app', /not an origin/],
  ['ALLOW_ORIGINS', 'null', /not an origin/],
  ['S3_BUCKET_NAME', 's3://my-tax-receipts', /name of a bucket/],
  ['RECEIPT_TABLE', 'a b', /table name/],
  ['OIDC_SCOPES', 'email profile', /must contain openid/],
  ['SECRET_KEY', 'a'.repeat(64), /repeats itself/],
  ['SECRET_KEY', '0123456789abcdef'.repeat(4), /random/],
  ['SECRET_KEY', 'please-change-me-to-something-random-1', /example or a phrase/],
  ['SECRET_KEY', 'your-secret-key-at-least-32-characters', /example or a phrase/],
  ['SECRET_KEY', 'k7f2', /32 or more/],
]
for (const [name, value, said] of wrong) {
  test(`${name}=${value.slice(0, 50)} is refused, and nothing else`, () => {
    const problems = problemsOf({ ...ALL, [name]: value })
    assert.deepEqual(Object.keys(problems), [name])
    assert.match(problems[name] ?? '', said)
    if (name === 'SECRET_KEY') assert.ok(!(problems[name] ?? '').includes(value))
  })
}

test('a REDIRECT_URI on another origin than PUBLIC_URL is refused', () => {
  const problems = problemsOf({
    PUBLIC_URL: 'http://127.0.0.1:8000',
    REDIRECT_URI: 'http://localhost:8000/auth/authorize',
  })
  assert.match(problems.REDIRECT_URI ?? '', /must be http:\/\/127\.0\.0\.1:8000\/auth\/authorize/)
})

test('wrong, missing and contradicting variables are told together', () => {
  const { CLIENT_ID: _, ...rest } = ALL
  const problems = problemsOf({
    ...rest,
    COGNITO_USER_POOL_ID: 'us-east-1_x',
    PORT: 'x',
    SECRET_KEY: 'short',
  })
  assert.deepEqual(Object.keys(problems).sort(), ['CLIENT_ID', 'COGNITO_USER_POOL_ID', 'PORT', 'SECRET_KEY'])
})

test('random keys of every usual form are strong enough', () => {
  for (let i = 0; i < 200; i++) {
    for (const form of ['hex', 'base64', 'base64url'] as const) {
      assert.deepEqual(problemsOf({ SECRET_KEY: randomBytes(24).toString(form) }), {})
    }
  }
})
