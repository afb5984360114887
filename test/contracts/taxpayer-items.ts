import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { inspect } from 'node:util'
import { z } from 'zod'
import { InvalidRecordError } from '../../server/errors.ts'
import { DamagedItemError, ItemChangedError, type TaxpayerItems } from '../../server/taxpayer/ports.ts'
import type { StoredKind } from '../../server/taxpayer/stored-items.ts'

type Open = (kinds: readonly StoredKind[]) => TaxpayerItems

const kindOf = (schema: z.ZodType, repair: StoredKind['repair'] = null): StoredKind[] => [
  { prefix: '', name: 'document', schema, repair },
]
const anything = kindOf(z.unknown())

/** What every TaxpayerItems keeps to. `open` gives stores of the same items that differ in the kinds they know. */
export function taxpayerItemsContract(
  name: string,
  withStore: (use: (open: Open) => Promise<void>) => Promise<void>,
) {
  const check = (what: string, use: (items: TaxpayerItems, open: Open) => Promise<void>) =>
    test(what, () => withStore((open) => use(open(anything), open)))

  describe(`TaxpayerItems: ${name}`, () => {
    check('a document comes back as it was stored, to its owner alone', async (items) => {
      const data = {
        text: 'ünï #$',
        none: null,
        empty: '',
        list: [],
        sen: 100_000_000_000,
        deep: [{ a: 0.1 }],
      }
      assert.equal(await items.put('ana', 'year#2026', data, 0), 1)
      assert.deepEqual(await items.find('ana', 'year#2026'), { item: 'year#2026', version: 1, data })
      assert.equal(await items.find('ben', 'year#2026'), undefined)
      assert.equal(await items.find('ana', 'year#2025'), undefined)
    })

    check('a change needs the version it is based on', async (items) => {
      await items.put('ana', 'year#2026', { at: 1 }, 0)
      await assert.rejects(items.put('ana', 'year#2026', { at: 2 }, 0), new ItemChangedError(1))
      assert.equal(await items.put('ana', 'year#2026', { at: 3 }, 1), 2)
      await assert.rejects(items.put('ana', 'year#2026', { at: 4 }, 1), new ItemChangedError(2))
      await assert.rejects(items.put('ana', 'year#2025', { at: 5 }, 3), new ItemChangedError(0))
      assert.equal(await items.put('ana', 'year#2026', { at: 6 }, 'any'), 3)
      assert.equal(await items.put('ana', 'year#2024', { at: 7 }, 'any'), 1)
      assert.deepEqual((await items.find('ana', 'year#2026'))?.data, { at: 6 })
    })

    check('of many changes of one version one is made; with any version all are', async (items) => {
      const numbers = Array.from({ length: 8 }, (_, number) => number)
      const based = await Promise.allSettled(numbers.map((n) => items.put('ana', 'a#1', { n }, 0)))
      assert.equal(based.filter(({ status }) => status === 'fulfilled').length, 1)
      const versions = await Promise.all(numbers.map((n) => items.put('ana', 'a#1', { n }, 'any')))
      assert.deepEqual(
        versions.sort((a, b) => a - b),
        numbers.map((n) => n + 2),
      )
    })

    check('lists what begins with a prefix, by name', async (items) => {
      for (const item of ['year#2025', 'year#2023', 'merchant#year#', 'year', 'years#1', 'year#2024']) {
        await items.put('ana', item, { item }, 0)
      }
      await items.put('ben', 'year#2022', {}, 0)
      const { items: found, damaged } = await items.list('ana', 'year#')
      assert.deepEqual(damaged, [])
      assert.deepEqual(
        found.map(({ item, version }) => [item, version]),
        [
          ['year#2023', 1],
          ['year#2024', 1],
          ['year#2025', 1],
        ],
      )
    })

    check('what could not be read is not stored, and the version before stays', async (_, open) => {
      const items = open(kindOf(z.object({ sen: z.int() })))
      await items.put('ana', 'year#2026', { sen: 1 }, 0)
      const invalid = new InvalidRecordError('document', ['sen'])
      await assert.rejects(items.put('ana', 'year#2026', { sen: 1.5 }, 1), invalid)
      await assert.rejects(items.put('ana', 'year#2025', { sen: undefined }, 0), invalid)
      assert.deepEqual(await items.find('ana', 'year#2026'), {
        item: 'year#2026',
        version: 1,
        data: { sen: 1 },
      })
      assert.equal(await items.find('ana', 'year#2025'), undefined)
    })

    check('one that cannot be read is named, affects no other, and can be replaced', async (any, open) => {
      const items = open(kindOf(z.object({ sen: z.int() })))
      await any.put('ana', 'year#2025', { sen: 'Ana' }, 0)
      await items.put('ana', 'year#2026', { sen: 1 }, 0)
      await assert.rejects(items.find('ana', 'year#2025'), (error) => {
        assert.ok(error instanceof DamagedItemError)
        assert.deepEqual([error.id, error.version, error.members], ['year#2025', 1, ['sen']])
        assert.deepEqual(error.data, { sen: 'Ana' })
        assert.ok(!inspect(error, { depth: 9, showHidden: true }).includes('Ana'))
        return true
      })
      const list = await items.list('ana', 'year#')
      assert.deepEqual(
        [list.items.map(({ item }) => item), list.damaged.map(({ id }) => id)],
        [['year#2026'], ['year#2025']],
      )
      assert.equal(await items.put('ana', 'year#2025', { sen: 2 }, 1), 2)
      assert.deepEqual((await items.find('ana', 'year#2025'))?.data, { sen: 2 })
      await any.put('ana', 'year#2025', [], 2)
      assert.equal(await items.put('ana', 'year#2025', { sen: 3 }, 'any'), 4)
    })

    check('one that an earlier release stored wrongly is repaired when it is read', async (any, open) => {
      const half = (data: unknown) => ({ sen: Math.round((data as { sen: number }).sen) })
      const items = open(kindOf(z.object({ sen: z.int() }), half))
      await any.put('ana', 'year#2025', { sen: 1.7 }, 0)
      assert.deepEqual((await items.find('ana', 'year#2025'))?.data, { sen: 2 })
      assert.deepEqual((await items.list('ana', 'year#')).items[0]?.data, { sen: 2 })
    })

    check('a removed document is gone, and may be made anew', async (items) => {
      await items.put('ana', 'year#2026', { at: 1 }, 0)
      await items.remove('ben', 'year#2026')
      assert.ok(await items.find('ana', 'year#2026'))
      await items.remove('ana', 'year#2026')
      await items.remove('ana', 'year#2026')
      assert.equal(await items.find('ana', 'year#2026'), undefined)
      assert.equal(await items.put('ana', 'year#2026', { at: 2 }, 0), 1)
    })
  })
}
