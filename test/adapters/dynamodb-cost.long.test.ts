import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Meter, metered } from '../../bench/aws-cost/meter.ts'
import { measureOperations } from '../../bench/aws-cost/operations.ts'
import { openRooms, type Rooms } from '../../bench/aws-cost/rooms.ts'
import { type Dynamo, openDynamo } from '../../server/adapters/dynamodb/database.ts'
import { loadLaw } from '../../server/services/law.ts'
import { LONG_RETRIES, REGION } from '../support/aws.ts'
import { startDynamo, type TestDynamo } from '../support/dynamo.ts'

let engine: TestDynamo
let dynamo: Dynamo
let meter: Meter
let rooms: Rooms
before(async () => {
  engine = await startDynamo()
  dynamo = openDynamo({ region: REGION, tables: await engine.createTables(), retryPolicy: LONG_RETRIES })
  meter = metered(dynamo, { asksEngine: false })
  rooms = openRooms(meter.dynamo, await loadLaw())
})
after(async () => {
  await rooms.work.stop()
  dynamo.close()
  await engine.dropTables(dynamo.tables)
  await engine.close()
})

test('a receipt, a page and a token check stay within their DynamoDB units, and nothing grows with the table', async () => {
  const costs = await measureOperations(meter, rooms)
  const of = (name: string) => costs.get(name) ?? assert.fail(`${name} was not measured`)
  const life = ['upload, with its reading', 'correct a name', 'confirm'].map((name) => of(name).writes)
  assert.ok(life.reduce((sum, writes) => sum + writes, 0) <= 20, `write units ${life}`)
  assert.ok(of('a page of 50').reads <= 4)
  assert.ok(of('a page of 50 of a year').reads <= 4)
  assert.ok(of('a token check').reads <= 3)
  const { reads, writes } = of('tell of a change, nobody follows')
  assert.deepEqual([reads <= 1, writes], [true, 0])
  assert.ok(of('look for changes of others (every 3 s)').reads <= 0.5)
  for (const [name, { growing }] of costs) assert.deepEqual(growing, [], name)
})
