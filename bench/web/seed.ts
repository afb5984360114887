import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import type { Allocation } from '../../server/receipts/allocation.ts'
import { newReceipt } from '../../server/receipts/model.ts'
import type { ReceiptStore } from '../../server/receipts/ports.ts'
import type { Client } from '../../test/support/app.ts'
import { projectRoot } from '../../test/support/project-root.ts'
import { uploaded } from '../../test/support/receipts.ts'
import { factsPut } from '../../test/support/taxpayer.ts'

export const YEAR = 2026
/** Receipts that wait to be checked, with pictures. */
export const TO_CHECK = 8

const RELIEFS = ['lifestyle-books', 'lifestyle-devices', 'lifestyle-internet', 'sports-equipment', null]
const SHOPS = [
  'KEDAI BUKU SERI MAJU',
  'KLINIK PERGIGIAN AMAN',
  'KOMPUTER JAYA',
  'SUKAN RIA',
  'RESTORAN DAMAI',
]

/** What is searched for, and the share of the receipts in which it is found. */
export const FOUND = { text: 'sukan', oneIn: SHOPS.length }

const two = (n: number) => String(n).padStart(2, '0')

function confirmedReceipt(userId: string, n: number) {
  const relief = RELIEFS[n % RELIEFS.length] ?? null
  const totalSen = 1_000 + ((n * 37) % 9_000)
  const allocation: Allocation = { relief, sen: totalSen, person: null, year: null, otherYears: false }
  return {
    ...newReceipt(uuidv7(), userId, new Date()),
    status: 'confirmed' as const,
    merchant: `${SHOPS[n % SHOPS.length]} ${n}`,
    date: `${YEAR}-${two(1 + (n % 11))}-${two(1 + (n % 28))}`,
    totalSen,
    allocations: [allocation],
  }
}

/** Confirmed receipts of a year, put into the store without being read. */
export async function fillYear(store: ReceiptStore, userId: string, count: number) {
  for (let n = 0; n < count; n++) await store.create(confirmedReceipt(userId, n))
}

/** What the scripted reader finds on the picture with this number: another purchase each time. */
export const linesOf = (n: number) => [
  `KEDAI BUKU NOMBOR ${n}`,
  'NO 12, JALAN BESAR, 50000 KUALA LUMPUR',
  `DATE: ${two(10 + n)}/03/${YEAR} 10:15`,
  `NOVEL 1 x 2${n}.50 2${n}.50`,
  `TOTAL RM 2${n}.50`,
  'CASH 50.00',
]

/** A year as it is after months of use: hundreds confirmed, some to check, an income. */
export async function seedYear(store: ReceiptStore, client: Client, count: number) {
  await fillYear(store, client.sub, count - TO_CHECK)
  const picture = await readFile(join(projectRoot, 'samples/examples/bookshop-2026-08-11.jpg'))
  for (let n = 0; n < TO_CHECK; n++) {
    // Bytes after the end of a JPEG make it another file without changing the picture.
    const receipt = await uploaded(client, Buffer.concat([picture, Buffer.from(`-${n}`)]))
    // Made on the first request, which is not the page's to wait for.
    for (const size of ['thumbnail', 'preview'])
      await (await client.fetch(`/receipts/${receipt.id}/file?size=${size}`)).arrayBuffer()
  }
  await factsPut(client, YEAR, { income: { employment: 84_000_00 } })
}
