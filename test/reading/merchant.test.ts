import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readFields } from '../../server/reading/fields/index.ts'
import { pageOf } from '../support/page-of.ts'
import { readText } from '../support/read-text.ts'

const REST = `
NO 12, JALAN MAWAR 3/2, TAMAN INDAH
47100 PUCHONG, SELANGOR
TEL: 03-80611234
DATE: 14/03/2026
TOTAL                          25.00
CASH                           50.00
CHANGE                         25.00`

/** Of a shop and the company that owns it either is a merchant. */
type Names = [merchant: string | null, legalName: string | null, brand?: string | null]

/** @param head the lines above the address */
const HEADS: [what: string, head: string, names: Names][] = [
  [
    'a name and its form over two lines',
    'PERNIAGAAN ALAT TULIS\nCAHAYA SDN BHD',
    ['PERNIAGAAN ALAT TULIS CAHAYA SDN BHD', 'PERNIAGAAN ALAT TULIS CAHAYA SDN BHD'],
  ],
  [
    'over three lines',
    'PUSAT PERUBATAN\nMURNI JAYA\nSDN. BHD.',
    ['PUSAT PERUBATAN MURNI JAYA SDN. BHD.', 'PUSAT PERUBATAN MURNI JAYA SDN. BHD.'],
  ],
  [
    'the form on a line of its own with a number',
    'RIMBA HIJAU TRADING\nSDN BHD (882134-K)',
    ['RIMBA HIJAU TRADING SDN BHD', 'RIMBA HIJAU TRADING SDN BHD'],
  ],
  [
    'the form with a number glued on',
    'KHIDMAT DOKTOR GIGI\nSDN BHD(1122334-P)',
    ['KHIDMAT DOKTOR GIGI SDN BHD', 'KHIDMAT DOKTOR GIGI SDN BHD'],
  ],
  [
    'the form with a number of twelve digits',
    'BENGKEL KERETA WAWASAN\nSDN BHD 202001012345 (1357911-X)',
    ['BENGKEL KERETA WAWASAN SDN BHD', 'BENGKEL KERETA WAWASAN SDN BHD'],
  ],
  [
    'SDN and BHD apart',
    'MAKANAN LAUT SEGAR SDN\nBHD (456123-A)',
    ['MAKANAN LAUT SEGAR SDN BHD', 'MAKANAN LAUT SEGAR SDN BHD'],
  ],
  [
    '(M) before the form',
    'HARMONI ELEKTRIK (M)\nSDN BHD',
    ['HARMONI ELEKTRIK (M) SDN BHD', 'HARMONI ELEKTRIK (M) SDN BHD'],
  ],
  [
    '(MALAYSIA) on the second line',
    'GLOBAL KASUT\n(MALAYSIA) SDN BHD',
    ['GLOBAL KASUT (MALAYSIA) SDN BHD', 'GLOBAL KASUT (MALAYSIA) SDN BHD'],
  ],
  [
    'a trade name above the company',
    'KOPI SENJA\nSENJA VENTURES SDN BHD\n(1239876-T)',
    ['SENJA VENTURES SDN BHD', 'SENJA VENTURES SDN BHD', 'KOPI SENJA'],
  ],
  [
    'a trade name below the company',
    'BINTANG RUNCIT SDN BHD\n(765432-V)\nMART KITA PUCHONG',
    ['BINTANG RUNCIT SDN BHD', 'BINTANG RUNCIT SDN BHD'],
  ],
  [
    'owned by',
    'DAPUR NENEK\nOWNED BY: WARISAN MAKAN SDN BHD\n(1100220-M)',
    [null, 'WARISAN MAKAN SDN BHD', 'DAPUR NENEK'],
  ],
  [
    'operated by, on a line of its own',
    'GYM TENAGA\nOPERATED BY\nKUAT SEJAHTERA SDN BHD',
    [null, 'KUAT SEJAHTERA SDN BHD', 'GYM TENAGA'],
  ],
  [
    'dimiliki oleh',
    'TADIKA PELANGI CERIA\nDIMILIKI OLEH ILMU PELANGI SDN BHD',
    [null, 'ILMU PELANGI SDN BHD', 'TADIKA PELANGI CERIA'],
  ],
  [
    'a company of',
    'FARMASI SIHAT\nA COMPANY OF SIHAT HOLDINGS BERHAD',
    [null, 'SIHAT HOLDINGS BERHAD', 'FARMASI SIHAT'],
  ],
  [
    'an enterprise',
    'KEDAI BUNGA MELUR ENTERPRISE\n(002345678-W)',
    ['KEDAI BUNGA MELUR ENTERPRISE', 'KEDAI BUNGA MELUR ENTERPRISE'],
  ],
  ['a partnership', 'KLINIK RAKAN PLT\n(LLP0012345-LGN)', ['KLINIK RAKAN PLT', 'KLINIK RAKAN PLT']],
  [
    'and sons over two lines',
    'LIM AH KOW & SONS\nHARDWARE SDN BHD',
    ['LIM AH KOW & SONS HARDWARE SDN BHD', 'LIM AH KOW & SONS HARDWARE SDN BHD'],
  ],
  ['an open end', 'TAN &\nPARTNERS ENTERPRISE', ['TAN & PARTNERS ENTERPRISE', null]],
  [
    'a name without a form',
    'RESTORAN SELERA KAMPUNG',
    ['RESTORAN SELERA KAMPUNG', null, 'RESTORAN SELERA KAMPUNG'],
  ],
  [
    'KOMPUTER stays KOMPUTER',
    'PUSAT KOMPUTER MAJU SDN BHD',
    ['PUSAT KOMPUTER MAJU SDN BHD', 'PUSAT KOMPUTER MAJU SDN BHD'],
  ],
  [
    'words of Malay that look like English ones',
    'SERVIS ELEKTRONIK BAHARI ENTERPRISE',
    ['SERVIS ELEKTRONIK BAHARI ENTERPRISE', null],
  ],
  [
    'a Chinese name above the company',
    '永兴文具店\nYONG HIN STATIONERY SDN BHD',
    ['YONG HIN STATIONERY SDN BHD', 'YONG HIN STATIONERY SDN BHD'],
  ],
  ['a Chinese name alone', '福满楼茶餐室有限公司', ['福满楼茶餐室有限公司', '福满楼茶餐室有限公司']],
]

describe('the names of a shop', () => {
  for (const [what, head, [merchant, legalName, brand]] of HEADS) {
    test(what, () => {
      const read = readFields([pageOf(head + REST)], { today: '2026-11-22' })
      const either = [legalName, brand]
      if (merchant === null) assert.ok(either.includes(read.merchant?.value ?? null), read.merchant?.value)
      else assert.equal(read.merchant?.value, merchant)
      if (legalName !== null) assert.equal(read.legalName?.value, legalName)
      if (brand !== undefined) assert.equal(read.brand?.value ?? null, brand)
    })
  }

  test('at the bottom, where only an address stands at the top', () => {
    const text = `TAX INVOICE${REST}\nTHANK YOU FOR SHOPPING AT\nKEDAI SUKAN JUARA SDN BHD (998877-H)`
    const read = readFields([pageOf(text)], { today: '2026-11-22' })
    assert.equal(read.merchant?.value, 'KEDAI SUKAN JUARA SDN BHD')
  })
})

describe('whom a document is for is no shop', () => {
  const body = ['PRODUCT 1    1   $100.00   $100.00', 'SERVICE 3    1   $20.00    $20.00', 'TOTAL $120.00']
  const merchantOf = (...head: string[]) =>
    readText([...head, 'INVOICE NO 8812', 'DATE 14/03/2026', ...body].join('\n')).merchant?.value

  test('with the label before the name or above it', () => {
    for (const label of [
      'SHIP TO',
      'BILL TO:',
      'Sold to',
      'Deliver To',
      'KEPADA',
      'Customer name:',
      'PENERIMA:',
    ]) {
      assert.equal(
        merchantOf('TOKO ILMU ENTERPRISE', `${label}`, 'XZY COMPANY'),
        'TOKO ILMU ENTERPRISE',
        label,
      )
      assert.doesNotMatch(String(merchantOf(`${label} XZY COMPANY`, 'INVOICE')), /XZY/, label)
      assert.doesNotMatch(String(merchantOf('INVOICE', label, 'XZY COMPANY')), /XZY/, label)
    }
  })

  test('nor is a line of goods', () =>
    assert.doesNotMatch(String(merchantOf('SHIP TO', 'XZY COMPANY')), /XZY|PRODUCT|SERVICE/))

  test('a shop may be called so', () => {
    assert.equal(merchantOf('CUSTOMER CARE BOOKS SDN BHD'), 'CUSTOMER CARE BOOKS SDN BHD')
    assert.equal(merchantOf('SHIPPING WORLD SDN BHD'), 'SHIPPING WORLD SDN BHD')
  })
})

test('a name that a second look confirms wins over the one that was read with more confidence', () => {
  const page = pageOf(`KEDAI BUKU TED HENG\n${REST.trim()}`)
  const others = [
    { text: 'KEDAI BUKU TEO HENG', confidence: 0.9 },
    { text: 'KEDAI BUKU TEO HENG', confidence: 0.95 },
  ]
  const read = (count: number) => {
    const lines = page.lines.map((line, i) =>
      i === 0 ? { ...line, alternatives: others.slice(0, count) } : line,
    )
    return readFields([{ ...page, lines }])
  }
  assert.equal(read(1).merchant?.value, 'KEDAI BUKU TED HENG')
  assert.equal(read(2).merchant?.value, 'KEDAI BUKU TEO HENG')
  assert.equal(read(2).brand?.value, 'KEDAI BUKU TEO HENG')
  assert.ok((read(2).merchant?.confidence ?? 1) < 0.9, 'contradicted')
})
