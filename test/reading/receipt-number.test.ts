import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readText } from '../support/read-text.ts'

const numberOn = (rows: string) =>
  readText(`KEDAI CONTOH SDN BHD\n${rows}\nDATE: 01/02/2026\nTOTAL     5.00`).receiptNumber?.value ?? null

describe('receipt numbers', () => {
  for (const [rows, number] of [
    ['NO. RESIT: KP 2041', 'KP 2041'],
    ['No. Resit : R-00031', 'R-00031'],
    ['NOMBOR BIL: 88120045', '88120045'],
    ['INV0ICE N0: A10023', 'A10023'],
    ['单号: A10023', 'A10023'],
    ['发票号码：INV-2026-031', 'INV-2026-031'],
    ['收据编号 00317', '00317'],
    ['NO: 00317', '00317'],
    ['REFUND NO: R00012\nORIGINAL RECEIPT NO: A10023', 'R00012'],
  ] as const)
    test(rows, () => assert.equal(numberOn(rows), number))
})

describe('numbers of houses, companies, tables and policies are none', () => {
  for (const rows of [
    'NO. 12, JALAN BESAR 3/4',
    'NO 12-14 JALAN PETALING',
    'NO. 128\nJALAN BESAR, 50000 KUALA LUMPUR',
    'NO 7, LORONG KENARI',
    'NO. SYARIKAT: 201901012345',
    'NO. MEJA: 123',
    'NO. AHLI: 88123',
    'NO 12',
  ])
    test(rows, () => assert.equal(numberOn(rows), null))
})
