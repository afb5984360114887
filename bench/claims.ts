/**
 * Part of npm run bench: how long the claim of a year with 5,000 receipts takes on SQLite, and what it reads of
 * DynamoDB, where the same person has another year and another person as many receipts.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { openDynamo } from '../server/adapters/dynamodb/database.ts'
import { createReceiptStore as createDynamoStore } from '../server/adapters/dynamodb/receipt-store.ts'
import { openDatabase } from '../server/adapters/sqlite/database.ts'
import { createReceiptStore } from '../server/adapters/sqlite/receipt-store.ts'
import { receiptsOf } from '../server/claims/spend.ts'
import { createYearRows } from '../server/claims/year-rows.ts'
import { ignoreClosedPipes } from '../server/cli/closed-pipes.ts'
import { newReceipt, type Receipt } from '../server/receipts/model.ts'
import type { ReceiptStore } from '../server/receipts/ports.ts'
import { loadLaw } from '../server/services/law.ts'
import { freePort, signUp } from '../test/support/app.ts'
import { REGION } from '../test/support/aws.ts'
import { startDynamo } from '../test/support/dynamo.ts'
import { metered } from './aws-cost/meter.ts'

ignoreClosedPipes()

const RECEIPTS = 5_000
const ELSEWHERE = 1_000
const ROUNDS = 50
const MOST_MS = 30
const YEAR = 2025

const law = await loadLaw()
const reliefs = ['lifestyle-books', 'lifestyle-devices', 'medical-dental', 'sports-equipment', null]

function receiptOf(userId: string, year: number, number: number): Receipt {
  const month = String(1 + (number % 12)).padStart(2, '0')
  const relief = reliefs[number % reliefs.length] ?? null
  const part = { relief, sen: 1_000 + number, person: null, year: null, otherYears: false }
  return {
    ...newReceipt(uuidv7(), userId, new Date()),
    status: number % 10 === 0 ? 'needs_review' : 'confirmed',
    merchant: `KEDAI SERBANEKA NOMBOR ${number}`,
    date: `${year}-${month}-${String(1 + (number % 28)).padStart(2, '0')}`,
    totalSen: 1_000 + number,
    allocations: number % 10 === 0 ? [] : [part],
  }
}

async function fill(store: ReceiptStore, userId: string, year: number, count: number) {
  for (let number = 0; number < count; number++) await store.create(receiptOf(userId, year, number))
}

await local()
await dynamo()

/** Through HTTP, as a client sees it: the server is a process of its own. */
async function local() {
  const dataDir = await mkdtemp(join(tmpdir(), 'bench-claims-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const server = spawn(process.execPath, ['bin/tax-tracker.js', 'serve'], {
    cwd: new URL('..', import.meta.url),
    env: {
      PATH: process.env.PATH,
      PORT: String(port),
      PUBLIC_URL: url,
      DATA_DIR: dataDir,
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(server.stdout, 'data')
  const { sub, token } = await signUp({ url, socket: new URL(url) }, 'bench@example.org')
  const db = openDatabase(join(dataDir, 'tracker.db'))
  await fill(createReceiptStore(db), sub, YEAR, RECEIPTS)
  db.close()
  const path = `/tax-years/${YEAR}/claims`
  const authorization = `Bearer ${token}`
  const headers = { authorization, 'content-type': 'application/json', 'if-match': '*' }
  const timed = async () => {
    const begun = performance.now()
    const response = await fetch(url + path, { headers: { authorization } })
    await response.arrayBuffer()
    return performance.now() - begun
  }
  const first = await timed()
  const changed: number[] = []
  const unchanged: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const body = JSON.stringify({ income: { employment: 1_000_000 + round } })
    await fetch(`${url}/tax-years/${YEAR}/taxpayer`, { method: 'PUT', headers, body })
    changed.push(await timed())
    unchanged.push(await timed())
  }
  server.kill('SIGTERM')
  await once(server, 'exit')
  await rm(dataDir, { recursive: true })
  console.log(`GET ${path} over ${RECEIPTS} receipts: the first ${first.toFixed(1)} ms,`)
  console.log(`  after a change ${spread(changed)}, unchanged ${spread(unchanged)}`)
  verdict(`a claim of ${RECEIPTS} receipts under ${MOST_MS} ms`, medianOf(unchanged) < MOST_MS)
}

function medianOf(times: number[]) {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
}

function spread(times: number[]) {
  const p95 = times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0
  return `${medianOf(times).toFixed(1)} ms (median; p95 ${p95.toFixed(1)})`
}

async function dynamo() {
  const engine = await startDynamo()
  const tables = await engine.createTables()
  const plain = openDynamo({ region: REGION, tables })
  await fill(createDynamoStore(plain), 'ana', YEAR, ELSEWHERE)
  const meter = metered(plain, { asksEngine: false })
  const alone = await readBy(meter)
  await fill(createDynamoStore(plain), 'ana', YEAR - 1, ELSEWHERE)
  await fill(createDynamoStore(plain), 'ben', YEAR, ELSEWHERE)
  const crowded = await readBy(meter)
  plain.close()
  await engine.dropTables(tables)
  await engine.close()
  console.log(
    `DynamoDB: the claim of a year of ${ELSEWHERE} receipts reads ${alone} units in a table of its own,`,
  )
  console.log(`${crowded} beside ${ELSEWHERE} receipts of another year and ${ELSEWHERE} of another person`)
  verdict('only that person’s year is read', alone === crowded)
}

async function readBy(meter: ReturnType<typeof metered>) {
  meter.spent()
  const store = createDynamoStore(meter.dynamo)
  const { rows } = await receiptsOf({ store, rowsOfYear: createYearRows(store) }, 'ana', YEAR)
  if (rows.length !== ELSEWHERE || !law.year(YEAR)) throw new Error(`${rows.length} receipts were found`)
  return meter.spent().reads
}

function verdict(what: string, isKept: boolean) {
  console.log(`${isKept ? 'kept' : 'NOT KEPT'}: ${what}`)
  if (!isKept) process.exitCode = 1
}
