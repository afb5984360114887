// What each operation costs in DynamoDB's read and write units: npm run bench:aws-cost
// Computed from the sizes of the items and index entries it touches, because dynalite counts no index writes. With
// `-- --engine URL` (DynamoDB Local) on that engine, and compared with what it says it took. `--rows N` measures with
// N receipts of other people in the tables too: a million takes up to an hour and 8 GB of DynamoDB Local's memory.
// Exit status 1: a limit is not kept, or something grows with the table.

import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { openDynamo } from '../server/adapters/dynamodb/database.ts'
import { ignoreClosedPipes } from '../server/cli/closed-pipes.ts'
import { loadLaw } from '../server/services/law.ts'
import { LONG_RETRIES, REGION } from '../test/support/aws.ts'
import { startDynamo } from '../test/support/dynamo.ts'
import { metered } from './aws-cost/meter.ts'
import { measureOperations, measureSearch, measureYear, SEARCH_AGAIN } from './aws-cost/operations.ts'
import { createOthers } from './aws-cost/others.ts'
import { type Measured, report } from './aws-cost/report.ts'
import { incoming, openRooms } from './aws-cost/rooms.ts'
import { sizeOf } from './aws-cost/units.ts'

ignoreClosedPipes()

const YEAR_OF = 5_000
const SEARCHED = 3_000

const { values: options } = parseArgs({
  options: { engine: { type: 'string' }, rows: { type: 'string', multiple: true, default: [] } },
})
if (options.engine) process.env.AWS_ENDPOINT_URL_DYNAMODB = options.engine
const asksEngine = Boolean(process.env.AWS_ENDPOINT_URL_DYNAMODB)
const sizes = [100, 10_000, ...options.rows.map(Number)].sort((a, b) => a - b)

const engine = await startDynamo()
const tables = await engine.createTables()
const plain = openDynamo({ region: REGION, tables, retryPolicy: LONG_RETRIES })
const meter = metered(plain, { asksEngine })
const rooms = openRooms(meter.dynamo, await loadLaw())
try {
  await run()
} finally {
  await rooms.work.stop()
  await engine.dropTables(tables)
  plain.close()
  await engine.close()
}

async function run() {
  const one = await tracesOfOne()
  const others = createOthers(plain, one)
  const measured: Measured[] = []
  for (const size of sizes) {
    const begun = performance.now()
    await others.fillTo(size)
    console.error(`${size} receipts of others after ${Math.round((performance.now() - begun) / 1000)} s`)
    measured.push({ size, costs: await measureOperations(meter, rooms) })
  }
  const user = randomUUID()
  await others.give(user, YEAR_OF)
  const year = await measureYear(meter, rooms.store, user, YEAR_OF)

  report(measured, complain)
  const of = (name: string) => measured.at(-1)?.costs.get(name) ?? fail(name)
  const writes = (...names: string[]) => names.reduce((sum, name) => sum + of(name).writes, 0)
  const life = ['upload, with its reading', 'confirm']
  console.log(
    `\nwrite units of an upload by table and index: ${JSON.stringify(of('upload, with its reading').parts)}`,
  )
  console.log(`a receipt that was read and confirmed, in its table: ${sizeOf(one.receipt)} bytes`)
  console.log(`a year of ${YEAR_OF} receipts, listed in ${year.requests} pages: ${year.reads} read units`)
  const searcher = randomUUID()
  await others.giveTexts(searcher, SEARCHED)
  for (const [which, word] of [
    ['first', 'nasi'],
    ['next', 'lemak'],
  ] as const) {
    const { reads, writes, ms } = await measureSearch(meter, rooms.store, searcher, word)
    console.log(
      `the ${which} search through ${SEARCHED} receipts without a hit: ${reads} read and ${writes} write units, ${ms} ms`,
    )
  }
  console.log(`a receipt’s life (upload, reading, confirmation): ${writes(...life)} write units`)
  const hour = 30 * of('go on following (every 2 minutes)').writes
  const looks = 1_200 * of('look for changes of others (every 3 s)').reads
  console.log(`an hour of following a person’s changes: ${looks} read units, ${hour} write units`)
  limit('a change that nobody follows', of('tell of a change, nobody follows').writes, 0, 'write units')
  limit('the same with a name corrected', writes(...life, 'correct a name'), 20, 'write units')
  limit('a page of 50', of('a page of 50').reads, 4, 'read units')
  limit('a search again', of(SEARCH_AGAIN).reads, 1, 'read units')
  limit('a token check', of('a token check').reads, 3, 'read units')
}

/** A receipt that was uploaded, read and confirmed, as it lies in the tables. */
async function tracesOfOne() {
  const userId = randomUUID()
  const { receipt } = await rooms.intake.upload(userId, incoming(), { key: undefined, wait: true })
  const { id } = await rooms.review.confirm(receipt)
  const get = new GetCommand({ TableName: tables.receipts, Key: { receipt_id: id } })
  const { Item } = await plain.call((client, how) => client.send(get, how))
  const query = new QueryCommand({
    TableName: tables.taxpayers,
    KeyConditionExpression: 'user_id = :user',
    ExpressionAttributeValues: { ':user': userId },
  })
  const { Items } = await plain.call((client, how) => client.send(query, how))
  if (!Item || !Items?.length) throw new Error('the receipt has left no traces')
  return { receipt: Item, beside: Items }
}

function limit(name: string, cost: number, most: number, unit: string) {
  if (cost > most) complain(`${name}: ${cost} ${unit}, more than ${most}`)
  else console.log(`kept: ${name}: ${cost} ${unit}, at most ${most}`)
}

function complain(what: string) {
  console.log(`NOT KEPT: ${what}`)
  process.exitCode = 1
}

function fail(name: string): never {
  throw new Error(`${name} was not measured`)
}
