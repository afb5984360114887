// What each operation costs in DynamoDB's read and write units: npm run bench:aws-cost
// Computed from the sizes of the items and index entries it touches, on a dynalite; with AWS_ENDPOINT_URL_DYNAMODB
// set (DynamoDB Local), also compared with what that engine says it took. Exit status 1: a limit is not kept.

import { randomUUID } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import { openDynamo } from '../server/adapters/dynamodb/database.ts'
import { createRevokedTokens } from '../server/adapters/dynamodb/revoked-tokens.ts'
import { loadLaw } from '../server/claims/load-law.ts'
import { systemClock } from '../server/clock.ts'
import { createRevocations } from '../server/identity/revocations.ts'
import { newReceipt } from '../server/receipts/model.ts'
import { queryWords } from '../server/receipts/search.ts'
import { REGION } from '../test/support/aws.ts'
import { startDynamo } from '../test/support/dynamo.ts'
import { type Cost, metered } from './aws-cost/meter.ts'
import { incoming, openRooms } from './aws-cost/rooms.ts'

const OTHERS = 100
const MINE = 52
const SIZES = [100, 10_000, 1_000_000]

const asksEngine = Boolean(process.env.AWS_ENDPOINT_URL_DYNAMODB)
const engine = await startDynamo()
const tables = await engine.createTables()
const plain = openDynamo({ region: REGION, tables })
const meter = metered(plain, { asksEngine })
const law = await loadLaw()
const rooms = openRooms(meter.dynamo, law)
const { intake, review, store, work } = rooms
const user = randomUUID()

/** The first hundred receipts of the table are other people's. */
for (let i = 0; i < OTHERS; i++) {
  await openRooms(plain, law).store.create({
    ...newReceipt(uuidv7(), randomUUID(), new Date()),
    merchant: `KEDAI ${i}`,
    date: '2026-03-14',
    totalSen: i,
  })
}

const costs: [name: string, cost: Cost][] = []
async function measure<T>(name: string, operation: () => Promise<T>): Promise<T> {
  meter.spent()
  const result = await operation()
  costs.push([name, meter.spent()])
  return result
}

const upload = async () => (await intake.upload(user, incoming(), { key: randomUUID(), wait: true })).receipt
const target = (receipt: { id: string; version: number }) => ({ userId: user, ...receipt })

const read = await measure('upload, with its reading', upload)
if (read.status !== 'needs_review') throw new Error(`the receipt was not read: ${read.status}`)
const corrected = await measure('correct a name', () =>
  review.correct(target(read), { merchant: 'KEDAI BUKU MAJU' }),
)
const confirmed = await measure('confirm', () => review.confirm(target(corrected)))
await measure('correct a total (moves a look-up key)', () =>
  review.correct(target(confirmed), { totalSen: 10_000 }),
)
await measure('get one', () => review.find(user, read.id))
const trashed = await measure('into the trash', async () =>
  review.trash(target(await review.find(user, read.id))),
)
await measure('out of the trash', () => review.restore(target(trashed)))

for (let i = 1; i < MINE; i++) await upload()
const list = (view: Parameters<typeof store.list>[1]['view'], words: string[] = []) =>
  store.list(user, { view, words, limit: 50 })
const page = await measure('a page of 50', () => list({ kind: 'all' }))
await measure('a page of 50 of a year', () => list({ kind: 'year', year: 2026 }))
await measure(`a search through ${MINE}, 50 found`, () => list({ kind: 'all' }, queryWords('physics')))
await measure(`a search through ${MINE}, none found`, () => list({ kind: 'all' }, queryWords('nasi')))
await measure('look for work', () => store.due(new Date(), 8))

const revocations = createRevocations(createRevokedTokens(meter.dynamo), systemClock, 30)
const token = {
  id: randomUUID(),
  sub: user,
  sessionId: randomUUID(),
  issuedAt: new Date(),
  expiresAt: new Date(),
}
await measure('a token check', () =>
  revocations.isRevoked(token as Parameters<typeof revocations.isRevoked>[0]),
)
await measure('a logout', () =>
  revocations.endToken(token as Parameters<typeof revocations.endToken>[0], true),
)
await work.stop()

const of = (name: string) => costs.find(([known]) => known === name)?.[1] ?? fail(name)
const sum = (...names: string[]) => names.map(of).reduce((all, { writes }) => all + writes, 0)
const rowBytes = page.rows.reduce((all, row) => all + Buffer.byteLength(row), 0) / page.rows.length

print()
await engine.dropTables(tables)
plain.close()
await engine.close()

function print() {
  const line = (cells: (string | number)[]) =>
    console.log(
      cells.map((cell, i) => String(cell)[i === 0 ? 'padEnd' : 'padStart'](i === 0 ? 40 : 9)).join(' '),
    )
  console.log(`Units by receipts in the table; ${SIZES[0]}: computed from the items touched`)
  console.log(
    `(measured with ${OTHERS} receipts of others), beyond: the same requests, none of which grows with it.\n`,
  )
  const engineHead = asksEngine ? ['engine R', 'engine W'] : []
  line(['', ...SIZES.map((size) => `${size}`), 'requests', ...engineHead])
  for (const [name, cost] of costs) {
    const grows = cost.growing.length > 0
    const cells = SIZES.map((size) => (grows && size > OTHERS ? 'grows' : `${cost.reads}r ${cost.writes}w`))
    line([name, ...cells, cost.requests, ...(cost.engine ? [cost.engine.reads, cost.engine.writes] : [])])
    for (const request of cost.growing) console.log(`    grows: ${request}`)
  }
  const life = sum('upload, with its reading', 'confirm')
  const pages = Math.ceil(5_000 / 100)
  const yearOf5000 = (pages * Math.ceil((101 * (rowBytes + 160)) / 4096)) / 2
  console.log(
    `\nwrite units by table and index, of an upload: ${JSON.stringify(of('upload, with its reading').parts)}`,
  )
  console.log(`a row of a list: ${Math.round(rowBytes)} bytes and its keys`)
  console.log(`a year of 5,000 receipts, in pages of 100: ${yearOf5000} read units`)
  console.log(`a receipt’s life (upload, reading, confirmation): ${life} write units`)
  limit('the same with a name corrected', life + sum('correct a name'), 20, 'write units')
  limit('a page of 50', of('a page of 50').reads, 4, 'read units')
  limit('a token check', of('a token check').reads, 3, 'read units')
  if (costs.some(([, cost]) => cost.growing.length > 0)) process.exitCode = 1
  for (const [name, { engine, reads, writes }] of costs) {
    if (engine && (engine.reads > reads || engine.writes > writes)) {
      console.log(`${name}: the engine took more than computed`)
      process.exitCode = 1
    }
  }
}

function limit(name: string, cost: number, most: number, unit: string) {
  console.log(`${cost <= most ? 'kept' : 'NOT KEPT'}: ${name}: ${cost} ${unit}, at most ${most}`)
  if (cost > most) process.exitCode = 1
}

function fail(name: string): never {
  throw new Error(`${name} was not measured`)
}
