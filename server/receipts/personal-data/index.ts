import type { Clock } from '../../clock.ts'
import type { PersonalData } from '../../personal-data.ts'
import { prefetch } from '../../prefetch.ts'
import { eachRecord, eachRow, type Row } from '../each-receipt.ts'
import type { PageTexts } from '../files/page-texts.ts'
import type { FileStore, ReceiptStore, RetainUntil } from '../ports.ts'
import type { ReadRecord } from '../record.ts'
import type { Removal } from '../removal/index.ts'
import { exportedFiles } from './exported-files.ts'
import { holdingsOf } from './holdings.ts'

/** Receipts erased at the same time; each mostly waits for its storage. */
const AT_ONCE = 8

interface Deps {
  store: ReceiptStore
  files: FileStore
  texts: PageTexts
  removal: Pick<Removal, 'eraseReceipt'>
  retainUntil: RetainUntil
  clock: Clock
}

/** All receipts of a person, the trash included: counted, exported and erased. */
export function createReceiptData(deps: Deps): PersonalData {
  const { store, removal } = deps
  return {
    holdings: ({ sub }) => holdingsOf(deps, sub, allRows(store, sub)),

    async *files({ sub }) {
      for await (const record of allRecords(store, sub)) yield* exportedFiles(deps, record)
    },

    async erase({ sub }) {
      for await (const _ of prefetch(allRows(store, sub), AT_ONCE, ({ id }) =>
        removal.eraseReceipt(sub, id),
      ));
    },
  }
}

/** Newest first, then the trash. */
async function* allRows(store: ReceiptStore, userId: string): AsyncGenerator<Row> {
  yield* eachRow(store, userId, { view: { kind: 'all' } })
  yield* eachRow(store, userId, { view: { kind: 'trash' } })
}

async function* allRecords(store: ReceiptStore, userId: string): AsyncGenerator<ReadRecord> {
  yield* eachRecord(store, userId, { view: { kind: 'all' } })
  yield* eachRecord(store, userId, { view: { kind: 'trash' } })
}
