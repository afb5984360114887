import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Database, openDatabase } from '../../server/adapters/sqlite/database.ts'
import { createIdempotencyKeys } from '../../server/adapters/sqlite/idempotency-keys.ts'
import { createPageCounters } from '../../server/adapters/sqlite/page-counters.ts'
import { createReceiptStore } from '../../server/adapters/sqlite/receipt-store.ts'
import { createSessionStore } from '../../server/adapters/sqlite/sessions.ts'
import { createTaxpayerItems } from '../../server/adapters/sqlite/taxpayer-items.ts'
import { idempotencyKeysContract } from './idempotency-keys.ts'
import { pageCountersContract } from './page-counters.ts'
import { receiptStoreContract } from './receipt-store.ts'
import { sessionStoreContract } from './sessions.ts'
import { taxpayerItemsContract } from './taxpayer-items.ts'

async function withDatabase(use: (db: Database) => Promise<void>) {
  const folder = await mkdtemp(join(tmpdir(), 'stores-'))
  const db = openDatabase(join(folder, 'test.db'))
  try {
    await use(db)
  } finally {
    db.close()
    await rm(folder, { recursive: true })
  }
}

receiptStoreContract('SQLite', (use) => withDatabase((db) => use(createReceiptStore(db))))
sessionStoreContract('SQLite', (use) => withDatabase((db) => use(createSessionStore(db))))
taxpayerItemsContract('SQLite', (use) => withDatabase((db) => use((kinds) => createTaxpayerItems(db, kinds))))
pageCountersContract('SQLite', (use) => withDatabase((db) => use(createPageCounters(db))))
idempotencyKeysContract('SQLite', (clock, use) => withDatabase((db) => use(createIdempotencyKeys(db, clock))))
