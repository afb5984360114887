import PDFDocument from 'pdfkit'

/** A line of a form: its words, one below the other, and its amount as it is printed. */
export type PaperLine = [words: string | string[], amount?: string]

/** Draws lines with amounts at the right margin of an A4 page, as PDF. */
export async function drawPaper(lines: PaperLine[], { columns = false } = {}): Promise<Buffer> {
  const document = new PDFDocument({ size: 'A4', margin: 40 })
  const parts: Buffer[] = []
  document.on('data', (part: Buffer) => parts.push(part))
  const ended = new Promise((resolve) => document.on('end', resolve))
  document.font('Helvetica').fontSize(9)
  let y = 40
  for (const [words, amount] of lines) {
    for (const text of [words].flat()) {
      document.text(text, 40, y, { lineBreak: false })
      y += 12
    }
    if (amount !== undefined && columns) {
      const [ringgit = '', sen = ''] = amount.split('.')
      document.text(ringgit, 440, y - 12, { width: 60, align: 'right', lineBreak: false })
      document.text(sen, 520, y - 12, { lineBreak: false })
    } else if (amount !== undefined) {
      document.text(amount, 400, y - 12, { width: 150, align: 'right', lineBreak: false })
    }
    y += 6
  }
  document.end()
  await ended
  return Buffer.concat(parts)
}

/** Form EA in Malay, as employers fill it in. */
export const malayEa = (amount: Record<string, string>, year = 2025): PaperLine[] => [
  [['(C.P.8A - Pin. 2021)', 'PENYATA SARAAN DARIPADA PENGGAJIAN', `BAGI TAHUN BERAKHIR 31 DISEMBER ${year}`]],
  ['No. Majikan E 9123456708'],
  ['A  BUTIRAN PEKERJA'],
  ['1. Nama Penuh Pekerja:  NURUL CONTOH'],
  ['6. No. KWSP: 12345678'],
  ['7. No. PERKESO: 900101145678'],
  ['8. Bilangan anak yang layak untuk pelepasan cukai: 2'],
  [
    [
      'B  PENDAPATAN PENGGAJIAN, MANFAAT DAN TEMPAT KEDIAMAN',
      '(Tidak Termasuk Elaun / Perkuisit / Pemberian / Manfaat Yang Dikecualikan Cukai)',
    ],
  ],
  ['1. (a) Gaji kasar, upah atau gaji cuti (termasuk gaji lebih masa)', amount.a],
  ['(b) Fi (termasuk fi pengarah), komisen atau bonus', amount.b],
  ['(c) Tip kasar, perkuisit, penerimaan sagu hati atau elaun-elaun lain', amount.c],
  ['(d) Cukai Pendapatan yang dibayar oleh Majikan bagi pihak Pekerja', amount.d],
  ['(e) Manfaat Skim Opsyen Saham Pekerja (ESOS)', amount.e],
  ['(f) Ganjaran bagi tempoh dari 1.1.2015 hingga 31.12.2025', amount.f],
  ['2. Butiran bayaran tunggakan dan lain-lain bagi tahun-tahun terdahulu', amount.arrears],
  ['3. Manfaat berupa barangan (Nyatakan: kereta)', amount.kind],
  ['4. Nilai tempat kediaman (Alamat: 12, Jalan Contoh 50000 Kuala Lumpur)', amount.home],
  ['5. Bayaran balik daripada Kumpulan Wang Simpanan yang tidak diluluskan', amount.refund],
  ['6. Pampasan kerana kehilangan pekerjaan', amount.loss],
  ['C  PENCEN DAN LAIN-LAIN'],
  ['1. Pencen', amount.pension],
  ['2. Anuiti atau Bayaran Berkala yang lain', amount.annuity],
  ['JUMLAH', amount.total],
  ['D  JUMLAH POTONGAN'],
  ['1. Potongan Cukai Bulanan (PCB) yang dibayar kepada LHDNM', amount.pcb],
  ['2. Arahan Potongan CP 38', amount.cp38],
  ['3. Zakat yang dibayar melalui potongan gaji', amount.zakat],
  ['4. Derma / hadiah / sumbangan yang diluluskan melalui potongan gaji', amount.gifts],
  ['5. Jumlah tuntutan potongan oleh pekerja melalui Borang TP1 berkaitan:'],
  ['(a) Pelepasan', amount.tp1],
  ['(b) Zakat selain yang dibayar melalui potongan gaji bulanan', amount.tp1Zakat],
  ['6. Jumlah pelepasan bagi anak yang layak', amount.children],
  [
    [
      'E  CARUMAN YANG DIBAYAR OLEH PEKERJA KEPADA KUMPULAN WANG SIMPANAN /',
      'PENCEN YANG DILULUSKAN DAN PERKESO',
    ],
  ],
  [
    ['1. Nama Kumpulan Wang: KWSP', 'Amaun caruman yang wajib dibayar (nyatakan bahagian pekerja sahaja)'],
    amount.epf,
  ],
  ['2. PERKESO: Amaun caruman yang wajib dibayar (bahagian pekerja sahaja)', amount.socso],
  ['F  JUMLAH ELAUN / PERKUISIT / PEMBERIAN / MANFAAT YANG DIKECUALIKAN CUKAI', amount.exempt],
  ['Nama Pegawai: PENGURUS CONTOH   No. telefon majikan: 03-8000 8000'],
]

/** Form EA in English. */
export const englishEa = (amount: Record<string, string>, year = 2025): PaperLine[] => [
  [['C.P.8A', 'STATEMENT OF REMUNERATION FROM EMPLOYMENT', `FOR THE YEAR ENDED 31 DECEMBER ${year}`]],
  ["Employer's No. E 9876543210"],
  ['A  PARTICULARS OF EMPLOYEE'],
  ['6. EPF No. 87654321   7. SOCSO No. 850505105555'],
  [
    [
      'B  EMPLOYMENT INCOME, BENEFITS AND LIVING ACCOMMODATION',
      '(Excluding Tax Exempt Allowances / Perquisites / Gifts / Benefits)',
    ],
  ],
  ['1. (a) Gross salary, wages or leave pay (including overtime pay)', amount.a],
  ['(b) Fees (including director fees), commission or bonus', amount.b],
  [
    ['(c) Gross tips, perquisites, awards / rewards or other allowances', '(Details of payment: travelling)'],
    amount.c,
  ],
  ['(d) Income Tax borne by the Employer in respect of his Employee', amount.d],
  ['(e) Employee Share Option Scheme (ESOS) benefit', amount.e],
  ['(f) Gratuity for the period from 1.1.2010 to 31.12.2025', amount.f],
  ['2. Details of arrears and others for preceding years paid in the current year', amount.arrears],
  ['3. Benefits in kind (Specify: car)', amount.kind],
  ['4. Value of living accommodation (Address: )', amount.home],
  ['5. Refund from unapproved Provident / Pension Fund', amount.refund],
  ['6. Compensation for loss of employment', amount.loss],
  ['C  PENSION AND OTHERS'],
  ['1. Pension', amount.pension],
  ['2. Annuities or other Periodical Payments', amount.annuity],
  ['TOTAL', amount.total],
  ['D  TOTAL DEDUCTION'],
  ['1. Monthly Tax Deductions (MTD) remitted to LHDNM', amount.pcb],
  ['2. CP 38 Deductions', amount.cp38],
  ['3. Zakat paid via salary deduction', amount.zakat],
  ['4. Approved donations / gifts / contributions via salary deduction', amount.gifts],
  ['5. Total claim for deduction by employee via Form TP1 on:'],
  ['(a) Relief', amount.tp1],
  ['(b) Zakat other than that paid via monthly salary deduction', amount.tp1Zakat],
  ['6. Total qualifying child relief', amount.children],
  [['E  CONTRIBUTIONS PAID BY EMPLOYEE TO APPROVED PROVIDENT / PENSION FUND', 'AND SOCSO']],
  [
    ['1. Name of Provident Fund: EPF', "Amount of compulsory contribution paid (employee's share only)"],
    amount.epf,
  ],
  ["2. SOCSO: Amount of compulsory contribution paid (employee's share only)", amount.socso],
  ['F  TOTAL TAX EXEMPT ALLOWANCES / PERQUISITES / GIFTS / BENEFITS', amount.exempt],
]
