import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { parseEnv } from 'node:util'
import { loadConfig } from '../../server/config/config.ts'
import { problemsOf } from '../config/problems-of.ts'
import { deploy, deployBoth, environmentOf, RESOURCES } from './cloudformation.ts'

const SECRETS = { CLIENT_SECRET: 'made-by-cognito', SECRET_KEY: 'q7Xv2LrTn9KcWb4JdPz8MhYs5GfA3Re6' }
const dotEnv = (parameters = {}) => String(deploy(RESOURCES, parameters).outputs.DotEnv)
/** Two lines stand there without a value. */
const filledIn = (text: string) =>
  `${text}\nCLIENT_SECRET=${SECRETS.CLIENT_SECRET}\nSECRET_KEY=${SECRETS.SECRET_KEY}`

describe('the printed .env', () => {
  test('is the whole configuration of a server in the cloud', () => {
    const config = loadConfig({}, filledIn(dotEnv()))
    assert.equal(config.publicUrl, 'http://localhost:8000')
    assert.equal(config.redirectUri, 'http://localhost:8000/auth/authorize')
    assert.equal(config.logoutUri, 'http://localhost:8000/')
    assert.deepEqual(config.identity, {
      kind: 'cognito',
      region: 'ap-southeast-5',
      userPoolId: 'ap-southeast-5_UserPool6BA7E5F2',
      hostedUi: 'https://my-tax-0a1b2c3d.auth.ap-southeast-5.amazoncognito.com',
      clientId: 'WebClient697086FD',
      clientSecret: SECRETS.CLIENT_SECRET,
      spaClientIds: ['SpaClientC5FF1318'],
      scopes: ['openid', 'email', 'profile', 'phone'],
      endpoint: undefined,
    })
    assert.deepEqual(config.storage, {
      kind: 'aws',
      region: 'ap-southeast-5',
      bucket: 'tax-tracker-files8e6940b8-1abc',
      objectLock: 'governance',
      tables: { receipts: 'receipts', revokedTokens: 'my-blacklist-token', taxpayers: 'taxpayers' },
    })
    assert.equal(config.reader.kind, 'textract')
  })

  test('has no secret, and says how each is had', () => {
    const text = dotEnv()
    const { CLIENT_SECRET, SECRET_KEY } = parseEnv(text)
    assert.deepEqual([CLIENT_SECRET, SECRET_KEY], ['', ''])
    const lines = text.split('\n')
    assert.match(lines[lines.indexOf('CLIENT_SECRET=') - 1] ?? '', /^# aws .*--client-id WebClient697086FD /)
    assert.match(lines[lines.indexOf('SECRET_KEY=') - 1] ?? '', /^# openssl rand/)
    assert.deepEqual(Object.keys(problemsOf({}, text)), ['SECRET_KEY'])
  })

  test('names the tables and the address that were asked for', () => {
    const text = dotEnv({ PublicUrl: 'https://tax.example.org', ReceiptTable: 'tax-receipts' })
    const config = loadConfig({}, filledIn(text))
    assert.equal(config.redirectUri, 'https://tax.example.org/auth/authorize')
    assert.equal(config.storage.kind === 'aws' && config.storage.tables.receipts, 'tax-receipts')
  })
})

test("the service's own environment is the same installation at its own address", () => {
  const { resources, service } = deployBoth()
  const config = loadConfig({ ...environmentOf(service), ...SECRETS })
  const printed = loadConfig({}, filledIn(String(resources.outputs.DotEnv)))
  assert.deepEqual(config.storage, printed.storage)
  assert.deepEqual(config.reader, printed.reader)
  assert.deepEqual({ ...config.identity, clientId: '' }, { ...printed.identity, clientId: '' })
  assert.equal(config.publicUrl, 'https://tax.example.org')
  assert.equal(config.redirectUri, 'https://tax.example.org/auth/authorize')
  assert.deepEqual(config.listen, { host: '0.0.0.0', port: 8000 })
})
