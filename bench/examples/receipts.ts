/** A receipt to be drawn. Every shop, address and number is invented. */
export interface ExampleReceipt {
  /** The file's name without its ending. */
  name: string
  kind: 'photo' | 'pdf' | 'einvoice'
  /** Whether the button "ten example receipts" adds it; the others serve README and tests. */
  inDemo: boolean
  shop: string
  registration: string
  address: string[]
  /** Lines below the address, such as a title or who it is made out to. */
  heading: string[]
  /** Label and value pairs before the items. */
  facts: [string, string][]
  items: { text: string; sen: number; detail?: string; classification?: string }[]
  /** Lines between items and total, such as the tax. */
  extras: [string, number][]
  totalLabel: string
  /** Lines after the total. */
  footer: string[]
  /** YYYY-MM-DD. */
  day: string
  /** How it is photographed. */
  look: { degrees: number; shade: 'left' | 'right' | 'top'; paper: 'thermal' | 'white'; desk: string }
}

const total = ({ items, extras }: Pick<ExampleReceipt, 'items' | 'extras'>) =>
  items.reduce((sum, { sen }) => sum + sen, 0) + extras.reduce((sum, [, sen]) => sum + sen, 0)

export const totalSen = (receipt: ExampleReceipt) => total(receipt)

const OAK = '#8a6a47'
const SLATE = '#5c6468'
const LINEN = '#c9bda6'

export const examples: ExampleReceipt[] = [
  {
    name: 'clinic-2026-02-14',
    kind: 'photo',
    inDemo: true,
    shop: 'KLINIK KELUARGA IMPIAN',
    registration: '202001045678 (1401234-K)',
    address: ['17, Jalan Cempaka 2/3', '43650 Bandar Baru Bangi, Selangor', 'Tel: 03-5510 1122'],
    heading: ['RESIT RASMI'],
    facts: [
      ['No. Resit', 'KI-004417'],
      ['Tarikh', '14/02/2026'],
      ['Pesakit', 'AISYAH BINTI RAHMAN'],
    ],
    items: [
      { text: 'KONSULTASI DOKTOR', sen: 35_00 },
      { text: 'VAKSIN INFLUENZA', sen: 95_00 },
    ],
    extras: [],
    totalLabel: 'JUMLAH RM',
    footer: ['TUNAI              130.00', 'Terima kasih'],
    day: '2026-02-14',
    look: { degrees: -1.2, shade: 'left', paper: 'white', desk: OAK },
  },
  {
    name: 'dentist-2026-08-08',
    kind: 'photo',
    inDemo: true,
    shop: 'KLINIK PERGIGIAN SENYUM',
    registration: '202103118842 (SA0542217-H)',
    address: ['8, Jalan Melati 1/2, Seksyen 7', '40000 Shah Alam, Selangor', 'Tel 03-5510 0000'],
    heading: ['RESIT RASMI'],
    facts: [
      ['No. resit', 'R-20931'],
      ['Tarikh', '08/08/2026'],
      ['Diterima daripada', 'AISYAH BINTI RAHMAN'],
    ],
    items: [
      { text: 'PENSKALAAN & PENGGILAPAN', sen: 90_00 },
      { text: 'RAWATAN FLUORIDA', sen: 30_00 },
    ],
    extras: [],
    totalLabel: 'JUMLAH BAYARAN',
    footer: [
      'KAD DEBIT          120.00',
      'Dr. Lim Hui Yee',
      'MDC 05218',
      'Terima kasih. Jaga senyuman anda.',
    ],
    day: '2026-08-08',
    look: { degrees: 1.4, shade: 'right', paper: 'white', desk: LINEN },
  },
  {
    name: 'bookshop-2026-08-11',
    kind: 'photo',
    inDemo: true,
    shop: 'KEDAI BUKU SERI MAJU',
    registration: '201901023456 (1332785-X)',
    address: ['12, Jalan Bunga Raya 3', '43000 Kajang, Selangor'],
    heading: [],
    facts: [
      ['RESIT KB-0048213', 'JURUWANG 02'],
      ['TARIKH 11/08/2026', '16:42'],
    ],
    items: [
      { text: 'KAMUS PELAJAR DWIBAHASA', sen: 25_80 },
      { text: 'NOVEL LAUT YANG TENANG', sen: 39_20 },
      { text: 'ENSIKLOPEDIA KANAK-KANAK', sen: 24_90 },
      { text: 'KERTAS A4 70GSM 500S', sen: 13_20 },
    ],
    extras: [],
    totalLabel: 'JUMLAH RM',
    footer: ['TUNAI              105.00', 'BAKI                 1.90', 'TERIMA KASIH'],
    day: '2026-08-11',
    look: { degrees: 0.8, shade: 'top', paper: 'thermal', desk: SLATE },
  },
  {
    name: 'phone-shop-2026-05-09',
    kind: 'einvoice',
    inDemo: true,
    shop: 'GEDUNG KOMPUTER ANGSANA SDN BHD',
    registration: '201801009988',
    address: ['Aras 1, Plaza Angsana'],
    heading: [],
    facts: [['No', 'GKA-2026-01178']],
    items: [
      { text: 'TELEFON PINTAR NUSA 12 256GB', sen: 999_00, classification: '003' },
      { text: 'SARUNG TELEFON', sen: 79_00, classification: '022' },
    ],
    extras: [],
    totalLabel: '',
    footer: [],
    day: '2026-05-09',
    look: { degrees: 0, shade: 'left', paper: 'white', desk: OAK },
  },
  {
    name: 'broadband-2026-07-28',
    kind: 'pdf',
    inDemo: true,
    shop: 'JALUR LEBAR NUSA SDN BHD',
    registration: '201501034455 (1159788-T)',
    address: ['Menara Nusa, Jalan Tasik', '50480 Kuala Lumpur'],
    heading: ['BIL BULANAN / MONTHLY BILL', 'AISYAH BINTI RAHMAN'],
    facts: [
      ['No. Invois', 'JLN-26070028841'],
      ['Tarikh Bil', '28/07/2026'],
      ['Tarikh Bayaran', '28/07/2026 (autodebit)'],
    ],
    items: [{ text: 'Langganan internet jalur lebar 100 Mbps', sen: 93_40 }],
    extras: [['Cukai perkhidmatan 6 %', 5_60]],
    totalLabel: 'Jumlah telah dibayar RM',
    footer: ['Terima kasih atas pembayaran anda.'],
    day: '2026-07-28',
    look: { degrees: 0, shade: 'left', paper: 'white', desk: OAK },
  },
  {
    name: 'gym-2026-01-03',
    kind: 'photo',
    inDemo: true,
    shop: 'GIMNASIUM CERGAS JAYA SDN BHD',
    registration: '201701055667 (1269832-D)',
    address: ['Lot 5, Jalan Sukan 4', '47300 Petaling Jaya'],
    heading: ['RECEIPT'],
    facts: [
      ['Receipt No', 'GCJ 20260103-07'],
      ['Date', '03 Jan 2026'],
    ],
    items: [{ text: 'GYM MEMBERSHIP JAN-JUN 2026', sen: 480_00 }],
    extras: [],
    totalLabel: 'TOTAL RM',
    footer: ['PAID BY CARD       480.00', 'Thank you'],
    day: '2026-01-03',
    look: { degrees: -1.8, shade: 'right', paper: 'thermal', desk: OAK },
  },
  {
    name: 'nursery-2026-07-31',
    kind: 'photo',
    inDemo: true,
    shop: 'TADIKA MENTARI',
    registration: 'No. pendaftaran KPM: BTD 4417',
    address: ['3, Jalan Anggerik 6', '43000 Kajang, Selangor'],
    heading: ['RESIT YURAN'],
    facts: [
      ['Resit', 'TM-0719'],
      ['Tarikh', '31/07/2026'],
      ['Murid', 'AINA BINTI HAFIZ'],
    ],
    items: [{ text: 'YURAN TADIKA JULAI 2026', sen: 350_00 }],
    extras: [],
    totalLabel: 'JUMLAH RM',
    footer: ['PINDAHAN BANK      350.00'],
    day: '2026-07-31',
    look: { degrees: 1.1, shade: 'left', paper: 'white', desk: LINEN },
  },
  {
    name: 'petrol-2026-06-19',
    kind: 'photo',
    inDemo: true,
    shop: 'STESEN MINYAK SERI BANGI',
    registration: '202201012345 (1457891-A)',
    address: ['Batu 14, Jalan Reko', '43000 Kajang'],
    heading: [],
    facts: [
      ['RESIT 88120', 'PAM 04'],
      ['TARIKH 19/06/2026', '07:58'],
    ],
    items: [{ text: 'RON95 39.024 L x 2.05', sen: 80_00 }],
    extras: [],
    totalLabel: 'JUMLAH RM',
    footer: ['KAD KREDIT          80.00', 'SELAMAT JALAN'],
    day: '2026-06-19',
    look: { degrees: -0.7, shade: 'top', paper: 'thermal', desk: SLATE },
  },
  {
    name: 'groceries-2026-07-11',
    kind: 'photo',
    inDemo: true,
    shop: 'PASAR MINI RAYA',
    registration: '201601078901 (1199827-M)',
    address: ['22, Jalan Pasar', '43000 Kajang, Selangor'],
    heading: [],
    facts: [
      ['RESIT 20260711-0093', 'KAUNTER 1'],
      ['TARIKH 11/07/2026', '10:21'],
    ],
    items: [
      { text: 'BERAS 5KG', sen: 26_90 },
      { text: 'AYAM SEGAR 2.1KG', sen: 21_00 },
      { text: 'TELUR GRED B 30', sen: 13_50 },
      { text: 'SAYUR CAMPUR', sen: 12_45 },
      { text: 'SABUN PENCUCI', sen: 10_50 },
    ],
    extras: [],
    totalLabel: 'JUMLAH RM',
    footer: ['TUNAI              100.00', 'BAKI                15.65'],
    day: '2026-07-11',
    look: { degrees: 1.9, shade: 'right', paper: 'thermal', desk: OAK },
  },
  {
    name: 'restaurant-2026-08-02',
    kind: 'photo',
    inDemo: true,
    shop: 'RESTORAN SELERA KAMPUNG',
    registration: '202401033221 (1579001-W)',
    address: ['5, Jalan Semarak', '43650 Bandar Baru Bangi'],
    heading: [],
    facts: [
      ['Bil 3391', 'Meja 12'],
      ['Tarikh 02/08/2026', '13:10'],
    ],
    items: [
      { text: 'NASI CAMPUR', sen: 27_00, detail: '2 x 13.50' },
      { text: 'IKAN BAKAR', sen: 32_00 },
      { text: 'AIR LIMAU', sen: 9_00, detail: '2 x 4.50' },
    ],
    extras: [['Cukai perkhidmatan 6 %', 4_10]],
    totalLabel: 'JUMLAH RM',
    footer: ['E-DOMPET            72.10', 'Jumpa lagi'],
    day: '2026-08-02',
    look: { degrees: -1.5, shade: 'left', paper: 'thermal', desk: LINEN },
  },
  {
    name: 'tuition-2025-09-06',
    kind: 'photo',
    inDemo: false,
    shop: 'PUSAT TUISYEN CEMERLANG',
    registration: '201401022334 (1098432-P)',
    address: ['9, Jalan Ilmu', '40150 Shah Alam'],
    heading: ['RESIT RASMI'],
    facts: [
      ['No', '25-0906-14'],
      ['Tarikh', '06/09/2025'],
    ],
    items: [{ text: 'YURAN TUISYEN MATEMATIK SEP 2025', sen: 120_00 }],
    extras: [],
    totalLabel: 'JUMLAH RM',
    footer: ['TUNAI              120.00'],
    day: '2025-09-06',
    look: { degrees: 0.9, shade: 'top', paper: 'white', desk: SLATE },
  },
  {
    name: 'sports-shop-2025-11-15',
    kind: 'photo',
    inDemo: false,
    shop: 'KEDAI SUKAN PANTAS',
    registration: '201901077889 (1344556-U)',
    address: ['Lot G12, Pusat Beli Bangi', '43650 Bandar Baru Bangi'],
    heading: [],
    facts: [
      ['RESIT 55201', 'JURUWANG 01'],
      ['TARIKH 15/11/2025', '18:05'],
    ],
    items: [
      { text: 'RAKET BADMINTON', sen: 119_00 },
      { text: 'BULU TANGKIS 6S', sen: 39_00 },
      { text: 'KASUT SUKAN', sen: 189_00 },
    ],
    extras: [],
    totalLabel: 'JUMLAH RM',
    footer: ['KAD DEBIT          347.00', 'TERIMA KASIH'],
    day: '2025-11-15',
    look: { degrees: -1.1, shade: 'right', paper: 'thermal', desk: OAK },
  },
  {
    name: 'zakat-2025-03-20',
    kind: 'photo',
    inDemo: false,
    shop: 'LEMBAGA ZAKAT NEGERI CONTOH',
    registration: 'Kaunter Kajang',
    address: ['Jalan Masjid', '43000 Kajang'],
    heading: ['RESIT ZAKAT'],
    facts: [
      ['No. Resit', 'ZK 2025 004812'],
      ['Tarikh', '20/03/2025'],
      ['Pembayar', 'AISYAH BINTI RAHMAN'],
    ],
    items: [{ text: 'ZAKAT PENDAPATAN 2025', sen: 600_00 }],
    extras: [],
    totalLabel: 'JUMLAH RM',
    footer: ['PERBANKAN INTERNET 600.00'],
    day: '2025-03-20',
    look: { degrees: 0.6, shade: 'left', paper: 'white', desk: LINEN },
  },
]
