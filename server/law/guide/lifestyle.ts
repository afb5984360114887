import { forFamily, forYou, keepReceipt, ownBusiness } from './common.ts'
import type { Guides, Line } from './line.ts'

const keepBill: Line = {
  en: 'the monthly bills in your name and the proof of payment',
  ms: 'bil bulanan atas nama anda dan bukti pembayaran',
}
const keepNamedEquipment: Line = {
  en: 'the receipt that names the equipment',
  ms: 'resit yang menyebut peralatan itu',
}
const shoes: Line = {
  en: 'Do sports shoes count? A minister said yes, advisers call them clothing; LHDN has written nothing.',
  ms: 'Adakah kasut sukan dikira? Menteri berkata ya, penasihat cukai menganggapnya pakaian; LHDN belum menulis apa-apa.',
}
const motorised: Line = { en: 'Motorised two-wheelers', ms: 'Kenderaan dua roda bermotor' }
const sportsWear: Line = { en: 'Sports clothing', ms: 'Pakaian sukan' }
const forSports: readonly Line[] = [
  { ...forFamily, until: 2024 },
  {
    en: 'you, your husband or wife, your children, and parents who live in Malaysia',
    ms: 'anda, suami atau isteri, anak, dan ibu bapa yang tinggal di Malaysia',
    from: 2025,
  },
]

export const lifestyle: Guides = {
  lifestyle: {
    counts: [
      {
        en: 'Books, magazines and newspapers, also digital',
        ms: 'Buku, majalah dan surat khabar, juga yang digital',
      },
      { en: 'A phone, tablet or computer', ms: 'Telefon, tablet atau komputer' },
      { en: 'The internet bill in your own name', ms: 'Bil internet atas nama anda sendiri' },
      { en: 'Sports equipment and the gym', ms: 'Peralatan sukan dan gimnasium', until: 2023 },
      {
        en: 'A course you take for a skill or a hobby',
        ms: 'Kursus kemahiran atau hobi yang anda ikuti',
        from: 2024,
      },
    ],
    doesNotCount: [
      { en: 'Stationery, toys and bags', ms: 'Alat tulis, mainan dan beg' },
      ownBusiness,
      { en: 'An internet bill in another name', ms: 'Bil internet atas nama orang lain' },
      { en: 'Anything for your parents', ms: 'Apa-apa untuk ibu bapa' },
      {
        en: 'Sports and the gym: they have a relief of their own',
        ms: 'Sukan dan gimnasium: ada pelepasannya sendiri',
        from: 2024,
      },
    ],
    for: [forFamily],
    keep: [
      {
        en: 'the receipts that name the book or device, and the bills in your name',
        ms: 'resit yang menyebut buku atau peranti, dan bil atas nama anda',
      },
    ],
    changes: [
      {
        year: 2024,
        en: 'Courses were added; sports equipment and the gym left for the sports relief.',
        ms: 'Kursus ditambah; peralatan sukan dan gimnasium berpindah ke pelepasan sukan.',
      },
    ],
  },
  'lifestyle-books': {
    counts: [
      { en: 'Books, also school textbooks and comics', ms: 'Buku, juga buku teks sekolah dan komik' },
      { en: 'Newspapers, magazines and journals', ms: 'Surat khabar, majalah dan jurnal' },
      { en: 'E-books and digital subscriptions', ms: 'E-buku dan langganan digital' },
      { en: 'Bought in Malaysia or abroad', ms: 'Dibeli di Malaysia atau di luar negara' },
    ],
    doesNotCount: [
      { en: 'Exercise books, paper and pens', ms: 'Buku tulis, kertas dan pen' },
      { en: 'Toys and gifts on the same receipt', ms: 'Mainan dan hadiah pada resit yang sama' },
      { en: 'Banned publications', ms: 'Penerbitan terlarang' },
    ],
    for: [forFamily],
    keep: [{ en: 'the receipt that names the publication', ms: 'resit yang menyebut nama penerbitan' }],
  },
  'lifestyle-devices': {
    counts: [
      { en: 'A personal computer or laptop', ms: 'Komputer peribadi atau komputer riba' },
      { en: 'A smartphone', ms: 'Telefon pintar' },
      { en: 'A tablet', ms: 'Tablet' },
    ],
    doesNotCount: [
      {
        en: 'Cables, cases, headphones, printers and routers',
        ms: 'Kabel, sarung, fon kepala, pencetak dan penghala',
      },
      { en: 'An extended warranty', ms: 'Jaminan lanjutan' },
      ownBusiness,
    ],
    for: [forFamily],
    keep: [{ en: 'the receipt that names the device', ms: 'resit yang menyebut peranti itu' }],
    questions: [
      {
        en: 'Does a smartwatch, an e-reader or a monitor bought alone count? LHDN has not defined it.',
        ms: 'Adakah jam pintar, e-pembaca atau monitor yang dibeli berasingan dikira? LHDN belum mentakrifkannya.',
      },
    ],
  },
  'lifestyle-internet': {
    counts: [
      { en: 'The monthly bill for broadband or fibre', ms: 'Bil bulanan jalur lebar atau gentian optik' },
      { en: 'An account in your own name', ms: 'Akaun atas nama anda sendiri' },
    ],
    doesNotCount: [
      { en: 'A bill in another person’s name', ms: 'Bil atas nama orang lain' },
      {
        en: 'Television, calls and device instalments on the same bill',
        ms: 'TV, panggilan dan ansuran peranti pada bil yang sama',
      },
    ],
    for: [forFamily],
    keep: [keepBill],
    questions: [
      {
        en: 'Does a mobile plan or prepaid data count as an internet subscription? LHDN has said neither yes nor no.',
        ms: 'Adakah pelan mudah alih atau data prabayar dikira sebagai langganan internet? LHDN belum menyatakan ya atau tidak.',
      },
    ],
  },
  'lifestyle-courses': {
    counts: [
      { en: 'A language, music, cooking or craft class', ms: 'Kelas bahasa, muzik, masakan atau kraf' },
      { en: 'A religious class', ms: 'Kelas agama' },
      { en: 'The course needs no recognition', ms: 'Kursus tidak perlu diiktiraf' },
    ],
    doesNotCount: [
      { en: 'Training for your job', ms: 'Latihan untuk pekerjaan anda' },
      {
        en: 'A recognised skills course: it counts as education',
        ms: 'Kursus kemahiran yang diiktiraf: dikira di bawah pengajian',
      },
    ],
    for: [forYou],
    keep: [{ en: 'the receipt of the course provider', ms: 'resit penganjur kursus' }],
    questions: [
      {
        en: 'Does a course of your husband, wife or child count? The form says so, the rulings say only your own.',
        ms: 'Adakah kursus suami, isteri atau anak dikira? Borang menyatakan ya, ketetapan umum menyatakan kursus anda sahaja.',
      },
    ],
    changes: [{ year: 2024, en: 'New in 2024.', ms: 'Baharu pada tahun 2024.' }],
  },
  'lifestyle-sports-equipment': {
    counts: [
      { en: 'Rackets, balls and other sports equipment', ms: 'Raket, bola dan peralatan sukan lain' },
      { en: 'An ordinary bicycle', ms: 'Basikal biasa' },
    ],
    doesNotCount: [motorised, sportsWear],
    for: [forFamily],
    keep: [keepNamedEquipment],
    questions: [
      {
        en: 'May the rest of one purchase be claimed here once the sports limit is full? Only by analogy; one ringgit counts once.',
        ms: 'Bolehkah baki satu pembelian dituntut di sini setelah had sukan penuh? Hanya secara analogi; satu ringgit dikira sekali.',
      },
      shoes,
    ],
  },
  'lifestyle-gym-membership': {
    counts: [{ en: 'The membership fee of a gym', ms: 'Yuran keahlian gimnasium' }],
    doesNotCount: [
      { en: 'Classes of a coach outside the gym', ms: 'Kelas jurulatih di luar gimnasium' },
      sportsWear,
    ],
    for: [forFamily],
    keep: [keepReceipt],
  },
  sports: {
    counts: [
      { en: 'Rackets, balls, a bicycle', ms: 'Raket, bola, basikal' },
      { en: 'Courts, pools and stadiums', ms: 'Gelanggang, kolam renang dan stadium' },
      { en: 'Fees of a licensed competition', ms: 'Yuran pertandingan yang dilesenkan' },
      {
        en: 'The gym and sports training',
        ms: 'Gimnasium dan latihan sukan',
        from: 2024,
      },
    ],
    doesNotCount: [
      sportsWear,
      motorised,
      { en: 'Food and souvenirs at the court', ms: 'Makanan dan cenderamata di gelanggang' },
      {
        en: 'The gym: in this year it counts as lifestyle',
        ms: 'Gimnasium: pada tahun ini dikira sebagai gaya hidup',
        until: 2023,
      },
      {
        en: 'A freelance coach without registration',
        ms: 'Jurulatih bebas yang tidak berdaftar',
        from: 2024,
      },
    ],
    for: forSports,
    keep: [
      {
        en: 'the official receipts that name the equipment or the provider',
        ms: 'resit rasmi yang menyebut peralatan atau penyedia',
      },
    ],
    questions: [shoes],
    changes: [
      {
        year: 2024,
        en: 'The limit rose from RM 500 to RM 1,000; the gym and training were added.',
        ms: 'Had naik daripada RM500 kepada RM1,000; gimnasium dan latihan ditambah.',
      },
      {
        year: 2025,
        en: 'Parents who live in Malaysia were added.',
        ms: 'Ibu bapa yang tinggal di Malaysia ditambah.',
      },
    ],
  },
  'sports-equipment': {
    counts: [
      { en: 'Rackets, balls, shuttlecocks', ms: 'Raket, bola, bulu tangkis' },
      { en: 'An ordinary bicycle', ms: 'Basikal biasa' },
      {
        en: 'For a sport under the Sports Development Act 1997',
        ms: 'Untuk sukan di bawah Akta Pembangunan Sukan 1997',
      },
    ],
    doesNotCount: [motorised, sportsWear],
    for: forSports,
    keep: [keepNamedEquipment],
    questions: [shoes],
  },
  'sports-facility': {
    counts: [
      { en: 'Renting a court or a field', ms: 'Sewa gelanggang atau padang' },
      { en: 'Entrance to a pool or a stadium', ms: 'Bayaran masuk kolam renang atau stadium' },
    ],
    doesNotCount: [
      {
        en: 'Food, drinks and souvenirs on the same bill',
        ms: 'Makanan, minuman dan cenderamata pada bil yang sama',
      },
      { en: 'Parking', ms: 'Tempat letak kereta' },
    ],
    for: forSports,
    keep: [keepReceipt],
  },
  'sports-competition': {
    counts: [
      {
        en: 'The entry fee of a race or a tournament',
        ms: 'Yuran penyertaan larian atau kejohanan',
      },
      {
        en: 'The organiser is licensed by the Commissioner of Sports',
        ms: 'Penganjur dilesenkan oleh Pesuruhjaya Sukan',
      },
    ],
    doesNotCount: [
      { en: 'An event of an organiser without that licence', ms: 'Acara penganjur tanpa lesen itu' },
      { en: 'Travel and accommodation', ms: 'Perjalanan dan penginapan' },
    ],
    for: forSports,
    keep: [{ en: 'the receipt with the name of the organiser', ms: 'resit dengan nama penganjur' }],
  },
  'sports-gym-training': {
    counts: [
      { en: 'Membership of a gym', ms: 'Keahlian gimnasium' },
      { en: 'Training by a club, association or company', ms: 'Latihan oleh kelab, persatuan atau syarikat' },
      {
        en: 'Registered with the Commissioner of Sports, or a company under the Companies Act 2016',
        ms: 'Berdaftar dengan Pesuruhjaya Sukan, atau syarikat di bawah Akta Syarikat 2016',
      },
    ],
    doesNotCount: [
      { en: 'A freelance coach without registration', ms: 'Jurulatih bebas yang tidak berdaftar' },
      {
        en: 'Supplements and clothing sold at the gym',
        ms: 'Makanan tambahan dan pakaian yang dijual di gimnasium',
      },
    ],
    for: forSports,
    keep: [
      {
        en: 'the official receipt, as a bank slip may not be enough',
        ms: 'resit rasmi, kerana slip bank mungkin tidak memadai',
      },
    ],
    changes: [
      {
        year: 2024,
        en: 'The gym moved here from lifestyle; training was added.',
        ms: 'Gimnasium berpindah ke sini daripada gaya hidup; latihan ditambah.',
      },
    ],
  },
  'domestic-tourism': {
    counts: [
      { en: 'Entrance to a museum, zoo or theme park', ms: 'Bayaran masuk muzium, zoo atau taman tema' },
      { en: 'Entrance to a national or marine park', ms: 'Bayaran masuk taman negara atau taman laut' },
      {
        en: 'Cultural and arts programmes, such as a batik workshop',
        ms: 'Program kebudayaan dan kesenian, seperti bengkel batik',
      },
      { en: 'Paid in 2026', ms: 'Dibayar pada tahun 2026' },
    ],
    doesNotCount: [
      { en: 'Hotels and tour packages', ms: 'Hotel dan pakej pelancongan' },
      { en: 'Food, transport and souvenirs', ms: 'Makanan, pengangkutan dan cenderamata' },
    ],
    for: [forYou],
    keep: [{ en: 'the receipt for the entrance fee', ms: 'resit bayaran masuk' }],
    questions: [
      {
        en: 'Do tickets for your husband, wife, children or parents count? The Act does not say whose they may be.',
        ms: 'Adakah tiket untuk suami, isteri, anak atau ibu bapa dikira? Akta tidak menyatakan untuk siapa.',
      },
      {
        en: 'Does this attraction or organiser count? LHDN has published no list.',
        ms: 'Adakah tempat atau penganjur ini dikira? LHDN belum menerbitkan senarai.',
      },
    ],
    changes: [{ year: 2026, en: 'New, and for 2026 only.', ms: 'Baharu, dan hanya untuk tahun 2026.' }],
  },
}
