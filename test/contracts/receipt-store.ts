import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { describe, test } from 'node:test'
import { inspect } from 'node:util'
import { v7 as uuidv7 } from 'uuid'
import { InvalidRecordError } from '../../server/errors.ts'
import { dayAndTotalKey, fileKey } from '../../server/receipts/lookup-keys.ts'
import { newReceipt, type Receipt } from '../../server/receipts/model.ts'
import type { ReceiptFile } from '../../server/receipts/parts.ts'
import { type ListQuery, type ReceiptStore, VersionConflictError } from '../../server/receipts/ports.ts'
import { searchablePages } from '../../server/receipts/search.ts'
import { parseSearch } from '../../server/receipts/search-query.ts'
import { storedKeys } from '../../server/stored-keys.ts'

const NOW = new Date('2026-03-01T04:00:00Z')
const later = (ms: number) => new Date(NOW.getTime() + ms)

const receiptOf = (userId: string, values: Partial<Receipt> = {}): Receipt => ({
  ...newReceipt(uuidv7(), userId, NOW),
  ...values,
})

const fileOf = (values: Partial<ReceiptFile>): ReceiptFile => ({
  id: uuidv7(),
  role: 'receipt',
  sha256: 'ab12',
  type: 'image/jpeg',
  bytes: 1000,
  pages: 1,
  width: 600,
  height: 800,
  turned: 0,
  addedAt: NOW.toISOString(),
  ...values,
})

/** What every ReceiptStore keeps to. `open` gives a store with nothing in it and takes it away afterwards. */
export function receiptStoreContract(
  name: string,
  withStore: (use: (store: ReceiptStore) => Promise<void>) => Promise<void>,
) {
  const check = (what: string, use: (store: ReceiptStore) => Promise<void>) =>
    test(what, () => withStore(use))

  async function listed(store: ReceiptStore, userId: string, query: Partial<ListQuery> = {}) {
    const page = await store.list(userId, { view: { kind: 'all' }, words: [], limit: 100, ...query })
    return page.rows.map((row) => JSON.parse(row).id as string)
  }

  describe(`ReceiptStore: ${name}`, () => {
    check('a receipt is found as it was stored, by its owner alone', async (store) => {
      const receipt = receiptOf('ana', {
        merchant: 'KEDAI BUKU "MAJU" SDN BHD',
        date: '2026-02-28',
        totalSen: -1250,
        note: 'ünï ✓',
        work: { attempts: 0, dueAt: NOW.getTime(), by: 'p1' },
      })
      await store.create(receipt)
      assert.deepEqual(await store.find('ana', receipt.id), receipt)
      assert.equal(await store.find('ben', receipt.id), undefined)
      assert.equal(await store.find('ana', uuidv7()), undefined)
    })

    check('what could not be read is not stored, and the version before stays', async (store) => {
      const half = { ...fileOf({ sha256: 'cd34' }), width: 0.5 }
      const invalid = new InvalidRecordError('receipt', ['merchant', 'files.0.width'])
      const broken = { merchant: 'A\nB', files: [half], date: '2026-01-02', totalSen: 500 }
      const receipt = receiptOf('ana', broken)
      await assert.rejects(store.create(receipt), (error) => {
        assert.deepEqual(error, invalid)
        assert.ok(!inspect(error, { depth: 9 }).includes('A\\nB'))
        return true
      })
      assert.equal(await store.find('ana', receipt.id), undefined)
      assert.deepEqual(await store.withKey('ana', 'sha#cd34'), [])
      assert.deepEqual(await listed(store, 'ana'), [])

      const good = receiptOf('ana', { merchant: 'KEDAI' })
      await store.create(good)
      await assert.rejects(store.save({ ...good, ...broken }), invalid)
      assert.deepEqual(await store.find('ana', good.id), good)
      assert.deepEqual(await store.withKey('ana', 'sha#cd34'), [])
    })

    check('an id is created once', async (store) => {
      const receipt = receiptOf('ana')
      await store.create(receipt)
      await assert.rejects(store.create({ ...receipt, merchant: 'OTHER' }))
      assert.equal((await store.find('ana', receipt.id))?.merchant, null)
    })

    check('a write is made on condition of the version and brings back what it lost to', async (store) => {
      const receipt = receiptOf('ana')
      await store.create(receipt)
      const saved = await store.save({ ...receipt, merchant: 'A' })
      assert.equal(saved.version, 2)
      const lost = await store.save({ ...receipt, merchant: 'B' }).catch((error: unknown) => error)
      assert.ok(lost instanceof VersionConflictError)
      assert.deepEqual(lost.current, saved)
      assert.equal((await store.find('ana', receipt.id))?.merchant, 'A')
    })

    check('of many writes at once exactly one is made', async (store) => {
      const receipt = receiptOf('ana')
      await store.create(receipt)
      const names = Array.from({ length: 10 }, (_, i) => `shop ${i}`)
      const writes = await Promise.allSettled(names.map((merchant) => store.save({ ...receipt, merchant })))
      assert.equal(writes.filter((write) => write.status === 'fulfilled').length, 1)
    })

    check("a stranger's write changes nothing", async (store) => {
      const receipt = receiptOf('ana')
      await store.create(receipt)
      await assert.rejects(store.save({ ...receipt, userId: 'ben', merchant: 'B' }), VersionConflictError)
      assert.equal(await store.remove({ ...receipt, userId: 'ben' }), false)
      assert.deepEqual(await store.find('ana', receipt.id), receipt)
    })

    check('removal is made on condition of the version, and leaves nothing to be found', async (store) => {
      const file = fileOf({})
      const receipt = receiptOf('ana', {
        merchant: 'KLINIK',
        date: '2026-01-02',
        totalSen: 500,
        files: [file],
      })
      await store.create(receipt)
      const saved = await store.save(receipt)
      assert.equal(await store.remove(receipt), false)
      assert.equal(await store.remove(saved), true)
      assert.equal(await store.find('ana', receipt.id), undefined)
      assert.deepEqual(await listed(store, 'ana'), [])
      assert.deepEqual(await listed(store, 'ana', { words: ['klinik'] }), [])
      assert.deepEqual(await store.withKey('ana', fileKey('ab12')), [])
      assert.deepEqual(await store.withKey('ana', dayAndTotalKey('2026-01-02', 500)), [])
    })

    check('lists are newest first, page by page, each receipt once', async (store) => {
      const ids: string[] = []
      for (let i = 0; i < 7; i++) {
        const receipt = receiptOf('ana')
        ids.unshift(receipt.id)
        await store.create(receipt)
        await store.create(receiptOf('ben'))
      }
      const seen: string[] = []
      let after: ListQuery['after']
      do {
        const page = await store.list('ana', { view: { kind: 'all' }, words: [], limit: 3, after })
        assert.ok(page.rows.length <= 3)
        seen.push(...page.rows.map((row) => JSON.parse(row).id))
        after = page.next ?? undefined
      } while (after)
      assert.deepEqual(seen, ids)
    })

    check('a year lists the receipts paid in it, by day; a change of day moves a receipt', async (store) => {
      const january = receiptOf('ana', { date: '2026-01-05' })
      const march = receiptOf('ana', { date: '2026-03-01' })
      const paidLater = receiptOf('ana', { date: '2025-12-31', paidOn: '2026-02-01' })
      const undated = receiptOf('ana')
      for (const receipt of [march, january, paidLater, undated]) await store.create(receipt)
      const year = (y: number) => listed(store, 'ana', { view: { kind: 'year', year: y } })
      assert.deepEqual(await year(2026), [march.id, paidLater.id, january.id])
      assert.deepEqual(await listed(store, 'ana', { view: { kind: 'undated' } }), [undated.id])
      await store.save({ ...march, date: '2024-03-01' })
      assert.deepEqual(await year(2026), [paidLater.id, january.id])
      assert.deepEqual(await year(2024), [march.id])
      const first = await store.list('ana', { view: { kind: 'year', year: 2026 }, words: [], limit: 1 })
      const view = { kind: 'year', year: 2026 } as const
      assert.deepEqual(await listed(store, 'ana', { view, after: first.next ?? undefined }), [january.id])
    })

    check('what has changed since an earlier call, where it is known, is all of it', async (store) => {
      if (!store.changesSince) return
      const first = await store.changesSince('ana')
      assert.equal(first.ids, undefined)
      const [kept, removed] = [receiptOf('ana'), receiptOf('ana')]
      for (const receipt of [kept, removed, receiptOf('ben')]) await store.create(receipt)
      const created = await store.changesSince('ana', first.at)
      assert.deepEqual(created.ids, [kept.id, removed.id])
      const saved = await store.save({ ...kept, note: 'changed' })
      await store.save({ ...saved, note: 'changed again' })
      await store.remove(removed)
      const changed = await store.changesSince('ana', created.at)
      assert.deepEqual(changed.ids, [kept.id, removed.id])
      assert.deepEqual((await store.changesSince('ana', changed.at)).ids, [])

      for (let made = 0; made < 2_000; made++) await store.create(receiptOf('ben'))
      assert.equal((await store.changesSince('ana', created.at)).ids, undefined, 'too long ago')
    })

    check('a receipt is among those without a date only once it was read', async (store) => {
      const reading = receiptOf('ana', { status: 'reading' })
      const readAgain = receiptOf('ana', { status: 'reading', date: '2026-03-01' })
      for (const receipt of [reading, readAgain]) await store.create(receipt)
      const undated = () => listed(store, 'ana', { view: { kind: 'undated' } })
      assert.deepEqual(await undated(), [])
      assert.deepEqual(await listed(store, 'ana'), [readAgain.id, reading.id])
      assert.deepEqual(await listed(store, 'ana', { view: { kind: 'year', year: 2026 } }), [readAgain.id])
      const read = await store.save({ ...reading, status: 'unreadable' })
      assert.deepEqual(await undated(), [reading.id])
      await store.save({ ...read, status: 'reading' })
      assert.deepEqual(await undated(), [])
    })

    check('the trash is a list of its own, and receipts being received are in none', async (store) => {
      const kept = receiptOf('ana', { date: '2026-01-05' })
      const trashed = receiptOf('ana', { date: '2026-01-05', trashedAt: NOW.toISOString() })
      const arriving = receiptOf('ana', { status: 'receiving' })
      for (const receipt of [kept, trashed, arriving]) await store.create(receipt)
      assert.deepEqual(await listed(store, 'ana'), [kept.id])
      assert.deepEqual(await listed(store, 'ana', { view: { kind: 'year', year: 2026 } }), [kept.id])
      assert.deepEqual(await listed(store, 'ana', { view: { kind: 'trash' } }), [trashed.id])
    })

    check(
      'look-up keys are listed by their beginning, and one that was left over is removed',
      async (store) => {
        const open = receiptOf('ana', { date: '2026-01-05' })
        const undated = receiptOf('ana', { status: 'unreadable' })
        const settled = receiptOf('ana', { date: '2026-01-05', status: 'confirmed' })
        const trashed = receiptOf('ana', { trashedAt: NOW.toISOString() })
        for (const receipt of [open, undated, settled, trashed, receiptOf('ben')]) await store.create(receipt)
        const keysOf = async (prefix: string) =>
          (await store.lookups('ana', prefix)).map(({ key, id }) => [key, id]).sort()
        const all = [
          [storedKeys.queue.of(2026, 'r'), open.id],
          [storedKeys.queue.of('none', 'u'), undated.id],
        ]
        assert.deepEqual(await keysOf(storedKeys.queue.prefix), all)
        assert.deepEqual(await keysOf(`${storedKeys.queue.of(2026)}#`), all.slice(0, 1))
        assert.deepEqual(await keysOf(`${storedKeys.queue.of(2025)}#`), [])
        const [left] = await store.lookups('ana', storedKeys.queue.prefix)
        if (left) await store.removeLookup('ana', left)
        assert.equal((await keysOf(storedKeys.queue.prefix)).length, 1)
      },
    )

    check('several receipts are found at once, by their owner alone', async (store) => {
      const mine = Array.from({ length: 3 }, () => receiptOf('ana', { merchant: 'KEDAI' }))
      const other = receiptOf('ben')
      for (const receipt of [...mine, other]) await store.create(receipt)
      const found = await store.findMany('ana', [...mine.map(({ id }) => id), other.id, uuidv7()])
      assert.deepEqual(
        [...found.values()].map(({ receipt }) => receipt).sort((a, b) => (a.id < b.id ? -1 : 1)),
        mine,
      )
      assert.deepEqual(await store.findMany('ana', []), new Map())
    })

    check('everybody with receipts in a list is known', async (store) => {
      for (const owner of ['ana', 'ben', 'ana']) await store.create(receiptOf(owner))
      await store.create(receiptOf('eve', { status: 'receiving' }))
      await store.create(receiptOf('dan', { trashedAt: NOW.toISOString() }))
      assert.deepEqual((await store.owners()).sort(), ['ana', 'ben'])
    })

    check('a list can be of one status', async (store) => {
      const confirmed = receiptOf('ana', { status: 'confirmed' })
      await store.create(confirmed)
      await store.create(receiptOf('ana'))
      assert.deepEqual(await listed(store, 'ana', { status: 'confirmed' }), [confirmed.id])
    })

    check(
      'the search finds all words anywhere, in fields and pages, without case and accents',
      async (store) => {
        const receipt = receiptOf('ana', { merchant: 'Café Désa (KL) 100%' })
        await store.create(receipt)
        const saved = await store.save(receipt, {
          pageText: searchablePages('TEH TARIK 2.50\nsay "hello"'),
        })
        await store.create(receiptOf('ana', { merchant: 'OTHER SHOP' }))
        const find = (query: string) => listed(store, 'ana', { ...parseSearch(query) })
        for (const query of [
          'cafe',
          'CAFÉ desa',
          'tarik',
          'ari',
          'teh kl',
          '2.5',
          '100%',
          '"hello"',
          'k',
          '(kl)',
        ]) {
          assert.deepEqual(await find(query), [receipt.id], query)
        }
        for (const query of ['kopi', 'cafe kopi', 'teh OR kopi', 'te*', '%', 'x']) {
          const expected = query === '%' ? [receipt.id] : []
          assert.deepEqual(await find(query), expected, query)
        }
        assert.deepEqual(await listed(store, 'ben', { words: ['cafe'] }), [])
        await store.save({ ...saved, merchant: 'KEDAI' })
        assert.deepEqual(await find('cafe'), [])
        assert.deepEqual(await find('kedai tarik'), [receipt.id])
      },
    )

    check('the search finds amounts and days by their values, however they are written', async (store) => {
      const clinic = receiptOf('ana', { merchant: 'KLINIK', date: '2026-03-14', totalSen: 123_450 })
      const refund = receiptOf('ana', { merchant: 'REFUND', date: '2025-12-01', totalSen: -123_450 })
      const abroad = receiptOf('ana', {
        currency: 'SGD',
        totalSen: 5_000,
        myrSen: 17_025,
        paidOn: '2026-03-15',
      })
      const typed = receiptOf('ana', { merchant: 'INVOICE 1,234.50 OF 14 MAR 2026', totalSen: 1 })
      for (const receipt of [clinic, refund, abroad, typed]) await store.create(receipt)
      await store.create(receiptOf('ben', { date: '2026-03-14', totalSen: 123_450 }))
      const amounts = [clinic, refund]
      const day = [clinic]
      const found: [string, Receipt[]][] = [
        ['1234.50', amounts],
        ['1234.5', amounts],
        ['RM1,234.50', [...amounts, typed]],
        ['rm 1,234.50', [...amounts, typed]],
        ['1,234.50', [...amounts, typed]],
        ['-1234.50', amounts],
        ['1234', amounts],
        ['1234.51', []],
        ['123450', []],
        ['50', [abroad, typed]],
        ['170.25', [abroad]],
        ['14/3/2026', day],
        ['14-03-2026', day],
        ['2026-03-14', day],
        ['14 March 2026', day],
        ['14 Mar 2026', [...day, typed]],
        ['14 mac 2026', day],
        ['15.3.2026', [abroad]],
        ['31/2/2026', []],
        ['klinik 14/3/2026 1234.50', [clinic]],
        ['klinik 1234.51', []],
        ['refund 14/3/2026', []],
      ]
      for (const [query, expected] of found) {
        const ids = expected.map(({ id }) => id).toSorted()
        for (const limit of [1, 100]) {
          const seen: string[] = []
          for (let after: ListQuery['after']; ; ) {
            const page = await store.list('ana', {
              view: { kind: 'all' },
              ...parseSearch(query),
              limit,
              after,
            })
            seen.push(...page.rows.map((row) => JSON.parse(row).id as string))
            if (!page.next) break
            after = page.next
          }
          assert.deepEqual(seen, ids.toReversed(), query)
        }
        const inYear = await listed(store, 'ana', {
          view: { kind: 'year', year: 2026 },
          ...parseSearch(query),
        })
        const ofYear = expected.filter(({ date, paidOn }) => (paidOn ?? date)?.startsWith('2026'))
        assert.deepEqual(inYear.toSorted(), ofYear.map(({ id }) => id).toSorted(), query)
      }
    })

    check(
      'a list of some rows is whole over its pages, and looks at a bounded number for each',
      async (store) => {
        const made = Array.from({ length: 7 }, (_, i) =>
          receiptOf('ana', { totalSen: i, date: `2026-01-0${i + 1}`, merchant: 'SHOP' }),
        )
        for (const receipt of made) await store.create(receipt)
        const wanted = made.filter(({ totalSen }) => (totalSen ?? 0) % 3 === 0).map(({ id }) => id)
        const only = (row: { totalSen: number | null }) => (row.totalSen ?? 1) % 3 === 0
        for (const view of [{ kind: 'year', year: 2026 }, { kind: 'all' }] as const) {
          for (const words of [[], ['shop']]) {
            for (const scan of [1, 2, 100]) {
              const pages: string[][] = []
              for (let after: ListQuery['after']; ; ) {
                const page = await store.list('ana', { view, words, only, scan, limit: 2, after })
                pages.push(page.rows.map((row) => JSON.parse(row).id as string))
                if (!page.next) break
                after = page.next
              }
              assert.deepEqual(pages.flat(), wanted.toReversed())
              if (scan === 1) assert.ok(pages.some((page) => page.length === 0))
              if (scan === 100)
                assert.deepEqual(
                  pages.map((page) => page.length),
                  [2, 1],
                )
            }
          }
        }
        const count = await store.count?.('ana', { view: { kind: 'all' }, ...parseSearch('shop 3.00') })
        if (count !== undefined) assert.equal(count, 0)
        const all = await store.count?.('ana', { view: { kind: 'year', year: 2026 }, words: ['shop'] })
        if (all !== undefined) assert.equal(all, 7)
      },
    )

    check('a search goes page by page through the list that is looked at', async (store) => {
      const shops = Array.from({ length: 8 }, (_, i) =>
        receiptOf('ana', { merchant: i % 2 ? 'KEDAI BUKU' : 'KLINIK', date: `2026-01-0${i + 1}` }),
      )
      for (const receipt of shops) await store.create(receipt)
      await store.create(receiptOf('ana', { merchant: 'KEDAI BUKU', date: '2025-01-01' }))
      const books = shops.filter((receipt) => receipt.merchant === 'KEDAI BUKU').map((receipt) => receipt.id)
      for (const view of [{ kind: 'year', year: 2026 }, { kind: 'all' }] as const) {
        const seen: string[] = []
        let after: ListQuery['after']
        do {
          const page = await store.list('ana', { view, words: ['kedai', 'buku'], limit: 3, after })
          assert.ok(page.rows.length <= 3)
          seen.push(...page.rows.map((row) => JSON.parse(row).id))
          after = page.next ?? undefined
        } while (after)
        assert.deepEqual(
          seen.filter((id) => books.includes(id)),
          books.toReversed(),
        )
        assert.equal(seen.length, view.kind === 'year' ? 4 : 5)
      }
    })

    check('a search with more hits than are read at once goes page by page too', async (store) => {
      const shops = Array.from({ length: 110 }, (_, i) =>
        receiptOf('ana', {
          merchant: i === 50 ? 'KLINIK' : 'KEDAI',
          date: i % 2 ? '2026-01-02' : '2026-01-01',
        }),
      )
      await Promise.all(shops.map((receipt) => store.create(receipt)))
      const seen: string[] = []
      let after: ListQuery['after']
      do {
        const page = await store.list('ana', {
          view: { kind: 'year', year: 2026 },
          words: ['kedai'],
          limit: 50,
          after,
        })
        seen.push(...page.rows.map((row) => JSON.parse(row).id))
        after = page.next ?? undefined
      } while (after)
      const byDay = [1, 0].flatMap((odd) => shops.filter((_, i) => i % 2 === odd && i !== 50).toReversed())
      assert.deepEqual(
        seen,
        byDay.map(({ id }) => id),
      )
    })

    check('after a race the search and the keys go by what was stored', async (store) => {
      const receipt = receiptOf('ana', { merchant: 'FIRST', date: '2026-01-02', totalSen: 1 })
      await store.create(receipt)
      const totals = [100, 200, 300, 400, 500]
      await Promise.allSettled(
        totals.map((totalSen) => store.save({ ...receipt, merchant: `SHOP ${totalSen}`, totalSen })),
      )
      const stored = await store.find('ana', receipt.id)
      for (const totalSen of totals) {
        const expected = totalSen === stored?.totalSen ? [receipt.id] : []
        assert.deepEqual(await store.withKey('ana', dayAndTotalKey('2026-01-02', totalSen)), expected)
        assert.deepEqual(await listed(store, 'ana', { words: ['shop', String(totalSen)] }), expected)
      }
      assert.deepEqual(await listed(store, 'ana', { words: ['first'] }), [])
    })

    check('a value that comes back is found again', async (store) => {
      let receipt = receiptOf('ana', { merchant: 'A SHOP', date: '2026-01-02', totalSen: 500 })
      await store.create(receipt)
      for (const totalSen of [600, 500, 600, 500]) {
        receipt = await store.save({ ...receipt, totalSen, merchant: `SHOP ${totalSen}` })
      }
      assert.deepEqual(await store.withKey('ana', dayAndTotalKey('2026-01-02', 500)), [receipt.id])
      assert.deepEqual(await store.withKey('ana', dayAndTotalKey('2026-01-02', 600)), [])
      assert.deepEqual(await listed(store, 'ana', { words: ['shop', '500'] }), [receipt.id])
      assert.deepEqual(await listed(store, 'ana', { words: ['600'] }), [])
    })

    check('a history of any length is kept', async (store) => {
      // Random, so that nothing makes it small.
      const history = Array.from({ length: 300 }, () => {
        const [old, now] = [randomBytes(1_500).toString('base64'), randomBytes(1_500).toString('base64')]
        return { field: 'note', old, new: now, at: NOW.toISOString(), by: 'ana' }
      })
      let receipt = receiptOf('ana', { merchant: 'A SHOP', history: history.slice(0, 280) })
      await store.create(receipt)
      receipt = await store.save({ ...receipt, history })
      assert.deepEqual(await store.find('ana', receipt.id), receipt)
      assert.deepEqual(await listed(store, 'ana', { words: ['shop'] }), [receipt.id])
      const lost = await Promise.allSettled([1, 2, 3].map((totalSen) => store.save({ ...receipt, totalSen })))
      const won = lost.find((write) => write.status === 'fulfilled')
      assert.deepEqual(await store.find('ana', receipt.id), won?.value)
      assert.ok(won && (await store.remove(won.value)))
      assert.equal(await store.find('ana', receipt.id), undefined)
    })

    check('look-up keys follow the receipt, and the trash has none', async (store) => {
      const file = fileOf({})
      const receipt = receiptOf('ana', { date: '2026-01-02', totalSen: 500, files: [file] })
      const same = receiptOf('ana', { date: '2026-01-02', totalSen: 500 })
      await store.create(receipt)
      await store.create(same)
      assert.deepEqual(await store.withKey('ana', fileKey('ab12')), [receipt.id])
      assert.deepEqual(await store.withKey('ana', fileKey('ab1')), [])
      assert.deepEqual((await store.withKey('ana', dayAndTotalKey('2026-01-02', 500))).sort(), [
        receipt.id,
        same.id,
      ])
      assert.deepEqual(await store.withKey('ben', fileKey('ab12')), [])
      const moved = await store.save({ ...receipt, totalSen: 600 })
      assert.deepEqual(await store.withKey('ana', dayAndTotalKey('2026-01-02', 500)), [same.id])
      assert.deepEqual(await store.withKey('ana', dayAndTotalKey('2026-01-02', 600)), [receipt.id])
      await store.save({ ...moved, trashedAt: NOW.toISOString() })
      assert.deepEqual(await store.withKey('ana', fileKey('ab12')), [])
    })

    check(
      'work that is due comes in turns by person, so that one with a thousand hides nobody else',
      async (store) => {
        const due = (userId: string, ms: number) =>
          receiptOf(userId, { work: { attempts: 0, dueAt: later(ms).getTime(), by: null } })
        const anas = Array.from({ length: 30 }, (_, n) => due('ana', n))
        const bens = [due('ben', 100), due('ben', 101)]
        for (const receipt of [...anas, ...bens]) await store.create(receipt)
        const found = await store.due(later(1000), 4)
        const expected = [anas[0], bens[0], anas[1], bens[1]]
        assert.deepEqual(
          found.map(({ id }) => id),
          expected.map((receipt) => receipt?.id),
        )
      },
    )

    check('due work is found once its time has come, oldest first', async (store) => {
      const soon = receiptOf('ana', { work: { attempts: 0, dueAt: later(1000).getTime(), by: null } })
      const now = receiptOf('ben', { work: { attempts: 0, dueAt: NOW.getTime(), by: null } })
      await store.create(soon)
      await store.create(now)
      await store.create(receiptOf('ana'))
      assert.deepEqual(await store.due(NOW, 10), [{ userId: 'ben', id: now.id }])
      const both = await store.due(later(1000), 10)
      assert.deepEqual(
        both.map((work) => work.id),
        [now.id, soon.id],
      )
      assert.equal((await store.due(later(1000), 1)).length, 1)
    })

    check(
      'how much work is due is counted, and since when; what a process has in hand is not',
      async (store) => {
        assert.deepEqual(await store.backlog(NOW), { count: 0, oldest: null })
        const work = (ms: number) => ({ attempts: 0, dueAt: later(ms).getTime(), by: null })
        const first = receiptOf('ana', { work: work(0) })
        for (const receipt of [first, receiptOf('ben', { work: work(1000) }), receiptOf('ana')]) {
          await store.create(receipt)
        }
        assert.deepEqual(await store.backlog(NOW), { count: 1, oldest: NOW.getTime() })
        assert.deepEqual(await store.backlog(later(5000)), { count: 2, oldest: NOW.getTime() })
        await store.lease(first.id, { now: later(5000), until: later(35_000), by: 'p1' })
        assert.deepEqual(await store.backlog(later(5000)), { count: 1, oldest: later(1000).getTime() })
      },
    )

    check(
      'a lease is one process alone, counts attempts, is no write of the receipt, and runs out',
      async (store) => {
        const receipt = receiptOf('ana', { work: { attempts: 0, dueAt: NOW.getTime(), by: null } })
        await store.create(receipt)
        const lease = (by: string, now: Date) => store.lease(receipt.id, { now, until: later(30_000), by })
        const all = await Promise.all(['p1', 'p2', 'p3'].map((by) => lease(by, NOW)))
        const [taken, ...more] = all.filter((leased) => leased !== undefined)
        assert.ok(taken)
        assert.equal(more.length, 0)
        assert.deepEqual(taken.work, { attempts: 1, dueAt: later(30_000).getTime(), by: taken.work?.by })
        assert.equal(taken.version, 1)
        assert.deepEqual(await store.due(NOW, 10), [])
        assert.equal((await lease(String(taken.work?.by), NOW))?.work?.attempts, 2)

        assert.equal(await store.renew(receipt.id, { until: later(60_000), by: 'somebody' }), false)
        assert.equal(
          await store.renew(receipt.id, { until: later(60_000), by: String(taken.work?.by) }),
          true,
        )
        assert.equal(await lease('p9', later(59_999)), undefined)
        assert.equal((await lease('p9', later(60_000)))?.work?.by, 'p9')
      },
    )

    check('a lease given back counts no attempt and is due when it says', async (store) => {
      const receipt = receiptOf('ana', { work: { attempts: 0, dueAt: NOW.getTime(), by: null } })
      await store.create(receipt)
      await store.lease(receipt.id, { now: NOW, until: later(30_000), by: 'p1' })
      assert.equal(await store.postpone(receipt.id, { until: later(9_000), by: 'p2' }), false)
      assert.equal(await store.postpone(receipt.id, { until: later(9_000), by: 'p1' }), true)
      const waiting = await store.find('ana', receipt.id)
      assert.deepEqual(waiting?.work, { attempts: 0, dueAt: later(9_000).getTime(), by: null })
      assert.equal(waiting.version, 1)
      assert.deepEqual(await store.due(later(8_999), 10), [])
      assert.equal(
        await store.lease(receipt.id, { now: later(8_999), until: later(1e6), by: 'p1' }),
        undefined,
      )
      assert.equal((await store.due(later(9_000), 10)).length, 1)
    })

    check('a receipt is woken for what has come up, but not out of somebody’s hands', async (store) => {
      const receipt = receiptOf('ana', { work: null })
      await store.create(receipt)
      await store.makeDue('ben', receipt.id, NOW)
      assert.deepEqual(await store.due(later(1e9), 10), [])
      await store.makeDue('ana', receipt.id, later(9_000))
      await store.makeDue('ana', receipt.id, later(20_000))
      const woken = await store.find('ana', receipt.id)
      assert.deepEqual(woken, { ...receipt, work: { attempts: 0, dueAt: later(9_000).getTime(), by: null } })
      const leased = await store.lease(receipt.id, { now: later(9_000), until: later(30_000), by: 'p1' })
      await store.makeDue('ana', receipt.id, NOW)
      assert.deepEqual((await store.find('ana', receipt.id))?.work, leased?.work)
    })

    check(
      'work that needed no change ends without a version, unless something came in between',
      async (store) => {
        const receipt = receiptOf('ana', { work: { attempts: 0, dueAt: NOW.getTime(), by: null } })
        await store.create(receipt)
        const leased = await store.lease(receipt.id, { now: NOW, until: later(30_000), by: 'p1' })
        assert.ok(leased)
        assert.equal(await store.finish(leased, 'p2'), false)
        const changed = await store.save({ ...leased, note: 'in between' })
        assert.equal(await store.finish(leased, 'p1'), false)
        assert.equal((await store.find('ana', receipt.id))?.work?.by, 'p1')
        assert.equal(await store.finish(changed, 'p1'), true)
        assert.deepEqual(await store.find('ana', receipt.id), { ...changed, work: null })
        assert.deepEqual(await store.due(later(1e9), 10), [])
      },
    )

    check('a receipt without work cannot be leased', async (store) => {
      const receipt = receiptOf('ana')
      await store.create(receipt)
      assert.equal(await store.lease(receipt.id, { now: NOW, until: later(1), by: 'p1' }), undefined)
    })

    check('a write leaves a lease taken in the meantime alone, unless it says otherwise', async (store) => {
      const receipt = receiptOf('ana', { work: { attempts: 0, dueAt: NOW.getTime(), by: null } })
      await store.create(receipt)
      const leased = await store.lease(receipt.id, { now: NOW, until: later(30_000), by: 'p1' })
      const saved = await store.save({ ...receipt, merchant: 'A' })
      assert.deepEqual(saved.work, leased?.work)
      const done = await store.save(saved, { work: null })
      assert.equal(done.work, null)
      assert.deepEqual(await store.find('ana', receipt.id), done)
      assert.deepEqual(await store.due(later(1e9), 10), [])
    })
  })
}
