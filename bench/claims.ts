/**
 * Part of npm run bench: how long the claim of a year with 5,000 receipts takes on SQLite, and what it reads of
 * DynamoDB, where the same person has another year and another person as many receipts.
 */
import { v7 as uuidv7 } from 'uuid'
import { openDynamo } from '../server/adapters/dynamodb/database.ts'
import { createReceiptStore as createDynamoStore } from '../server/adapters/dynamodb/receipt-store.ts'
import { loadLaw } from '../server/claims/load-law.ts'
import { createRowParser } from '../server/claims/rows.ts'
import { receiptsOf } from '../server/claims/spend.ts'
import { newReceipt, type Receipt } from '../server/receipts/model.ts'
import type { ReceiptStore } from '../server/receipts/ports.ts'
import { signUp, startApp } from '../test/support/app.ts'
import { REGION } from '../test/support/aws.ts'
import { startDynamo } from '../test/support/dynamo.ts'
import { metered } from './aws-cost/meter.ts'

const RECEIPTS = 5_000
const ELSEWHERE = 1_000
const ROUNDS = 30
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

/** Through HTTP, as a client sees it. */
async function local() {
  const app = await startApp()
  const { sub, fetch } = await signUp(app, 'bench@example.org')
  await fill(app.services.receipts.store, sub, YEAR, RECEIPTS)
  const path = `/tax-years/${YEAR}/claims`
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const begun = performance.now()
    const response = await fetch(path)
    await response.arrayBuffer()
    times.push(performance.now() - begun)
  }
  await app.close()
  times.sort((a, b) => a - b)
  const median = times[ROUNDS / 2] ?? 0
  const p95 = times[Math.floor(ROUNDS * 0.95)] ?? 0
  console.log(
    `GET ${path} over ${RECEIPTS} receipts: median ${median.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`,
  )
  verdict(`a claim of ${RECEIPTS} receipts under ${MOST_MS} ms`, median < MOST_MS)
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
  const { rows } = await receiptsOf(
    { store: createDynamoStore(meter.dynamo), parse: createRowParser() },
    'ana',
    YEAR,
  )
  if (rows.length !== ELSEWHERE || !law.year(YEAR)) throw new Error(`${rows.length} receipts were found`)
  return meter.spent().reads
}

function verdict(what: string, isKept: boolean) {
  console.log(`${isKept ? 'kept' : 'NOT KEPT'}: ${what}`)
  if (!isKept) process.exitCode = 1
}
