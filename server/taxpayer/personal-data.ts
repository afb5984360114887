import type { Clock } from '../clock.ts'
import { malaysianDay } from '../malaysian-time.ts'
import { jsonFile, type PersonalData } from '../personal-data.ts'
import { EXTENSIONS, folderOf, originalKey } from '../receipts/files/keys.ts'
import { wholeFile } from '../receipts/files/whole-file.ts'
import type { FileStore, RetainUntil } from '../receipts/ports.ts'
import { storedKeys } from '../stored-keys.ts'
import type { TaxpayerItem, TaxpayerItems } from './ports.ts'
import { statementSchema } from './statements/model.ts'

const YEARS = storedKeys.year.prefix
const MERCHANTS = storedKeys.merchant.prefix
const STATEMENTS = storedKeys.statement.prefix

interface Deps {
  items: TaxpayerItems
  files: FileStore
  retainUntil: RetainUntil
  clock: Clock
}

/** A person's facts by year, their statements with the files, and their past decisions by merchant. */
export function createTaxpayerData({ items, files, retainUntil, clock }: Deps): PersonalData {
  async function all(userId: string) {
    const years = await items.list(userId, YEARS)
    const merchants = await items.list(userId, MERCHANTS)
    const statements = await items.list(userId, STATEMENTS)
    return {
      years: years.items,
      merchants: merchants.items,
      statements: statements.items.map(toStatement),
      damaged: [years, merchants, statements].flatMap((list) => list.damaged),
    }
  }

  return {
    async holdings({ sub }) {
      const { years, merchants, statements } = await all(sub)
      const kept = new Set(statements.map(({ year }) => year))
      const days = await Promise.all([...kept].map((year) => retainUntil(sub, year)))
      const today = malaysianDay(clock.now())
      const current = days.filter((day) => day >= today).sort()
      const counts = { taxYears: years.length, statements: statements.length, merchants: merchants.length }
      return { counts, retainUntil: current.at(-1) ?? null, lockedUntil: null }
    },

    async *files({ sub }) {
      const { years, merchants, statements } = await all(sub)
      for (const year of years) yield jsonFile(`tax-years/${nameOf(year, YEARS)}/taxpayer.json`, year.data)
      for (const { year, data } of statements.filter(({ data }) => data.state === 'kept')) {
        const { id, file } = data
        const path = `tax-years/${year}/statements/${id}`
        yield jsonFile(`${path}.json`, data)
        yield {
          path: `${path}.${EXTENSIONS[file.type]}`,
          modifiedAt: new Date(file.addedAt),
          sha256: file.sha256,
          content: () => wholeFile(files, originalKey(sub, id, file.id)),
        }
      }
      const byMerchant = merchants.map((one) => [nameOf(one, MERCHANTS), one.data])
      yield jsonFile('merchants.json', Object.fromEntries(byMerchant))
    },

    async erase({ sub }) {
      const { years, merchants, statements, damaged } = await all(sub)
      for (const { item, data } of statements) {
        await files.removeAll(folderOf(sub, data.id))
        await items.remove(sub, item)
      }
      for (const { item } of [...years, ...merchants]) await items.remove(sub, item)
      for (const { id: item } of damaged) {
        // The key of a statement ends with its id.
        if (storedKeys.statement.has(item)) await files.removeAll(folderOf(sub, item.split('#').at(-1) ?? ''))
        await items.remove(sub, item)
      }
    },
  }
}

const nameOf = ({ item }: TaxpayerItem, prefix: string) => item.slice(prefix.length)

const toStatement = (found: TaxpayerItem) => ({
  item: found.item,
  year: Number(nameOf(found, STATEMENTS).split('#')[0]),
  data: statementSchema.parse(found.data),
})
