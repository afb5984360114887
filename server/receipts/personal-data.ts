import { readAhead } from '../archive/prefetch.ts'
import type { Clock } from '../clock.ts'
import { malaysianDay } from '../malaysian-time.ts'
import { type ExportedFile, jsonFile, type PersonalData, toJsonBuffer } from '../personal-data.ts'
import { EXTENSIONS, originalKey } from './files/keys.ts'
import type { PageTexts } from './files/page-texts.ts'
import { wholeFile } from './files/whole-file.ts'
import type { Receipt } from './model.ts'
import { type FileStore, type ReceiptStore, type RetainUntil, VersionConflictError } from './ports.ts'
import type { summaryOf } from './record.ts'
import type { Removal } from './retention/removal.ts'

const PAGE = 100
/** Receipts being erased at the same time; each waits for its storage most of its time. */
const AT_ONCE = 8

interface Deps {
  store: ReceiptStore
  files: FileStore
  texts: PageTexts
  removal: Removal
  retainUntil: RetainUntil
  clock: Clock
}

type Row = ReturnType<typeof summaryOf>

/** Everything of a person's receipts. */
export function createReceiptData({ store, files, texts, removal, retainUntil, clock }: Deps): PersonalData {
  /** Every receipt, the newest first, then the trash. */
  async function* rowsOf(userId: string): AsyncGenerator<Row> {
    for (const kind of ['all', 'trash'] as const) {
      let page = await store.list(userId, { view: { kind }, words: [], limit: PAGE })
      for (;;) {
        for (const row of page.rows) yield JSON.parse(row)
        if (!page.next) break
        page = await store.list(userId, { view: { kind }, words: [], limit: PAGE, after: page.next })
      }
    }
  }

  async function* filesOf(receipt: Receipt): AsyncGenerator<ExportedFile> {
    const { userId, schema, work, unreadFileIds, pendingUploads, idempotencyKey, ...shown } = receipt
    const folder = `receipts/${receipt.id}`
    const modifiedAt = new Date(receipt.updatedAt)
    yield { ...jsonFile(`${folder}/receipt.json`, shown), modifiedAt }
    for (const file of receipt.files) {
      yield {
        path: `${folder}/${file.id}.${EXTENSIONS[file.type]}`,
        modifiedAt: new Date(file.addedAt),
        sha256: file.sha256,
        content: () => wholeFile(files, originalKey(userId, receipt.id, file.id)),
      }
      yield {
        path: `${folder}/${file.id}.text.json`,
        modifiedAt,
        optional: true,
        async content() {
          const text = await texts.get(receipt, file.id)
          return text && toJsonBuffer(text)
        },
      }
    }
  }

  async function latest(userId: string, years: number[], known: Map<number, string>) {
    for (const year of years) if (!known.has(year)) known.set(year, await retainUntil(userId, year))
    return years.map((year) => known.get(year) ?? '').reduce((one, other) => (one > other ? one : other), '')
  }

  async function erase(userId: string, id: string) {
    let receipt = await store.find(userId, id)
    while (receipt && receipt.status !== 'receiving') {
      try {
        await removal.removeShown(receipt)
        return
      } catch (error) {
        if (!(error instanceof VersionConflictError)) throw error
        receipt = error.current
      }
    }
  }

  return {
    async holdings({ sub }) {
      const counts = { receipts: 0, files: 0, receiptsToKeep: 0 }
      const today = malaysianDay(clock.now())
      let lastDay: string | null = null
      const byYear = new Map<number, string>()
      for await (const row of rowsOf(sub)) {
        counts.receipts++
        counts.files += row.files
        const until = row.status === 'confirmed' ? await latest(sub, yearsOf(row), byYear) : ''
        if (until < today) continue
        counts.receiptsToKeep++
        if (lastDay === null || until > lastDay) lastDay = until
      }
      return { counts, retainUntil: lastDay, lockedUntil: files.lockUntil && lastDay }
    },

    async *files({ sub }) {
      for await (const { id } of rowsOf(sub)) {
        const receipt = await store.find(sub, id)
        // Removed since it was listed.
        if (receipt && receipt.status !== 'receiving') yield* filesOf(receipt)
      }
    },

    async erase({ sub }) {
      for await (const _ of readAhead(rowsOf(sub), AT_ONCE, ({ id }) => erase(sub, id)));
    },
  }
}

const yearsOf = ({ yearOfAssessment, allocations }: Row) =>
  [yearOfAssessment, ...allocations.map(({ year }) => year)].filter((year) => year !== null)
