import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { ItemChangedError, type TaxpayerItems } from '../../server/taxpayer/ports.ts'

/** What every TaxpayerItems keeps to. */
export function taxpayerItemsContract(
  name: string,
  withItems: (use: (items: TaxpayerItems) => Promise<void>) => Promise<void>,
) {
  const check = (what: string, use: (items: TaxpayerItems) => Promise<void>) =>
    test(what, () => withItems(use))

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
      const found = await items.list('ana', 'year#')
      assert.deepEqual(
        found.map(({ item, version }) => [item, version]),
        [
          ['year#2023', 1],
          ['year#2024', 1],
          ['year#2025', 1],
        ],
      )
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
