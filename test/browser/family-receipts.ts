/** Forty purchases of a family of four in 2025, as a reader finds them on the pictures, one kind after the other. */

const YEAR = 2025

type Purchase = [shop: string, day: string, items: [name: string, ringgit: string][]]

const PURCHASES: Purchase[] = [
  ['KEDAI BUKU SERI MAJU', '05/01', [['BUKU LATIHAN MATEMATIK', '18.90']]],
  [
    'KEDAI BUKU SERI MAJU',
    '14/03',
    [
      ['NOVEL SEJARAH', '45.00'],
      ['KERTAS A4 70GSM 500S', '13.20'],
    ],
  ],
  ['POPULAR BOOK CO', '21/06', [['KAMUS BAHASA MELAYU', '65.00']]],
  ['TELEFON JAYA SDN BHD', '02/02', [['SMARTPHONE 128GB', '999.00']]],
  ['KOMPUTER PINTAR ENTERPRISE', '17/04', [['LAPTOP 14 INCH', '2,199.00']]],
  ['JALUR LEBAR NUSANTARA SDN BHD', '08/01', [['UNIFI HOME BROADBAND 100MBPS', '129.00']]],
  ['JALUR LEBAR NUSANTARA SDN BHD', '08/02', [['UNIFI HOME BROADBAND 100MBPS', '129.00']]],
  ['JALUR LEBAR NUSANTARA SDN BHD', '08/03', [['UNIFI HOME BROADBAND 100MBPS', '129.00']]],
  ['GIMNASIUM CERGAS', '10/01', [['GYM MEMBERSHIP 12 MONTHS', '960.00']]],
  ['SUKAN RIA SDN BHD', '11/02', [['RAKET BADMINTON', '189.00']]],
  ['SUKAN RIA SDN BHD', '12/07', [['KASUT FUTSAL', '159.00']]],
  [
    'KLINIK KELUARGA AMAN',
    '19/01',
    [
      ['CONSULTATION', '45.00'],
      ['MEDICINE', '38.00'],
    ],
  ],
  ['KLINIK KELUARGA AMAN', '23/05', [['FULL MEDICAL CHECK-UP', '380.00']]],
  ['KLINIK PERGIGIAN SENYUM', '04/02', [['SCALING AND POLISHING', '120.00']]],
  ['KLINIK PERGIGIAN SENYUM', '06/08', [['TAMPALAN GIGI', '150.00']]],
  ['KLINIK KANAK-KANAK CERIA', '15/03', [['VAKSIN INFLUENZA', '90.00']]],
  ['HOSPITAL PAKAR DAMAI', '27/04', [['RAWATAN PAKAR JANTUNG', '1,250.00']]],
  ['FARMASI SIHAT', '03/03', [['PARACETAMOL 500MG', '12.50']]],
  ['TADIKA BINTANG KECIL', '02/01', [['YURAN TADIKA JANUARI', '450.00']]],
  ['TADIKA BINTANG KECIL', '02/02', [['YURAN TADIKA FEBRUARI', '450.00']]],
  ['TASKA MESRA', '03/01', [['YURAN TASKA JANUARI', '380.00']]],
  ['TASKA MESRA', '03/02', [['YURAN TASKA FEBRUARI', '380.00']]],
  ['PUSAT TUISYEN GEMILANG', '12/01', [['YURAN TUISYEN', '160.00']]],
  ['LEMBAGA ZAKAT NEGERI', '30/03', [['ZAKAT PENDAPATAN', '350.00']]],
  ['UNIVERSITI TERBUKA NUSANTARA', '09/09', [['TUITION FEE MASTER OF SCIENCE', '2,400.00']]],
  ['AKADEMI KEMAHIRAN DIGITAL', '20/05', [['KURSUS KEMAHIRAN', '600.00']]],
  [
    'PASAR RAYA MURAH',
    '04/01',
    [
      ['BERAS 10KG', '39.90'],
      ['MINYAK MASAK', '29.90'],
    ],
  ],
  ['PASAR RAYA MURAH', '18/02', [['SUSU TEPUNG', '52.30']]],
  ['RESTORAN SELERA KAMPUNG', '25/01', [['NASI CAMPUR', '24.50']]],
  ['RESTORAN SELERA KAMPUNG', '19/07', [['NASI KANDAR', '31.00']]],
  ['STESEN MINYAK LEBUH RAYA', '06/02', [['RON95', '80.00']]],
  ['STESEN MINYAK LEBUH RAYA', '06/05', [['RON95', '75.00']]],
  ['STESEN PENGECAS EV HIJAU', '22/06', [['EV CHARGING SUBSCRIPTION', '120.00']]],
  ['KEDAI PAKAIAN ANGGUN', '28/03', [['BAJU KURUNG', '139.00']]],
  ['GEDUNG PERABOT SELESA', '16/04', [['MEJA TULIS', '260.00']]],
  ['KEDAI MAINAN GEMBIRA', '01/06', [['SET BLOK MAINAN', '89.00']]],
  ['PAWAGAM BINTANG', '13/06', [['TIKET WAYANG', '56.00']]],
  ['DOBI SEGERA', '07/07', [['CUCI DAN LIPAT', '18.00']]],
  ['KEDAI CERMIN MATA JELAS', '29/07', [['SPECTACLES', '320.00']]],
  ['MUZIUM NEGARA ILMU', '31/08', [['TIKET MASUK MUZIUM', '20.00']]],
]

export const HOW_MANY = PURCHASES.length

const sen = (ringgit: string) => Math.round(Number(ringgit.replace(',', '')) * 100)
const ringgit = (amount: number) => (amount / 100).toFixed(2)

/** What stands on the receipt with this number; each has a number of its own, so that none looks like another. */
export function linesOfReceipt(n: number): string[] {
  const [shop, day, items] = PURCHASES[n % PURCHASES.length] as Purchase
  const total = items.reduce((sum, [, price]) => sum + sen(price), 0)
  return [
    shop,
    'NO 12, JALAN BESAR, 50000 KUALA LUMPUR',
    `RECEIPT NO: F${1000 + n}`,
    `DATE: ${day}/${YEAR} 10:15`,
    ...items.map(([name, price]) => `${name} 1 x ${price} ${price}`),
    `TOTAL RM ${ringgit(total)}`,
    `CASH ${ringgit(total)}`,
  ]
}
