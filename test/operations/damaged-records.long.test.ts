import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { after, before, describe, test } from 'node:test'
import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { damageOneOfEach, first, searchTextDamages } from '../failures/damages.ts'
import { signIn, signUp, startApp } from '../support/app.ts'
import { close, listen } from '../support/aws.ts'
import { awsStorage, startAwsApp } from '../support/aws-app.ts'
import { runCli } from '../support/cli.ts'
import { damageReceipt, withDatabase, withTables } from '../support/damage.ts'
import { temporaryFolder } from '../support/data-folder.ts'
import { type Person, personWithEverything, YEAR } from '../support/everything.ts'
import { createPageToolsHere } from '../support/page-tools.ts'
import { createScriptedReader, get, uploaded } from '../support/receipts.ts'

const NO_JSON = '{"merchant": "KED'

/** More than the failures in a row after which a target counts as unreachable. */
const MANY = 9

interface Finding {
  topic: string
  severity: string
  message: string
  fix?: string
}

const overrides = () => ({ reader: createScriptedReader().reader, tools: createPageToolsHere() })

/** The names of a person's damaged records in reports, in the order of their kinds. */
const namesOf = ({ receipt, statement, client, idempotencyKey }: Person) => ({
  documents: [
    `receipt ${receipt.id}`,
    `answers about recurring payments ${YEAR}`,
    'decisions for a merchant',
    `lines entered in e-Filing ${YEAR}`,
    `statement ${YEAR}#${statement.id}`,
    `taxpayer facts ${YEAR}`,
  ],
  temporary: [`session ${client.claims.origin_jti}`, `idempotency key ${idempotencyKey}`],
})

async function findingsOf(env: Record<string, string>, ...args: string[]) {
  const { stdout, stderr, code } = await runCli('doctor', ['--json', ...args], env)
  assert.equal(stderr, '')
  const findings: Finding[] = JSON.parse(stdout).findings
  return { code, found: findings.filter(({ topic }) => topic.startsWith('records')) }
}

/** Each of these is named by exactly one finding or line, which has a fix. */
function assertNamed(lines: string[], names: string[]) {
  for (const name of names) {
    const naming = lines.filter((line) => line.includes(name))
    assert.equal(naming.length, 1, `${name} in\n${lines.join('\n')}`)
    assert.match(String(naming[0]), /cannot be read.*; (its owner|none is needed|npm run)/)
  }
}

const linesOf = (findings: Finding[]) => findings.map(({ message, fix }) => `${message}; ${fix}`)

describe('one damaged record of each kind in a data folder', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>
  let env: Record<string, string>
  let ana: Person
  let ben: Person
  let damagedIds: string[]
  let last: string
  let cleo: string
  before(async () => {
    folder = await temporaryFolder()
    env = { DATA_DIR: folder.in('data') }
    const app = await startApp({ dataDir: folder.in('data'), overrides: overrides() })
    ana = await personWithEverything(app)
    ben = await personWithEverything(app)
    damagedIds = []
    for (let made = 0; made < MANY; made++) damagedIds.push((await uploaded(ana.client)).id)
    last = (await uploaded(ana.client)).id
    cleo = (await signUp(app, 'cleo@example.org')).sub
    const gone = await signIn(app, 'cleo@example.org')
    await gone.fetch('/auth/logout', { method: 'POST' })
    await app.close()
    await damageOneOfEach(app, ana)
    for (const id of damagedIds) await damageReceipt(app, id, { detail: () => NO_JSON })
    withDatabase(app, (db) => {
      db.exec(`UPDATE accounts SET password_hash = 'scrypt$' WHERE email = 'cleo@example.org'`)
      const fromCleo = `FROM accounts WHERE email = 'cleo@example.org'`
      db.exec(`INSERT INTO authenticator_apps SELECT id, '{', '2026-01-01', 0 ${fromCleo}`)
      db.exec(`INSERT INTO recovery_codes SELECT id, '{' ${fromCleo}`)
      db.exec(`INSERT INTO passkeys SELECT 'key', id, '{', 0, '{', 'Key', '2026-01-01', NULL ${fromCleo}`)
      const one = '(SELECT token_jti, logout_time FROM revoked_tokens LIMIT 1)'
      db.exec(`UPDATE revoked_tokens SET logout_time = 'yesterday' WHERE (token_jti, logout_time) = ${one}`)
      db.exec(`UPDATE provider_records SET payload = '{' WHERE id = (SELECT min(id) FROM provider_records)`)
    })
  })
  after(() => folder[Symbol.asyncDispose]())

  test('the doctor lists each with its fix', async () => {
    const { code, found } = await findingsOf(env)
    assert.equal(code, 1)
    const { documents, temporary } = namesOf(ana)
    const lines = linesOf(found)
    assertNamed(lines, [...documents, ...damagedIds.map((id) => `receipt ${id}`), ...temporary])
    assertNamed(lines, ['account ', 'revoked token ', 'record of the sign-in service '])
    assertNamed(lines, ['authenticator app ', `recovery code ${cleo}`, 'passkey '])
    assert.equal(found.length, documents.length + MANY + temporary.length + 6, lines.join('\n'))
    const severities = Map.groupBy(found, ({ severity }) => severity)
    // What a person entered or uploaded: 1 + MANY receipts, facts, a statement, an account, and what it is signed in to with.
    assert.equal(severities.get('error')?.length, 1 + MANY + 6)
    assert.ok(lines.every((line) => !/kedai/i.test(line)))
  })

  test('a backup has everything else and their files, names them and fails; its restore names them and works', async () => {
    const file = folder.in('damaged.backup')
    const saved = await runCli('backup', [file], env)
    assert.deepEqual([saved.code, saved.stderr], [1, ''])
    const restored = folder.in('restored')
    const { code, stdout, stderr } = await runCli('restore', [file], { DATA_DIR: restored })
    assert.deepEqual([code, stderr], [0, ''])
    // Two people's receipts, statements, and what else Ana has uploaded.
    const counted = `${4 + MANY + 1} receipts with ${6 + MANY + 1} files`
    for (const output of [saved.stdout, stdout]) {
      assert.ok(output.includes(counted), output)
      assertNamed(output.split('\n'), namesOf(ana).documents)
      assertNamed(
        output.split('\n'),
        damagedIds.map((id) => `receipt ${id}`),
      )
    }

    const app = await startApp({ dataDir: restored, overrides: overrides() })
    try {
      const client = await signIn(app, ana.email)
      const { receipts } = await get(client, '/receipts')
      assert.deepEqual(
        receipts.map(({ id }) => id),
        [last, ...damagedIds.toReversed(), ana.other.id, ana.receipt.id],
      )
      const bytesOf = async (path: string) => Buffer.from(await (await client.fetch(path)).arrayBuffer())
      assert.deepEqual(await bytesOf(`/receipts/${ana.receipt.id}/file`), ana.originals.receipt)
      const path = `/tax-years/${YEAR}/taxpayer/statements/${ana.statement.id}/file`
      assert.deepEqual(await bytesOf(path), ana.originals.statement)
      const bens = await signIn(app, ben.email)
      assert.deepEqual(await get(bens, `/receipts/${ben.receipt.id}`), ben.receipt)
    } finally {
      await app.close()
    }
  })

  test('a move copies everything else, and lists them with their fixes', async () => {
    const app = await startAwsApp({ overrides: overrides() })
    try {
      const [anaThere, benThere] = [
        await signUp(app, 'ana@example.com'),
        await signUp(app, 'ben@example.com'),
      ]
      const mapping = folder.in('mapping.csv')
      await writeFile(mapping, `${ana.email},${anaThere.sub}\n${ben.email},${benThere.sub}\n`)
      const there = { ...app.env, ...env, ...endpoints() }
      for (const args of [['--check'], []]) {
        const { code, stdout, stderr } = await runCli(
          'move',
          ['--to', 'aws', '--users', mapping, ...args],
          there,
        )
        assert.deepEqual([code, stderr], [1, ''], stderr)
        const lines = stdout.split('\n')
        assertNamed(lines, [...namesOf(ana).documents, ...damagedIds.map((id) => `receipt ${id}`)])
        assert.match(stdout, /2 receipts with 2 files \(.*\) (to copy|copied), 0 there already\n.*1 other/)
      }
      const { receipts } = await get(anaThere, '/receipts')
      assert.deepEqual(
        receipts.map(({ id }) => id),
        [last, ana.other.id],
      )
      assert.equal((await get(benThere, '/receipts')).receipts.length, 2)
    } finally {
      await app.close()
    }
  })

  test('a reread leaves damaged receipts as they are and lists them', async () => {
    const { code, stdout } = await runCli('reread', [], env)
    assert.equal(code, 1)
    assert.match(stdout, new RegExp(`${1 + MANY} damaged, left unchanged`))
    for (const id of [ana.receipt.id, ...damagedIds]) assert.ok(stdout.includes(id))
    assert.match(stdout, new RegExp(`${4 + MANY + 1} receipts checked`))
  })
})

const endpoints = () => ({
  AWS_ENDPOINT_URL_DYNAMODB: process.env.AWS_ENDPOINT_URL_DYNAMODB ?? '',
  AWS_ENDPOINT_URL_S3: process.env.AWS_ENDPOINT_URL_S3 ?? '',
})

test('the doctor lists damaged records in the tables where it is asked to read them all', async () => {
  const app = await startAwsApp({ overrides: overrides() })
  try {
    const [ana] = [await personWithEverything(app), await personWithEverything(app)]
    await damageOneOfEach(app, ana)
    await first(searchTextDamages)(app, ana)
    await withTables(app, async (client, tables) => {
      const revoked = { token_jti: 'a-token', logout_time: 'yesterday', expires_at: 'tomorrow' }
      const marker = { user_id: '#system', item: 'format#', f: 'first' }
      await client.send(new PutCommand({ TableName: tables.revokedTokens, Item: revoked }))
      await client.send(new PutCommand({ TableName: tables.taxpayers, Item: marker }))
    })
    const env = { ...app.env, ...endpoints() }
    const tables = ({ topic }: Finding) => topic === 'records in the tables'
    assert.deepEqual((await findingsOf(env)).found.filter(tables), [])
    const { code, found } = await findingsOf(env, '--records')
    assert.equal(code, 1)
    const lines = linesOf(found.filter(tables))
    const { documents, temporary } = namesOf(ana)
    const names = [`text for searching ${ana.receipt.id}`, 'revoked token a-token', 'format marker']
    assertNamed(lines, [...documents, ...temporary, ...names])
    assert.equal(lines.length, documents.length + temporary.length + names.length, lines.join('\n'))
  } finally {
    await app.close()
  }
})

test('where reading the tables is not allowed, the doctor says which permission it needs', async () => {
  const server = createServer((_, response) => {
    const body = { __type: 'com.amazon.coral.service#AccessDeniedException', Message: 'not authorized' }
    response.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' }).end(JSON.stringify(body))
  })
  const endpoint = await listen(server)
  const tables = { receipts: 'receipts', revokedTokens: 'revoked', taxpayers: 'taxpayers' }
  try {
    const { found } = await findingsOf(
      {
        ...awsStorage(tables, 'a-bucket'),
        READER: 'textract',
        AWS_ENDPOINT_URL_DYNAMODB: endpoint,
        AWS_ENDPOINT_URL_S3: endpoint,
        AWS_ENDPOINT_URL_TEXTRACT: endpoint,
      },
      '--records',
    )
    const [refused] = found.filter(({ topic }) => topic === 'records in the tables')
    assert.equal(refused?.severity, 'warning')
    assert.match(refused?.fix ?? '', /allow dynamodb:Scan/)
  } finally {
    await close(server)
  }
})
