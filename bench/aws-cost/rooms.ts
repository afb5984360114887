import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { v4 as uuid } from 'uuid'
import type { Dynamo } from '../../server/adapters/dynamodb/database.ts'
import { createIdempotencyKeys } from '../../server/adapters/dynamodb/idempotency-keys.ts'
import { createReceiptStore } from '../../server/adapters/dynamodb/receipt-store.ts'
import { createTaxpayerItems } from '../../server/adapters/dynamodb/taxpayer-documents.ts'
import { systemClock } from '../../server/clock.ts'
import { createEvents } from '../../server/events.ts'
import type { Law } from '../../server/law/law.ts'
import { createLog } from '../../server/log.ts'
import { createFieldRules } from '../../server/reading/field-rules.ts'
import type { PageText } from '../../server/reading/page-text.ts'
import type { PageReader, PageTools } from '../../server/reading/ports.ts'
import type { IncomingFile } from '../../server/receipts/files/incoming.ts'
import { createReceipts } from '../../server/receipts/index.ts'
import type { FileStore } from '../../server/receipts/ports.ts'
import { storedKinds } from '../../server/services/stored-kinds.ts'
import { createSuggest } from '../../server/suggestions/index.ts'
import { createRetainUntil } from '../../server/taxpayer/retain-until.ts'
import { poolHere } from '../../test/support/page-tools.ts'

/** A receipt of usual length: 30 lines, 700 characters, five items. */
const usual = (number: number) => [
  'KEDAI BUKU DAN ALAT TULIS MAJU JAYA SDN BHD',
  '(867388-U)',
  'NO 12, JALAN BESAR, TAMAN SRI MUDA',
  '50000 KUALA LUMPUR',
  'TEL: 03-2164 5678 FAX: 03-2164 5679',
  'SST ID: W10-1808-32000123',
  'TAX INVOICE',
  `INVOICE NO: INV-${String(number).padStart(7, '0')}`,
  'DATE: 14/03/2026 10:15 AM',
  'CASHIER: AMINAH TERMINAL: 02',
  'DESCRIPTION QTY PRICE AMOUNT',
  'SPM PHYSICS REVISION GUIDE 1 x 25.00 25.00',
  'SPM CHEMISTRY REVISION GUIDE 1 x 27.50 27.50',
  'A4 EXERCISE BOOK 200 PAGES 5 x 4.20 21.00',
  'BALL PEN BLUE 0.5 MM 10 x 1.20 12.00',
  'GEOMETRY SET 1 x 14.90 14.90',
  'TOTAL QTY: 18',
  'SUBTOTAL 100.40',
  'SST 6% 6.02',
  'TOTAL 106.42',
  'ROUNDING ADJ -0.02',
  'TOTAL PAYABLE RM 106.40',
  'CASH RM 110.00',
  'CHANGE RM 3.60',
  'SST SUMMARY AMOUNT TAX',
  'S = 6% 100.40 6.02',
  'GOODS SOLD ARE NOT REFUNDABLE',
  'EXCHANGE WITHIN 7 DAYS WITH RECEIPT',
  'THANK YOU, PLEASE COME AGAIN',
  'TERIMA KASIH',
]

/** The receipts room on a DynamoDB, with files in memory and a reader that says what a usual receipt does. */
export function openRooms(dynamo: Dynamo, law: Law) {
  let read = 0
  const reader: PageReader = {
    read: async () => [pageOf(usual(++read))],
    close: async () => {},
  }
  const items = createTaxpayerItems(dynamo, storedKinds)
  const store = createReceiptStore(dynamo)
  return createReceipts({
    ...createSuggest({ law, items, store }),
    law,
    resumeJob: async () => false,
    retainUntil: createRetainUntil({ law, items }),
    store,
    files: filesInMemory(),
    keys: createIdempotencyKeys(dynamo, systemClock),
    reader,
    rules: createFieldRules(poolHere),
    tools: {} as PageTools,
    events: createEvents(createLog('silent')),
    clock: systemClock,
    processId: uuid(),
    concurrency: 4,
    incomingFolder: '',
  })
}

export type Rooms = ReturnType<typeof openRooms>

export const incoming = (): IncomingFile => ({
  path: '',
  bytes: 1_200_000,
  sha256: randomBytes(32).toString('hex'),
  type: 'image/jpeg',
  pages: 1,
  width: 2000,
  height: 4000,
})

function filesInMemory(): FileStore {
  const written = new Map<string, Uint8Array>()
  return {
    keep: async () => {},
    write: async (key, bytes) => void written.set(key, bytes),
    copy: async () => true,
    async open(key) {
      const bytes = written.get(key)
      return bytes && { stream: Readable.from([bytes]), bytes: bytes.length }
    },
    local: async () => ({ path: '', release: async () => {} }),
    list: async () => [],
    removeAll: async () => null,
    lockUntil: async () => {},
    check: async () => {},
  }
}

/** With places as precise as readers give them: digits that nothing makes smaller. */
function pageOf(lines: string[]): PageText {
  const noise = () => Math.random() / 1000
  return {
    page: 1,
    width: 2000,
    height: 4000,
    lines: lines.map((text, i) => ({
      text,
      confidence: 0.97 + noise(),
      box: {
        left: 0.05 + noise(),
        top: i / lines.length + noise(),
        width: text.length * 0.018 + noise(),
        height: 0.7 / lines.length + noise(),
      },
    })),
  }
}
