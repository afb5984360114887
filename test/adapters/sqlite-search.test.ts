import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { after, before, describe, test } from 'node:test'
import { v7 as uuidv7 } from 'uuid'
import { createRandom } from '../../bench/random.ts'
import { type Database, openDatabase } from '../../server/adapters/sqlite/database.ts'
import { migrate } from '../../server/adapters/sqlite/migrate.ts'
import { migrations } from '../../server/adapters/sqlite/migrations/index.ts'
import { createReceiptStore } from '../../server/adapters/sqlite/receipt-store.ts'
import { newReceipt, type Receipt } from '../../server/receipts/model.ts'
import type { ListQuery, ReceiptStore } from '../../server/receipts/ports.ts'
import { toRecord } from '../../server/receipts/record.ts'
import { searchablePages, searchText } from '../../server/receipts/search.ts'
import { parseSearch } from '../../server/receipts/search-query.ts'

type Query = Pick<ListQuery, 'view' | 'words' | 'values'>

const YEAR = { kind: 'year', year: 2026 } as const

describe('searches of SQLite', () => {
  let folder: string
  let db: Database
  let store: ReceiptStore
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tracker-search-'))
    db = openDatabase(join(folder, 'tracker.db'))
    // Waiting for the disk at each of them would take longer than everything else.
    db.run('PRAGMA synchronous = OFF')
    store = createReceiptStore(db)
  })
  after(async () => {
    db.close()
    await rm(folder, { recursive: true })
  })

  /** All pages of a list, and its count. */
  async function idsOf(userId: string, query: Query, limit = 100) {
    const ids: string[] = []
    let position: ListQuery['after']
    do {
      const page = await store.list(userId, { ...query, limit, after: position })
      for (const row of page.rows) ids.push(JSON.parse(row).id)
      position = page.next ?? undefined
    } while (position)
    assert.equal(await store.count?.(userId, query), ids.length)
    return ids
  }

  const receiptOf = (userId: string, values: Partial<Receipt>): Receipt => ({
    ...newReceipt(uuidv7(), userId, new Date()),
    status: 'needs_review',
    date: '2026-03-14',
    ...values,
  })

  test('words of one and two letters are found where they stand, rare ones and those on every receipt', async () => {
    const random = createRandom(7)
    const letters = [...'abcdefghijklmno&-"\'*%_.书店茶ßéçİ']
    const word = () => Array.from({ length: random.int(1, 6) }, () => random.pick(letters)).join('')
    const texts = Array.from({ length: 120 }, () => Array.from({ length: random.int(1, 30) }, word).join(' '))
    // So often that looking into the texts is quicker than the index.
    texts.push('zz '.repeat(2_500), 'the last letters are qx', '茶店', 'a')
    const receipts = new Map<string, string>()
    for (const [index, text] of texts.entries()) {
      const isMerchant = index % 3 === 0 || text.length < 40
      const receipt = receiptOf('ana', isMerchant ? { merchant: text.slice(0, 100).trim() } : {})
      await store.create(receipt)
      const pages = isMerchant ? undefined : searchablePages(text)
      await store.save(receipt, pages === undefined ? {} : { pageText: pages })
      receipts.set(receipt.id, `${searchText(receipt)}\n${pages ?? ''}`)
    }
    await store.create(receiptOf('ben', { merchant: texts.join(' ').slice(0, 100).trim() }))
    const asked = new Set([
      'qx',
      'zz',
      'z',
      'x',
      '茶店',
      '店',
      '书',
      'vv',
      '"',
      "'",
      '%',
      '_',
      'i̇',
      'ß',
      'ss',
    ])
    for (let n = 0; n < 150; n++) asked.add(random.pick(letters) + (n % 5 ? random.pick(letters) : ''))
    let found = 0
    for (const text of asked) {
      const { words, values } = parseSearch(text)
      for (const view of [{ kind: 'all' } as const, YEAR]) {
        const expected = [...receipts].filter(([, content]) => words.every((one) => content.includes(one)))
        const ids = await idsOf('ana', { view, words, values })
        assert.deepEqual(ids, expected.map(([id]) => id).reverse(), `${text} (${view.kind})`)
        found += ids.length
      }
    }
    assert.ok(found > 3_000)
  })

  test('a text that a change leaves as it was is still found, and one that it replaces is not', async () => {
    const created = receiptOf('cat', { merchant: 'KEDAI PQ' })
    await store.create(created)
    const read = await store.save(created, { pageText: 'jalan xw' })
    const noted = await store.save({ ...read, note: '' })
    const find = async (...words: string[]) => (await idsOf('cat', { view: YEAR, words, values: [] })).length
    assert.deepEqual(await Promise.all([find('pq'), find('xw'), find('kedai', 'jalan')]), [1, 1, 1])
    const renamed = await store.save({ ...noted, merchant: 'KEDAI RS' })
    assert.deepEqual(await Promise.all([find('pq'), find('rs'), find('xw')]), [0, 1, 1])
    await store.save(renamed, { pageText: '' })
    assert.deepEqual(await Promise.all([find('xw'), find('rs')]), [0, 1])
  })

  test('very many receipts are looked into part by part: none is left out or listed twice', async () => {
    const COUNT = 4_300
    const all: Receipt[] = []
    for (let number = 0; number < COUNT; number++) {
      const day = `2026-0${1 + (number % 9)}-${String(1 + (number % 28)).padStart(2, '0')}`
      const receipt = receiptOf('dan', {
        totalSen: 100 * (number % 7),
        date: day,
        merchant: `SHOP ${number}`,
      })
      all.push(receipt)
      await store.create(receipt)
    }
    const byDay = all.toSorted((a, b) => `${b.date}${b.id}`.localeCompare(`${a.date}${a.id}`))
    const query = parseSearch('RM 3.00')
    const has = ({ totalSen }: Receipt) => totalSen === 300
    const ids = (some: Receipt[]) => some.filter(has).map(({ id }) => id)
    assert.deepEqual(await idsOf('dan', { view: { kind: 'all' }, ...query }), ids(all.toReversed()))
    assert.deepEqual(await idsOf('dan', { view: YEAR, ...query }), ids(byDay))
    let turns = 0
    const others = setInterval(() => turns++, 0)
    await store.list('dan', { view: YEAR, ...parseSearch('RM 999.00'), limit: 50 })
    clearInterval(others)
    assert.ok(turns > 0, 'others have their turn while the receipts are looked into')
  })

  test('the texts of a database of an earlier release are found by short words too', async () => {
    const path = join(folder, 'earlier.db')
    const earlier = new DatabaseSync(path)
    migrate(earlier, migrations.slice(0, 7))
    const receipt = receiptOf('eve', { merchant: 'KEDAI QX' })
    const { summary, detail, list, day } = toRecord(receipt)
    const columns = [
      receipt.id,
      'eve',
      1,
      receipt.status,
      list,
      day,
      JSON.stringify(summary),
      JSON.stringify(detail),
    ]
    const marks = columns.map(() => '?')
    earlier
      .prepare(
        `INSERT INTO receipts (receipt_id, user_id, version, status, list, day, summary, detail) VALUES (${marks})`,
      )
      .run(...columns)
    earlier.exec("INSERT INTO receipt_text (rowid, fields, pages) VALUES (1, 'kedai qx', 'jalan wz')")
    earlier.close()
    const migrated = openDatabase(path)
    const { list: listed } = createReceiptStore(migrated)
    for (const [words, count] of [
      [['qx'], 1],
      [['wz'], 1],
      [['z'], 1],
      [['kedai'], 1],
      [['qz'], 0],
    ] as const)
      assert.equal(
        (await listed('eve', { view: YEAR, words: [...words], limit: 5 })).rows.length,
        count,
        words[0],
      )
    migrated.close()
  })
})
