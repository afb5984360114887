import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../../server/adapters/sqlite/database.ts'
import { createReceiptStore } from '../../server/adapters/sqlite/receipt-store.ts'
import { receiptStoreContract } from './receipt-store.ts'

receiptStoreContract('SQLite', async (use) => {
  const folder = await mkdtemp(join(tmpdir(), 'receipt-store-'))
  const db = openDatabase(join(folder, 'test.db'))
  try {
    await use(createReceiptStore(db))
  } finally {
    db.close()
    await rm(folder, { recursive: true })
  }
})
