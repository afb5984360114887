import type { Block } from '../kind.ts'

/** What follows stands on the next page. */
export const nextPage =
  (): Block =>
  ({ sheet }) =>
    sheet.nextPage()

/** What suppliers print on the pages without figures that matter; amounts and days in it are nobody's. */
const NOTICES = {
  en: [
    'Please pay before the due date. A late payment charge of 1% may be added to your next bill.',
    'You can pay at any branch, at post offices, by internet banking, or with our app.',
    'A deposit of two months is held until the account is closed. Reconnection costs RM 5.00.',
    'Terms of 1 January 2022 apply. Ask for them at our counters, or call between 8.30 am and 5.30 pm.',
    'Complaints about this document are accepted within 30 days of its date.',
  ],
  ms: [
    'Sila bayar sebelum tarikh akhir. Caj lewat 1% boleh ditambah pada bil berikutnya.',
    'Bayaran boleh dibuat di mana-mana cawangan, pejabat pos, perbankan internet atau aplikasi kami.',
    'Deposit dua bulan disimpan sehingga akaun ditutup. Caj sambungan semula ialah RM 5.00.',
    'Terma bertarikh 1 Januari 2022 terpakai. Dapatkan di kaunter kami, atau hubungi antara 8.30 pagi dan 5.30 petang.',
    'Aduan tentang dokumen ini diterima dalam 30 hari dari tarikhnya.',
  ],
}

/** A few of the notices, in an order of their own. */
export const notices =
  (): Block =>
  ({ purchase, sheet, random }) => {
    const texts = NOTICES[purchase.language === 'ms' ? 'ms' : 'en']
    const first = random.int(0, texts.length - 1)
    sheet.gap()
    for (let at = 0; at < 3; at++) sheet.left(texts[(first + at) % texts.length] ?? '', { scale: 0.85 })
  }
