import { forChildren, forCouple, forFamily, keepDentist, keepDoctor, keepReceipt } from './common.ts'
import type { Guides, Line } from './line.ts'

const ordinaryVisit: Line = { en: 'An ordinary visit to the doctor', ms: 'Lawatan biasa ke klinik' }
const medicine: Line = {
  en: 'Medicine, vitamins and supplements over the counter',
  ms: 'Ubat tanpa preskripsi, vitamin dan makanan tambahan',
}
const forParents: Line = {
  en: 'Your parents: they have a relief of their own',
  ms: 'Ibu bapa: ada pelepasannya sendiri',
}

export const medical: Guides = {
  medical: {
    counts: [
      { en: 'Serious disease and fertility treatment', ms: 'Penyakit serius dan rawatan kesuburan' },
      {
        en: 'Dentist, up to {limit medical-dental}',
        ms: 'Pergigian, sehingga {limit medical-dental}',
        from: 2024,
      },
      {
        en: 'A full check-up or a COVID-19 test, up to {limit medical-checkup}',
        ms: 'Pemeriksaan penuh atau ujian COVID-19, sehingga {limit medical-checkup}',
        until: 2024,
      },
      {
        en: 'Check-up, tests and home test kits, up to {limit medical-checkup}',
        ms: 'Pemeriksaan, ujian dan kit ujian kendiri, sehingga {limit medical-checkup}',
        from: 2025,
      },
      {
        en: 'Vaccination, up to {limit medical-vaccination}',
        ms: 'Vaksinasi, sehingga {limit medical-vaccination}',
      },
      {
        en: 'A child’s learning disability, up to {limit medical-learning-disability}',
        ms: 'Anak kurang upaya pembelajaran, sehingga {limit medical-learning-disability}',
      },
    ],
    doesNotCount: [
      ordinaryVisit,
      medicine,
      { en: 'Dental work: it counts from 2024', ms: 'Rawatan pergigian: dikira mulai 2024', until: 2023 },
      { en: 'Whitening of teeth', ms: 'Pemutihan gigi', from: 2024 },
      forParents,
    ],
    for: [forFamily],
    keep: [
      {
        en: 'the receipt in your name and, where it is asked for, the certificate of the doctor or dentist',
        ms: 'resit atas nama anda dan, jika dikehendaki, sijil pengamal perubatan atau pergigian',
      },
    ],
    changes: [
      {
        year: 2023,
        en: 'The limit rose from RM 8,000 to RM 10,000; learning disability was added.',
        ms: 'Had naik daripada RM8,000 kepada RM10,000; kurang upaya pembelajaran ditambah.',
      },
      { year: 2024, en: 'Dental work was added.', ms: 'Rawatan pergigian ditambah.' },
      {
        year: 2025,
        en: 'Tests for diseases and home test devices were added; up to RM 6,000 for learning disability.',
        ms: 'Ujian penyakit dan peranti ujian kendiri ditambah; sehingga RM6,000 bagi kurang upaya pembelajaran.',
      },
      {
        year: 2026,
        en: 'Any registered vaccine counts; learning disability may use the whole limit.',
        ms: 'Mana-mana vaksin berdaftar dikira; kurang upaya pembelajaran boleh menggunakan seluruh had.',
      },
    ],
  },
  'medical-serious-disease': {
    counts: [
      { en: 'Cancer, leukaemia, a brain tumour', ms: 'Kanser, leukemia, tumor otak' },
      {
        en: 'Heart attack, kidney failure, chronic liver disease',
        ms: 'Serangan jantung, kegagalan buah pinggang, penyakit hati kronik',
      },
      {
        en: 'Parkinson’s disease, AIDS, pulmonary hypertension',
        ms: 'Penyakit Parkinson, AIDS, hipertensi pulmonari',
      },
      {
        en: 'Major burns, transplant or amputation',
        ms: 'Luka terbakar teruk, pemindahan organ atau amputasi',
      },
    ],
    doesNotCount: [
      ordinaryVisit,
      { en: 'A disease the law does not name', ms: 'Penyakit yang tidak dinamakan oleh undang-undang' },
      forParents,
    ],
    for: [forFamily],
    keep: [keepDoctor],
  },
  'medical-fertility': {
    counts: [
      { en: 'IVF, IUI and other fertility treatment', ms: 'IVF, IUI dan rawatan kesuburan lain' },
      { en: 'Consultations and medicine of the treatment', ms: 'Konsultasi dan ubat bagi rawatan itu' },
    ],
    doesNotCount: [
      { en: 'Treatment of people who are not married', ms: 'Rawatan bagi yang tidak berkahwin' },
      { en: 'Care in pregnancy and birth', ms: 'Penjagaan kehamilan dan bersalin' },
    ],
    for: [forCouple],
    keep: [keepDoctor],
  },
  'medical-vaccination': {
    counts: [
      {
        en: 'Influenza, COVID-19, HPV, pneumococcal',
        ms: 'Influenza, COVID-19, HPV, pneumokokal',
        until: 2025,
      },
      {
        en: 'Rotavirus, varicella, meningococcal, Tdap',
        ms: 'Rotavirus, varisela, meningokokal, Tdap',
        until: 2025,
      },
      {
        en: 'Any vaccine registered with NPRA',
        ms: 'Mana-mana vaksin yang berdaftar dengan NPRA',
        from: 2026,
      },
    ],
    doesNotCount: [
      {
        en: 'Any other vaccine, for example against hepatitis or for travelling',
        ms: 'Vaksin lain, misalnya hepatitis atau untuk melancong',
        until: 2025,
      },
      { en: 'A vaccine that is not registered', ms: 'Vaksin yang tidak berdaftar', from: 2026 },
      forParents,
    ],
    for: [forFamily],
    keep: [keepReceipt],
    changes: [
      {
        year: 2026,
        en: 'Any registered vaccine counts; before, it was a list of eight.',
        ms: 'Mana-mana vaksin berdaftar dikira; sebelum ini hanya lapan jenis.',
      },
    ],
  },
  'medical-checkup': {
    counts: [
      { en: 'A full medical examination', ms: 'Pemeriksaan perubatan penuh' },
      { en: 'A COVID-19 test or self-test kit', ms: 'Ujian COVID-19 atau kit ujian kendiri', until: 2024 },
      { en: 'Any test for a disease', ms: 'Sebarang ujian pengesanan penyakit', from: 2025 },
      {
        en: 'A registered home test device',
        ms: 'Peranti ujian kendiri yang berdaftar',
        from: 2025,
      },
      { en: 'Mental health examination or consultation', ms: 'Pemeriksaan atau konsultasi kesihatan mental' },
    ],
    doesNotCount: [
      ordinaryVisit,
      {
        en: 'A blood test or an x-ray alone',
        ms: 'Ujian darah atau x-ray semata-mata',
        until: 2024,
      },
      medicine,
    ],
    for: [forFamily],
    keep: [
      {
        en: 'the receipt of the hospital, clinic or specialist',
        ms: 'resit hospital, klinik atau pakar',
        until: 2024,
      },
      {
        en: 'the receipt of the hospital, clinic, specialist or shop',
        ms: 'resit hospital, klinik, pakar atau kedai',
        from: 2025,
      },
    ],
    changes: [
      {
        year: 2025,
        en: 'Any test for a disease and registered home test devices count, not only COVID-19 tests.',
        ms: 'Sebarang ujian penyakit dan peranti ujian kendiri berdaftar dikira, bukan hanya ujian COVID-19.',
      },
    ],
  },
  'medical-exam-full': {
    counts: [
      {
        en: 'Physical examination, x-ray, blood and urine tests',
        ms: 'Pemeriksaan fizikal, x-ray, ujian darah dan air kencing',
      },
      { en: 'A talk about the results', ms: 'Konsultasi tentang keputusannya' },
    ],
    doesNotCount: [
      { en: 'One of these tests alone', ms: 'Salah satu ujian ini sahaja', until: 2024 },
      {
        en: 'One test alone: it counts as a test for a disease',
        ms: 'Satu ujian sahaja: dikira sebagai ujian pengesanan penyakit',
        from: 2025,
      },
    ],
    for: [forFamily],
    keep: [{ en: 'the receipt of the hospital or doctor', ms: 'resit hospital atau doktor' }],
  },
  'medical-covid-test': {
    counts: [
      { en: 'A test at a clinic or hospital', ms: 'Ujian di klinik atau hospital' },
      { en: 'A self-test kit', ms: 'Kit ujian kendiri' },
    ],
    doesNotCount: [{ en: 'Masks and sanitiser', ms: 'Pelitup muka dan cecair pembasmi kuman' }],
    for: [forFamily],
    keep: [{ en: 'the receipt of the clinic, hospital or shop', ms: 'resit klinik, hospital atau kedai' }],
  },
  'medical-disease-test': {
    counts: [
      {
        en: 'Blood test, ultrasound, mammogram, Pap smear',
        ms: 'Ujian darah, ultrabunyi, mamogram, ujian Pap',
      },
      { en: 'Test for influenza or COVID-19', ms: 'Ujian influenza atau COVID-19' },
      {
        en: 'At a hospital, a clinic or a registered doctor',
        ms: 'Di hospital, klinik atau doktor berdaftar',
      },
    ],
    doesNotCount: [{ en: 'The treatment after the test', ms: 'Rawatan selepas ujian' }, ordinaryVisit],
    for: [forFamily],
    keep: [{ en: 'the receipt of the hospital, clinic or doctor', ms: 'resit hospital, klinik atau doktor' }],
  },
  'medical-self-test-device': {
    counts: [
      {
        en: 'Blood-pressure monitor, thermometer, oximeter',
        ms: 'Alat ukur tekanan darah, termometer, oksimeter',
      },
      { en: 'Self-test kits for COVID-19 and influenza', ms: 'Kit ujian kendiri COVID-19 dan influenza' },
      {
        en: 'Registered under the Medical Device Act 2012',
        ms: 'Berdaftar di bawah Akta Peranti Perubatan 2012',
      },
    ],
    doesNotCount: [
      { en: 'A device that is not registered', ms: 'Peranti yang tidak berdaftar' },
      medicine,
      { en: 'A device for a business', ms: 'Peranti untuk perniagaan' },
    ],
    for: [forFamily],
    keep: [keepReceipt],
    questions: [
      {
        en: 'Does a glucometer for yourself, your husband, wife or child count? A summary of the budget names it, the ruling does not.',
        ms: 'Adakah glukometer untuk anda, suami, isteri atau anak dikira? Ringkasan belanjawan menyebutnya, ketetapan umum tidak.',
      },
    ],
  },
  'medical-mental-health': {
    counts: [
      { en: 'A psychiatrist', ms: 'Pakar psikiatri' },
      { en: 'A registered clinical psychologist', ms: 'Ahli psikologi klinikal berdaftar' },
      { en: 'A registered counsellor', ms: 'Kaunselor berdaftar' },
    ],
    doesNotCount: [
      { en: 'A coach or healer without registration', ms: 'Jurulatih atau pengamal yang tidak berdaftar' },
    ],
    for: [forFamily],
    keep: [
      {
        en: 'the receipt of the psychiatrist, psychologist or counsellor',
        ms: 'resit pakar psikiatri, ahli psikologi atau kaunselor',
      },
    ],
  },
  'medical-learning-disability': {
    counts: [
      {
        en: 'Diagnosis of autism, ADHD, Down syndrome and the like',
        ms: 'Diagnosis autisme, ADHD, sindrom Down dan seumpamanya',
      },
      { en: 'Early intervention and rehabilitation', ms: 'Intervensi awal dan rawatan pemulihan' },
      { en: 'In Malaysia, child of 18 or younger', ms: 'Di Malaysia, anak 18 tahun dan ke bawah' },
      {
        en: 'Up to {limit medical-learning-disability} in this year',
        ms: 'Sehingga {limit medical-learning-disability} pada tahun ini',
      },
    ],
    doesNotCount: [
      { en: 'School and tuition fees', ms: 'Yuran sekolah dan tuisyen' },
      { en: 'Therapy by somebody without registration', ms: 'Terapi oleh orang yang tidak berdaftar' },
    ],
    for: [{ en: 'your child of 18 or younger', ms: 'anak anda berumur 18 tahun dan ke bawah' }],
    keep: [
      {
        en: 'the receipt and the certificate of the doctor or, for therapy, of the allied health practitioner',
        ms: 'resit dan sijil doktor atau, bagi terapi, sijil pengamal kesihatan bersekutu',
      },
    ],
    changes: [
      { year: 2023, en: 'New in 2023.', ms: 'Baharu pada tahun 2023.' },
      {
        year: 2025,
        en: 'The limit rose from RM 4,000 to RM 6,000.',
        ms: 'Had naik daripada RM4,000 kepada RM6,000.',
      },
      {
        year: 2026,
        en: 'The limit rose from RM 6,000 to RM 10,000.',
        ms: 'Had naik daripada RM6,000 kepada RM10,000.',
      },
    ],
  },
  'medical-dental': {
    counts: [
      { en: 'Examination, scaling, filling, extraction', ms: 'Pemeriksaan, penskaleran, tampalan, cabutan' },
      { en: 'Root canal and dentures', ms: 'Rawatan akar dan gigi palsu' },
    ],
    doesNotCount: [
      { en: 'Whitening and other cosmetic work', ms: 'Pemutihan dan rawatan kosmetik lain' },
      { en: 'Toothpaste and brushes', ms: 'Ubat gigi dan berus' },
      forParents,
    ],
    for: [forFamily],
    keep: [keepDentist],
    changes: [{ year: 2024, en: 'New in 2024.', ms: 'Baharu pada tahun 2024.' }],
  },
  'breastfeeding-equipment': {
    counts: [
      { en: 'Breast pump kit and ice pack', ms: 'Set pam susu ibu dan pek ais' },
      {
        en: 'Bottles and bags to collect and store milk',
        ms: 'Botol dan beg untuk mengumpul dan menyimpan susu',
      },
      { en: 'Cooler set or bag', ms: 'Set atau beg penyejuk' },
    ],
    doesNotCount: [
      { en: 'Formula, nappies, prams', ms: 'Susu formula, lampin, kereta sorong' },
      { en: 'A claim in the year after the last one', ms: 'Tuntutan pada tahun selepas tuntutan terakhir' },
      { en: 'More for more children: the limit is the same', ms: 'Lebih kerana bilangan anak: hadnya sama' },
    ],
    for: [
      {
        en: 'a mother who breastfeeds a child of 2 or younger',
        ms: 'ibu yang menyusukan anak berumur 2 tahun dan ke bawah',
      },
    ],
    keep: [keepReceipt],
  },
  'disabled-equipment': {
    counts: [
      { en: 'Wheelchair, artificial leg', ms: 'Kerusi roda, kaki palsu' },
      { en: 'Hearing aid', ms: 'Alat bantu dengar' },
      { en: 'Haemodialysis machine', ms: 'Mesin hemodialisis' },
    ],
    doesNotCount: [
      { en: 'Spectacles and lenses', ms: 'Cermin mata dan kanta' },
      {
        en: 'Equipment for someone who is not registered with JKM',
        ms: 'Peralatan untuk orang yang tidak berdaftar dengan JKM',
      },
    ],
    for: [
      {
        en: 'you, your husband or wife, your children and parents, if disabled',
        ms: 'anda, suami atau isteri, anak dan ibu bapa yang kurang upaya',
      },
    ],
    keep: [
      {
        en: 'the receipt and the OKU card of the person who uses it',
        ms: 'resit dan kad OKU orang yang menggunakannya',
      },
    ],
  },
  'childcare-fees': {
    counts: [
      { en: 'Registered nursery, child of 6 or younger', ms: 'Taska berdaftar, anak 6 tahun dan ke bawah' },
      {
        en: 'Registered kindergarten, child of 6 or younger',
        ms: 'Tadika berdaftar, anak 6 tahun dan ke bawah',
      },
      {
        en: 'Registered care centre, child of 12 or younger',
        ms: 'Pusat jagaan berdaftar, anak 12 tahun dan ke bawah',
        from: 2026,
      },
    ],
    doesNotCount: [
      { en: 'A nursery or babysitter without registration', ms: 'Taska atau pengasuh yang tidak berdaftar' },
      { en: 'School fees, books, transport, tuition', ms: 'Yuran sekolah, buku, pengangkutan, tuisyen' },
      {
        en: 'More than {limit childcare-fees}, however many children',
        ms: 'Lebih daripada {limit childcare-fees}, walau berapa ramai anak',
      },
      { en: 'Both parents: one of you claims', ms: 'Kedua-dua ibu bapa: seorang sahaja menuntut' },
    ],
    for: [forChildren],
    keep: [
      {
        en: 'the monthly receipts of the centre and the child’s birth certificate or MyKid',
        ms: 'resit bulanan pusat itu dan sijil kelahiran atau MyKid anak',
      },
    ],
    questions: [
      {
        en: 'Do divorced parents who share the fees of one child both claim? The ruling of 2025 says yes, the notes to the form say one of them.',
        ms: 'Bolehkah ibu bapa yang bercerai dan berkongsi yuran seorang anak sama-sama menuntut? Ketetapan 2025 menyatakan boleh, nota borang menyatakan seorang sahaja.',
        from: 2025,
      },
    ],
    changes: [
      { year: 2025, en: 'Extended to 2027.', ms: 'Dilanjutkan hingga 2027.' },
      {
        year: 2026,
        en: 'It no longer has an end year; care centres for children of 12 or younger were added.',
        ms: 'Tiada lagi tahun tamat; pusat jagaan bagi anak 12 tahun dan ke bawah ditambah.',
      },
    ],
  },
  'childcare-centre-kindergarten': {
    counts: [
      { en: 'A nursery registered with JKM', ms: 'Taska yang berdaftar dengan JKM' },
      {
        en: 'A kindergarten registered with the education authority',
        ms: 'Tadika yang berdaftar dengan Jabatan Pendidikan',
      },
      { en: 'Child of 6 or younger', ms: 'Anak 6 tahun dan ke bawah' },
    ],
    doesNotCount: [
      { en: 'A nursery or babysitter without registration', ms: 'Taska atau pengasuh yang tidak berdaftar' },
      { en: 'School fees', ms: 'Yuran sekolah' },
    ],
    for: [{ en: 'your children of 6 or younger', ms: 'anak anda berumur 6 tahun dan ke bawah' }],
    keep: [
      {
        en: 'the monthly receipts and the child’s birth certificate or MyKid',
        ms: 'resit bulanan dan sijil kelahiran atau MyKid anak',
      },
    ],
  },
  'childcare-care-centre': {
    counts: [
      {
        en: 'Registered day care and after-school care',
        ms: 'Pusat jagaan harian dan selepas sekolah yang berdaftar',
      },
      { en: 'Under the Care Centres Act 1993', ms: 'Di bawah Akta Pusat Jagaan 1993' },
      { en: 'Child of 12 or younger', ms: 'Anak 12 tahun dan ke bawah' },
    ],
    doesNotCount: [
      { en: 'Tuition and school transport', ms: 'Tuisyen dan pengangkutan sekolah' },
      { en: 'A centre without registration', ms: 'Pusat yang tidak berdaftar' },
    ],
    for: [{ en: 'your children of 12 or younger', ms: 'anak anda berumur 12 tahun dan ke bawah' }],
    keep: [{ en: 'the receipts issued by the care centre', ms: 'resit yang dikeluarkan oleh pusat jagaan' }],
    changes: [{ year: 2026, en: 'New in 2026.', ms: 'Baharu pada tahun 2026.' }],
  },
}
