import type { Texts } from '../en/index.ts'

export const pcb: Texts['pcb'] = {
  deduct: (month, amount) => `Potongan pada ${month}: ${amount}`,
  or: 'atau',
  undecided:
    'Spesifikasi LHDN tidak menentukan potongan ini. Bandingkan dengan slip gaji anda, atau tanya majikan atau LHDN.',
  steps: {
    K2: 'Anggaran KWSP bagi setiap bulan yang tinggal',
    K2b: 'Anggaran KWSP selepas KWSP atas bonus dibayar',
    P: 'Pendapatan bercukai setahun tanpa bonus',
    P2: 'Pendapatan bercukai setahun',
    A: 'Potongan atas gaji bulan ini',
    B: 'Potongan setahun tanpa bonus',
    CS: 'Cukai setahun',
    C: 'Potongan atas bonus',
    gross: 'Jumlah, dibundarkan ke atas kepada 5 sen, sebelum zakat',
  },
  sheet: {
    title: (form, year) => `Data untuk Borang ${form}, ${year}`,
    made: (day, month) => (month ? `Bagi ${month} · dibuat pada ${day}` : `Dibuat pada ${day}`),
    tp1Hint:
      'Untuk Borang TP1: tuntutan yang diambil kira oleh majikan dalam potongan cukai bulanan (PCB). Salin ke dalam borang LHDN. Resit tidak diserahkan; simpan selama tujuh tahun.',
    tp3Hint:
      'Untuk Borang TP3: jumlah yang dibayar dan dipotong oleh majikan terdahulu pada tahun yang sama, supaya majikan baharu memotong cukai (PCB) yang betul. Salin ke dalam borang LHDN. Dokumen kekal pada anda.',
    employer: 'Majikan',
    name: 'Nama',
    identity: 'Kad pengenalan atau pasport',
    tin: 'TIN',
    item: 'Butiran',
    head: 'Perkara',
    limit: 'Had (RM)',
    now: 'Kali ini (RM)',
    total: 'Setahun (RM)',
    amount: 'Amaun (RM)',
    zakat: 'Zakat dan fitrah yang dibayar selain melalui gaji',
    tp3: {
      pay: 'Saraan kasar bercukai',
      epf: 'KWSP dan kumpulan wang lain yang diluluskan',
      zakat: 'Zakat dan levi pelepasan',
      pcb: 'PCB, tanpa CP38',
      reliefs: 'Pelepasan yang dituntut melalui majikan terdahulu; senaraikan mengikut jenis dalam borang',
    },
    nothing: 'Tiada tuntutan yang disahkan sehingga bulan ini.',
    declaration: 'Saya mengaku bahawa amaun ini betul dan saya menyimpan resit dan penyatanya.',
    signature: 'Tarikh dan tandatangan',
    noItems: (year) =>
      `Butiran borang bagi ${year} tidak dibaca, maka ia ditinggalkan; cari setiap baris mengikut namanya.`,
    foot: 'Bukan borang LHDN. Derma tidak dimaklumkan kepada majikan; ia dikira dalam borang nyata.',
    months: [
      'Januari',
      'Februari',
      'Mac',
      'April',
      'Mei',
      'Jun',
      'Julai',
      'Ogos',
      'September',
      'Oktober',
      'November',
      'Disember',
    ],
  },
  points: {
    'band-of-sen':
      'Sama ada sen diambil kira apabila baris jadual cukai dipilih. Sumber-sumber tidak sepakat.',
    'minimum-of-rounded':
      'Sama ada potongan yang mencapai RM10 hanya melalui pembundaran dianggap kurang daripada RM10 dan tidak dipotong.',
    'yearly-below-minimum':
      'Sama ada potongan bulanan kurang daripada RM10, yang tidak dibuat, diambil kira apabila cukai atas bonus dikira.',
    'flat-additional':
      'Cara bonus orang yang dikenakan cukai 15 % dipotong: spesifikasi tidak memberi langkahnya.',
    'c-suite-below-table':
      'Potongan bagi jawatan ini sehingga RM35,000: jadual LHDN bermula di atas jumlah itu.',
    'non-resident-zakat':
      'Sama ada zakat ditolak daripada potongan bukan pemastautin: rebat adalah untuk pemastautin, dan spesifikasi tidak menyebutnya.',
  },
  readings: {
    'whole-ringgit': 'mengikut ringgit penuh',
    'to-the-sen': 'hingga ke sen',
    'before-rounding': 'sebelum dibundarkan, kurang daripada RM10',
    'after-rounding': 'selepas dibundarkan, RM10',
    counted: 'diambil kira',
    'not-counted': 'tidak diambil kira',
    'in-chargeable-income': 'dibahagi kepada bulan-bulan yang tinggal, seperti gaji',
    'as-a-bonus': 'sekali gus, seperti pemastautin lain',
    'flat-rate': '15 %',
    nothing: 'tiada',
    'not-set-off': 'tidak ditolak',
    'set-off': 'ditolak',
  },
}
