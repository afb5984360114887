import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readFields } from '../../server/reading/fields/index.ts'
import { pageOf } from '../support/page-of.ts'

/**
 * Imitations of the documents people claim with, in the words that such documents use. None is real: docs/documents.md
 * says which kinds were tried with real ones.
 */
interface Imitation {
  what: string
  pages: string[]
  /** What this person pays with this paper. */
  totalSen: number
  date?: string
}

const imitations: Imitation[] = [
  {
    what: 'a power bill in Malay whose last bill was paid',
    totalSen: 14_560,
    date: '2026-03-05',
    pages: [
      `
BEKALAN ELEKTRIK CONTOH BERHAD
Bil Elektrik
No. Akaun 220012345678
Tarikh Bil                05.03.2026
Tempoh Bil                05.02.2026 - 04.03.2026
Bil Terdahulu             RM 131.20
Bayaran Terakhir          RM 131.20
Baki Terdahulu            RM 0.00
Caj Semasa                RM 145.58
Penggenapan               RM 0.02
Jumlah Perlu Dibayar      RM 145.60
Bayar Sebelum             04.04.2026
`,
    ],
  },
  {
    what: 'a power bill with an unpaid balance: the current charges, as the last bill is a paper of its own',
    totalSen: 14_560,
    date: '2026-03-05',
    pages: [
      `
BEKALAN ELEKTRIK CONTOH BERHAD
Bill Date                 05 Mar 2026
Previous Balance          RM 131.20
Balance Brought Forward   RM 131.20
Current Charges           RM 145.60
Total Amount Due          RM 276.80
Please pay before         04 Apr 2026
`,
    ],
  },
  {
    what: 'a broadband bill of two pages',
    totalSen: 13_780,
    date: '2026-07-28',
    pages: [
      `
JALUR LEBAR CONTOH SDN BHD
Tax Invoice
Bill Date             28/07/2026
Account No            1034567890
Previous Bill         RM 137.80
Payment Received      RM -137.80
Overdue Amount        RM 0.00
Current Month Charges RM 137.80
Total Amount To Pay   RM 137.80
Due Date              18/08/2026
`,
      `
Charges in detail
Home Fibre 100Mbps    RM 130.00
Service Tax 6%        RM 7.80
Sub Total             RM 137.80
`,
    ],
  },
  {
    what: 'a hospital account whose total stands before ten pages of terms',
    totalSen: 184_320,
    date: '2026-10-04',
    pages: [
      `
HOSPITAL CONTOH SDN BHD
Final Bill
Date                  04/10/2026
Ward and Nursing      RM 1,200.00
Laboratory            RM 243.20
Pharmacy              RM 400.00
Total Amount Payable  RM 1,843.20
`,
      ...Array.from(
        { length: 10 },
        (_, at) => `
Terms and conditions ${at + 1}
A deposit of RM 5,000.00 may be asked for before admission.
Charges above RM 10,000.00 are settled within seven days.
The fee for a copy of a report is RM 53.00.
`,
      ),
    ],
  },
  {
    what: 'a premium statement whose second page lists every month',
    totalSen: 300_000,
    pages: [
      `
INSURANS HAYAT CONTOH BERHAD
Premium Statement
Year of Assessment 2025
Date                  15/01/2026
Sum Assured           RM 300,000.00
Total Premium Paid    RM 3,000.00
`,
      `
Month            Premium
January 2025     RM 250.00
February 2025    RM 250.00
March 2025       RM 250.00
`,
    ],
  },
  {
    what: 'a phone bill in Malay',
    totalSen: 8_480,
    date: '2026-05-12',
    pages: [
      `
TELEKOMUNIKASI CONTOH BERHAD
Penyata Bil
Tarikh Bil            12/05/2026
Had Kredit            RM 300.00
Baki Dibawa Ke Hadapan RM 0.00
Caj Bulan Ini         RM 80.00
Cukai Perkhidmatan 6% RM 4.80
Jumlah Bil            RM 84.80
Jumlah Perlu Dibayar  RM 84.80
`,
    ],
  },
  {
    what: 'an annual premium statement of a life insurer',
    totalSen: 240_000,
    date: '2026-01-15',
    pages: [
      `
INSURANS HAYAT CONTOH BERHAD
Premium Statement for Income Tax Purposes 2025
Date                      15 January 2026
Policy No                 L123456789
Sum Assured               RM 250,000.00
Cash Surrender Value      RM 18,450.00
Bonus Declared            RM 1,200.00
Total Premium Paid        RM 2,400.00
`,
    ],
  },
  {
    what: 'a takaful contribution statement in Malay',
    totalSen: 180_000,
    pages: [
      `
TAKAFUL CONTOH BERHAD
Penyata Caruman Tahunan
Tarikh                    20/01/2026
Jumlah Perlindungan       RM 150,000.00
Nilai Akaun               RM 9,870.00
Jumlah Caruman Dibayar    RM 1,800.00
`,
    ],
  },
  {
    what: 'a renewal notice of a medical policy',
    totalSen: 31_320,
    pages: [
      `
INSURANS PERUBATAN CONTOH BERHAD
Renewal Notice
Date                      02/02/2026
Annual Limit              RM 1,000,000.00
Lifetime Limit            RM 5,000,000.00
Premium                   RM 290.00
Service Tax 8%            RM 23.20
Total Premium Due         RM 313.20
`,
    ],
  },
  {
    what: 'an education savings deposit (SSPN)',
    totalSen: 300_000,
    date: '2026-06-30',
    pages: [
      `
TABUNG PENDIDIKAN CONTOH
Resit Simpanan
Tarikh Transaksi          30/06/2026
No. Akaun                 1234567890
Amaun Simpanan            RM 3,000.00
Baki Semasa               RM 15,420.00
`,
    ],
  },
  {
    what: 'an education savings deposit in English',
    totalSen: 50_000,
    date: '2026-06-30',
    pages: [
      `
EDUCATION SAVINGS CONTOH
Deposit Receipt
Transaction Date          30/06/2026
Opening Balance           RM 12,000.00
Deposit Amount            RM 500.00
Closing Balance           RM 12,500.00
`,
    ],
  },
  {
    what: 'an order from several sellers with shipping and vouchers',
    totalSen: 11_250,
    date: '2026-09-09',
    pages: [
      `
PASAR DALAM TALIAN CONTOH
Order Details
Order ID: 2609091234ABCD
Order Date                09/09/2026
Seller: KEDAI BUKU SATU
Buku Latihan Matematik    RM 45.00
Merchandise Subtotal      RM 45.00
Seller: KEDAI BUKU DUA
Kamus Dewan               RM 75.00
Merchandise Subtotal      RM 75.00
Shipping Subtotal         RM 9.50
Shipping Discount         -RM 5.00
Shop Voucher              -RM 7.00
Platform Voucher          -RM 5.00
Order Total               RM 112.50
`,
    ],
  },
  {
    what: 'an order in Malay',
    totalSen: 5_390,
    date: '2026-08-08',
    pages: [
      `
PASAR DALAM TALIAN CONTOH
Butiran Pesanan
Tarikh Pesanan            08/08/2026
Jumlah Kecil Barangan     RM 59.00
Caj Penghantaran          RM 4.90
Diskaun Penghantaran      -RM 4.90
Baucar                    -RM 5.10
Jumlah Pesanan            RM 53.90
`,
    ],
  },
  {
    what: 'a ride',
    totalSen: 1_850,
    date: '2026-04-17',
    pages: [
      `
Your trip receipt
17 Apr 2026
Fare                      RM 20.50
Platform Fee              RM 1.00
Tolls                     RM 2.00
Promo                     -RM 5.00
Total Paid                RM 18.50
Paid with wallet          RM 18.50
Points earned             37
`,
    ],
  },
  {
    what: 'a food delivery',
    totalSen: 3_110,
    date: '2026-04-18',
    pages: [
      `
Food delivery receipt
18 Apr 2026
Nasi Lemak Ayam 2         RM 24.00
Teh Tarik                 RM 3.20
Subtotal                  RM 27.20
Delivery Fee              RM 5.90
Small Order Fee           RM 2.00
Discount                  -RM 4.00
Total                     RM 31.10
`,
    ],
  },
]

describe('documents people claim with: imitations', () => {
  for (const { what, pages, totalSen, date } of imitations)
    test(what, () => {
      const read = readFields(
        pages.map((text, at) => pageOf(text, at + 1)),
        { today: '2026-11-29' },
      )
      assert.equal(read.totalSen?.value, totalSen)
      if (date) assert.equal(read.date?.value, date)
    })
})
