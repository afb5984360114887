import type { Clock } from '../clock.ts'
import { malaysianDay } from '../malaysian-time.ts'
import { type ExportedFile, jsonFile, type PersonalData, type RecordName } from '../personal-data.ts'
import { EXTENSIONS, folderOf, originalKey } from '../receipts/files/keys.ts'
import type { RecoverFiles } from '../receipts/files/recover-files.ts'
import { wholeFile } from '../receipts/files/whole-file.ts'
import type { FileStore, RetainUntil } from '../receipts/ports.ts'
import { storedKeys } from '../stored-keys.ts'
import { readableFacts } from './facts.ts'
import type { DamagedItemError, ItemList, TaxpayerItem, TaxpayerItems } from './ports.ts'
import { readableStatement } from './statements/damaged.ts'
import { type Statement, statementSchema } from './statements/model.ts'
import { statementKey } from './statements/statement-key.ts'

const YEARS = storedKeys.year.prefix
const MERCHANTS = storedKeys.merchant.prefix
const STATEMENTS = storedKeys.statement.prefix
const RETURNS = storedKeys.taxReturn.prefix
const RECURRING = storedKeys.recurring.prefix

interface Deps {
  items: TaxpayerItems
  files: FileStore
  recoverFiles: RecoverFiles
  retainUntil: RetainUntil
  clock: Clock
}

/** A person's facts by year, statements with the files, entered lines of returns, answers about recurring payments, and past decisions by
 * merchant. */
export function createTaxpayerData({ items, files, recoverFiles, retainUntil, clock }: Deps): PersonalData {
  async function all(userId: string) {
    const [years, merchants, statements, returns, recurring] = [
      await items.list(userId, YEARS),
      await items.list(userId, MERCHANTS),
      await items.list(userId, STATEMENTS),
      await items.list(userId, RETURNS),
      await items.list(userId, RECURRING),
    ]
    return { years, merchants, statements, returns, recurring }
  }

  function* filesOf(userId: string, { damaged, version, year, ...data }: Statement): Generator<ExportedFile> {
    const { id, file } = data
    const path = `tax-years/${year}/statements/${id}`
    yield { ...jsonFile(`${path}.json`, data), ...(damaged && { damaged: [{ kind: 'statement', id }] }) }
    yield {
      path: `${path}.${EXTENSIONS[file.type]}`,
      modifiedAt: new Date(file.addedAt),
      sha256: file.sha256,
      content: () => wholeFile(files, originalKey(userId, id, file.id)),
    }
  }

  /** Where not even its file is found, only its name. */
  async function* filesOfDamaged(userId: string, error: DamagedItemError): AsyncGenerator<ExportedFile> {
    const statement = await readableStatement(recoverFiles, userId, error)
    if (statement) {
      yield* filesOf(userId, statement)
      return
    }
    const { year, id } = statementKey(error.id)
    yield {
      ...jsonFile(`tax-years/${year}/statements/${id}.json`, null),
      damaged: [{ kind: error.kind, id }],
    }
  }

  return {
    async holdings({ sub }) {
      const { years, merchants, statements } = await all(sub)
      const keys = [...statements.items.map(({ item }) => item), ...statements.damaged.map(({ id }) => id)]
      const kept = new Set(keys.map((item) => statementKey(item).year))
      const days = await Promise.all([...kept].map((year) => retainUntil(sub, year)))
      const today = malaysianDay(clock.now())
      const current = days.filter((day) => day >= today).sort()
      const count = (list: { items: unknown[]; damaged: unknown[] }) =>
        list.items.length + list.damaged.length
      const counts = { taxYears: count(years), statements: count(statements), merchants: count(merchants) }
      return { counts, retainUntil: current.at(-1) ?? null, lockedUntil: null }
    },

    async *files({ sub }) {
      const { years, merchants, statements, returns, recurring } = await all(sub)
      const factsPath = (item: string) => `tax-years/${storedKeys.year.rest(item)}/taxpayer.json`
      for (const { item, data } of years.items) yield jsonFile(factsPath(item), data)
      for (const error of years.damaged) {
        yield { ...jsonFile(factsPath(error.id), readableFacts(error.data)), damaged: [nameOf(error)] }
      }
      yield* documentsOf(returns, (item) => `tax-years/${storedKeys.taxReturn.rest(item)}/return.json`)
      yield* documentsOf(recurring, (item) => `tax-years/${storedKeys.recurring.rest(item)}/recurring.json`)
      for (const found of statements.items.map(toStatement)) {
        if (found.state === 'kept') yield* filesOf(sub, found)
      }
      for (const error of statements.damaged) yield* filesOfDamaged(sub, error)
      const byMerchant = merchants.items.map(({ item, data }) => [storedKeys.merchant.rest(item), data])
      yield {
        ...jsonFile('merchants.json', Object.fromEntries(byMerchant)),
        damaged: merchants.damaged.map(nameOf),
      }
    },

    async erase({ sub }) {
      const { years, merchants, statements, returns, recurring } = await all(sub)
      const keysOf = ({ items: found, damaged }: typeof years) => [
        ...found.map(({ item }) => item),
        ...damaged.map(({ id }) => id),
      ]
      for (const item of keysOf(statements)) {
        await files.removeAll(folderOf(sub, statementKey(item).id))
        await items.remove(sub, item)
      }
      for (const item of [years, merchants, returns, recurring].flatMap(keysOf)) await items.remove(sub, item)
    },
  }
}

function* documentsOf(
  { items, damaged }: ItemList,
  pathOf: (item: string) => string,
): Generator<ExportedFile> {
  for (const { item, data } of items) yield jsonFile(pathOf(item), data)
  for (const error of damaged) yield { ...jsonFile(pathOf(error.id), null), damaged: [nameOf(error)] }
}

const nameOf = ({ kind, id }: DamagedItemError): RecordName => ({ kind, id })

const toStatement = ({ item, version, data }: TaxpayerItem): Statement => ({
  ...statementSchema.parse(data),
  year: statementKey(item).year,
  version,
  damaged: false,
})
