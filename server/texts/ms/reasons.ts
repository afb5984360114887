import type { Texts } from '../en/index.ts'

export const reasons: Texts['reasons'] = {
  exclusions: {
    'no-child': (year) => `anda tiada anak pada ${year}`,
    'no-spouse': (year) => `anda tiada suami atau isteri pada ${year}`,
    'not-mother': (_year) => 'hanya ibu boleh menuntutnya',
    'no-former-wife': (_year) => 'ia hanya untuk bayaran kepada bekas isteri',
    'nobody-disabled': (year) =>
      `tiada sesiapa yang berkenaan berdaftar sebagai orang kurang upaya dengan JKM pada ${year}`,
    'no-parents': (year) => `ibu bapa anda telah tiada pada ${year}`,
    'parents-abroad': (_year) => 'ia hanya untuk ibu bapa yang menetap di Malaysia',
    'not-resident': (year) => `anda bukan pemastautin cukai pada ${year}`,
  },
  childTooOld: (age, year) =>
    `tiada anak anda berumur ${age} tahun ke bawah pada mana-mana hari dalam ${year}`,
  questions: {
    children: (_year) =>
      'ia bergantung pada anak anda. Nyatakan sama ada anda mempunyai anak, dan tarikh lahirnya.',
    sex: (_year) => 'hanya ibu boleh menuntutnya. Nyatakan sama ada anda ibu.',
    'marital-status': (year) =>
      `ia bergantung pada perkahwinan. Nyatakan sama ada anda berkahwin pada ${year}.`,
    disabled: (_year) =>
      'hanya untuk orang yang berdaftar sebagai orang kurang upaya dengan JKM. Nyatakan siapa, dan untuk siapa ia dibeli.',
    parents: (_year) =>
      'hanya untuk ibu bapa yang menetap di Malaysia. Nyatakan sama ada mereka menetap di sini.',
    'parents-part': (_year) =>
      'hanya bayaran semasa ibu bapa anda masih hidup dan menetap di Malaysia dikira. Semak tarikhnya.',
    rent: (_year) =>
      'hanya untuk rumah yang tidak menjana pendapatan, sedangkan anda ada sewa. Pastikan sewa itu daripada harta lain.',
  },
  birthday: (age, day) =>
    `anak bongsu anda mencapai umur ${age} tahun pada ${day}. Hanya bayaran sebelum itu dikira: sila semak.`,
}
