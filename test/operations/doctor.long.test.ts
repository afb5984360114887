import assert from 'node:assert/strict'
import { chmod, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { DatabaseSync } from 'node:sqlite'
import { after, before, describe, test } from 'node:test'
import { awsEnvironment } from '../support/aws.ts'
import { runCli } from '../support/cli.ts'
import { hashesOf, type Made, makeData, temporaryFolder } from '../support/data-folder.ts'
import { startTextract } from '../support/textract.ts'

interface Found {
  topic: string
  severity: 'ok' | 'warning' | 'error'
  message: string
  fix?: string
}

const SECRET_KEY = 'k9Qz4Lw7Xb2Nf8Rt5Vj1Hc6Md3Pg0Ys_-Ae'

let folder: Awaited<ReturnType<typeof temporaryFolder>>
let made: Made
let textract: Awaited<ReturnType<typeof startTextract>>
before(async () => {
  // Most tests here are about something else than reading, which takes a second.
  textract = await startTextract()
  textract.trouble.push(...Array(50).fill('UnsupportedDocumentException'))
  folder = await temporaryFolder()
  made = await makeData(folder.in('data'))
})
after(async () => {
  await textract.close()
  await made.app.close()
  await folder[Symbol.asyncDispose]()
})

/** A reader that answers at once. */
const quick = () => ({
  ...awsEnvironment(),
  READER: 'textract',
  AWS_ENDPOINT_URL_TEXTRACT: textract.endpoint,
})

/** How much room there is on the disk of whoever runs the tests. */
const isRoom = ({ message }: Found) => /^[\d.]+ GB free on the disk$/.test(message)

/** The doctor in a folder of its own, so that no .env but the test's counts. */
async function doctor(options: { env?: Record<string, string>; envFile?: string; dataDir?: string } = {}) {
  await using place = await temporaryFolder()
  if (options.envFile !== undefined) await writeFile(place.in('.env'), options.envFile, { mode: 0o600 })
  const env = { ...quick(), DATA_DIR: options.dataDir ?? place.in('data'), ...options.env }
  const { code, stdout, stderr } = await runCli('doctor', ['--json'], env, place.path)
  assert.equal(stderr, '')
  const report = JSON.parse(stdout)
  const findings: Found[] = report.findings
  for (const { severity, fix, message } of findings)
    assert.equal(fix === undefined, severity === 'ok', message)
  const of = (topic: string, severity: Found['severity']) =>
    findings.filter((finding) => finding.topic === topic && finding.severity === severity)
  const wrong = findings.filter((finding) => finding.severity !== 'ok' && !isRoom(finding))
  return { code, report, stdout, of, wrong }
}

describe('a local installation', () => {
  test('that never ran is fine, and looking at it makes nothing', async () => {
    await using place = await temporaryFolder()
    const dataDir = place.in('data')
    const { code, report, wrong } = await doctor({ dataDir, env: { READER: 'local' } })
    assert.equal(code, 0, JSON.stringify(report, null, 1))
    assert.deepEqual(report.shape, { identity: 'local', storage: 'local', reader: 'local' })
    assert.deepEqual(wrong, [])
    assert.equal(report.findings.filter(isRoom).length, 1)
    const topics = new Set(report.findings.map(({ topic }: Found) => topic))
    for (const topic of [
      'variables',
      'configuration',
      'keys',
      'data folder',
      'database',
      'files',
      'reader',
    ]) {
      assert.ok(topics.has(topic), topic)
    }
    assert.match(JSON.stringify(report.findings), /the models load, and a picture of one word was read/)
    assert.deepEqual(await hashesOf(place.path), {})
  })

  test('that runs is fine, and stays as it is', async () => {
    const names = ['tracker.db', 'keys/secret-key']
    const before = await Promise.all(names.map((name) => readFile(folder.in('data', name))))
    const { code, of, wrong } = await doctor({ dataDir: folder.in('data') })
    assert.deepEqual(wrong, [])
    assert.equal(code, 0)
    assert.ok(of('data folder', 'ok').some(({ message }) => message === 'a server is running on it'))
    assert.match(of('database', 'ok')[0]?.message ?? '', /intact \(quick_check\), schema \d+$/)
    assert.equal(of('files', 'ok')[0]?.message, 'all 4 originals are there')
    assert.deepEqual(await Promise.all(names.map((name) => readFile(folder.in('data', name)))), before)
  })

  test('says for a person what it says for machines', async () => {
    const { stdout, code } = await runCli('doctor', [], {
      ...quick(),
      DATA_DIR: folder.in('data'),
      PORT: '80x',
    })
    assert.equal(code, 1)
    assert.match(stdout, /ERROR {4}PORT must be a whole number.*\n\s+-> set PORT in the shell or in \.env/)
    assert.match(stdout, /\d+ ok, [01] warning, 1 error\n$/)
  })
})

describe('what is wrong with the data is found, with a fix', () => {
  /** Stopped data of its own. */
  async function withData(
    use: (place: Awaited<ReturnType<typeof temporaryFolder>>, made: Made) => Promise<void>,
  ) {
    await using place = await temporaryFolder()
    const data = await makeData(place.in('data'))
    await data.app.close()
    await use(place, data)
  }

  test('readable by others, a damaged and a missing key, files that are gone or cut', () =>
    withData(async (place, { receipts, ana }) => {
      const dataDir = place.in('data')
      await chmod(dataDir, 0o755)
      await chmod(place.in('data', 'keys', 'secret-key'), 0o644)
      await writeFile(place.in('data', 'keys', 'id-token-key.json'), '{"kty":"RSA"')
      await rm(place.in('data', 'keys', 'client-secret'))
      const original = (i: 0 | 1) =>
        place.in('data', 'files', ana.sub, receipts[i].id, receipts[i].files[0].id)
      await rm(original(0))
      await truncate(original(1), 10)

      const { code, of } = await doctor({ dataDir })
      assert.equal(code, 1)
      assert.equal(of('data folder', 'warning')[0]?.fix, `chmod 700 ${dataDir}`)
      const [damaged] = of('keys', 'error')
      assert.match(damaged?.message ?? '', /id-token-key\.json is damaged/)
      const warnings = of('keys', 'warning').map(({ message, fix }) => `${message}: ${fix}`)
      assert.match(warnings.join('\n'), /secret-key: chmod 600 /)
      assert.match(warnings.join('\n'), /missing in .*: client-secret/)
      assert.match(of('files', 'error')[0]?.message ?? '', /^2 of 4 originals are missing or truncated/)
      assert.equal(of('data folder', 'ok').at(-1)?.message, 'no server is running on it')
    }))

  test('a damaged database', () =>
    withData(async (place) => {
      const path = place.in('data', 'tracker.db')
      const bytes = await readFile(path)
      bytes.fill(0x5a, 4096, 4096 * 4)
      await writeFile(path, bytes)
      const { code, of } = await doctor({ dataDir: place.in('data') })
      assert.equal(code, 1)
      assert.match(of('database', 'error')[0]?.fix ?? '', /npm run restore/)
    }))

  test('a database of a newer release', () =>
    withData(async (place) => {
      const db = new DatabaseSync(place.in('data', 'tracker.db'))
      db.exec('PRAGMA user_version = 999')
      db.close()
      const { code, of } = await doctor({ dataDir: place.in('data') })
      assert.equal(code, 1)
      assert.match(of('database', 'error')[0]?.message ?? '', /schema 999/)
    }))

  test('a folder that cannot be made, or is a file', async () => {
    await using place = await temporaryFolder()
    await writeFile(place.in('file'), '')
    const below = await doctor({ dataDir: place.in('file', 'data') })
    assert.equal(below.code, 1)
    assert.match(below.of('data folder', 'error')[0]?.fix ?? '', /DATA_DIR/)
    const itself = await doctor({ dataDir: place.in('file') })
    assert.match(itself.of('data folder', 'error')[0]?.message ?? '', /is not a folder/)
  })
})

describe('variables', () => {
  test('it says which come from where, and which are hidden; secrets are masked', async () => {
    const other = 'Zq8Xw3Lm6Tk1Vb9Rn4Hs7Jd2Fg5Pc0Ya-_Ue'
    const { report, of, stdout, code } = await doctor({
      env: { PORT: '9001', SECRET_KEY, HOST: '  ' },
      envFile: `PORT=9000\nSECRET_KEY=${other}\nLOG_LEVEL=warn\nHOST=127.0.0.1\n`,
    })
    assert.equal(code, 0)
    const named = (name: string) => report.variables.find((v: { name: string }) => v.name === name)
    assert.deepEqual(named('PORT'), { name: 'PORT', from: 'shell', value: '9001', hidden: '9000' })
    assert.deepEqual(named('LOG_LEVEL'), { name: 'LOG_LEVEL', from: '.env', value: 'warn' })
    assert.deepEqual(named('HOST'), { name: 'HOST', from: '.env', value: '127.0.0.1' })
    assert.equal(named('SECRET_KEY').value, `(secret, ${SECRET_KEY.length} characters)`)
    const hiding = of('variables', 'warning').map(({ message }) => message)
    assert.equal(hiding.length, 2)
    assert.match(hiding.join('\n'), /PORT=9001 in the shell overrides 9000 in \.env/)
    assert.ok(!stdout.includes(SECRET_KEY) && !stdout.includes(other))
  })

  test('it names what the server does not know, credentials where the SDK does not look, and what cannot work', async () => {
    const envFile = 'S3_BUCKET_NAM=x\nAWS_ACCESS_KEY_ID=AKIAEXAMPLE\nTHEME=dark\n'
    const env = { HOST: '0.0.0.0', PUBLIC_URL: 'http://localhost:8000' }
    const { of, stdout } = await doctor({ envFile, env })
    const found = of('variables', 'warning').map(({ message, fix }) => `${message}: ${fix}`)
    assert.equal(found.length, 3)
    assert.match(found.join('\n'), /^S3_BUCKET_NAM in .*: rename it to S3_BUCKET_NAME$/m)
    assert.match(found.join('\n'), /^AWS_ACCESS_KEY_ID is in .*: export AWS_ACCESS_KEY_ID in the shell/m)
    assert.match(found.join('\n'), /^THEME in .*: remove its line from \.env$/m)
    assert.ok(!stdout.includes('AKIAEXAMPLE'))
    const [network] = of('network', 'warning')
    assert.match(network?.message ?? '', /signing in leads them to http:\/\/localhost:8000/)
    assert.match(network?.fix ?? '', /set PUBLIC_URL to the address they use: http:/)
  })

  test('half a configuration is broken, with every variable that is missing', async () => {
    const { code, report, of } = await doctor({ env: { S3_BUCKET_NAME: 'my-tax-receipts' } })
    assert.equal(code, 1)
    assert.equal(report.shape, null)
    const said = of('configuration', 'error').map((finding) => finding.message)
    for (const name of ['CLIENT_ID', 'COGNITO_REGION', 'COGNITO_USER_POOL_ID', 'SECRET_KEY']) {
      assert.ok(
        said.some((text) => text.startsWith(`${name} is missing`)),
        name,
      )
    }
  })

  test('the issuer in place of the Hosted UI domain is named as what it is', async () => {
    const { code, of } = await doctor({
      env: {
        COGNITO_HOSTED_UI_DOMAIN: 'https://cognito-idp.ap-southeast-5.amazonaws.com/ap-southeast-5_AbCdEf123',
      },
    })
    assert.equal(code, 1)
    const said = of('configuration', 'error')
      .map((finding) => finding.message)
      .join('\n')
    assert.match(said, /COGNITO_HOSTED_UI_DOMAIN is the pool's issuer; .*Branding, Domain/)
  })
})
