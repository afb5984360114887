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
