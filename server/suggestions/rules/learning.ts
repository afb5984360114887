import type { RuleFile } from '../rule.ts'

const ownStudy = {
  en: 'Is this the fee of your own study, at a recognised institution, in a field the law names (any field for a master’s degree or doctorate)? A spouse’s or child’s fees do not count.',
  ms: 'Adakah ini yuran pengajian anda sendiri, di institusi yang diiktiraf, dalam bidang yang dinamakan undang-undang (sebarang bidang bagi sarjana atau doktor falsafah)? Yuran suami, isteri atau anak tidak dikira.',
}
const ownSkill = {
  en: 'Is this your own course in a skill recognised under the National Skills Development Act?',
  ms: 'Adakah ini kursus anda sendiri dalam kemahiran yang diiktiraf di bawah Akta Pembangunan Kemahiran Kebangsaan?',
}

export const learning: RuleFile = {
  merchants: [
    {
      id: 'university',
      words: `universiti, university, college, kolej, politeknik, polytechnic, uitm, unimas, asia e university,
        institut teknologi, institute of technology, business school`,
      unless: ['book', 'bookstore', 'specialist', 'medical', 'hospital', 'klinik', 'clinic'],
      reads: { en: 'university or college', ms: 'universiti atau kolej' },
      reliefs: ['education-self-tertiary'],
      confidence: 0.35,
      rest: 'asked',
      question: ownStudy,
    },
    {
      id: 'professional-body',
      words: `acca, cima, micpa, maicsa, icaew, cpa australia, cfa institute, malaysian institute, institute of accountants,
        institute of chartered, chartered institute, institute of bankers, bar council, institution of engineers,
        lembaga jurutera, institut akauntan, institut jurubank, akademi perakaunan, accountancy academy`,
      reads: { en: 'professional body', ms: 'badan profesional' },
      reliefs: ['education-self-tertiary'],
      confidence: 0.35,
      rest: 'asked',
      question: ownStudy,
    },
    {
      id: 'skills-centre',
      words: `skills centre, skill centre, pusat kemahiran, pusat latihan, kolej kemahiran, kolej vokasional, giatmara,
        institut latihan, institut kemahiran, niosh, training centre, training academy, training institute,
        akademi latihan, latihan dan kemahiran`,
      reads: { en: 'training provider', ms: 'penyedia latihan' },
      reliefs: ['education-self-upskilling'],
      confidence: 0.35,
      rest: 'asked',
      question: ownSkill,
    },
    {
      id: 'course-provider',
      words: `language centre, language center, language school, language academy, pusat bahasa, british council,
        alliance francaise, goethe institut, japan foundation, instituto cervantes, berlitz, music school,
        music centre, music center, music academy, sekolah muzik, akademi muzik, yamaha music,
        guitar academy, baking academy, baking studio, baking class, cooking class, cooking studio,
        kelas masakan, kelas memasak, kelas bakeri, sewing class, akademi jahitan, kelas jahitan, pottery,
        art class, art studio, kelas seni, dance studio, dance academy, quran class, kelas mengaji,
        kelas al quran, pusat pengajian al quran, kelas tajwid, kelas agama, photography class,
        public speaking, udemy, coursera, skillshare, duolingo, masterclass, computer class, kelas komputer`,
      hints: 'music, muzik, piano, violin, culinary',
      reads: {
        en: 'courses for your own interest, if you attend yourself',
        ms: 'kursus minat peribadi, jika anda sendiri yang menghadirinya',
      },
      reliefs: ['lifestyle-courses'],
      confidence: 0.6,
    },
    {
      id: 'driving-school',
      words:
        'driving school, driving institute, driving academy, institut memandu, sekolah memandu, akademi memandu',
      reads: { en: 'driving school', ms: 'sekolah memandu' },
      reliefs: ['lifestyle-courses'],
      confidence: 0.3,
      rest: 'asked',
      question: {
        en: 'Did you take these lessons yourself, for your own interest and not for your job?',
        ms: 'Adakah anda sendiri yang belajar, atas minat sendiri dan bukan untuk pekerjaan?',
      },
    },
    {
      id: 'tuition',
      words: `tuition, tuition centre, tuisyen, pusat tuisyen, kumon, ucmas, mental arithmetic, enrichment centre,
        pusat bimbingan`,
      reads: {
        en: 'tuition for pupils, which no relief covers',
        ms: 'tuisyen untuk pelajar, yang tiada pelepasan',
      },
      confidence: 0.8,
    },
    {
      id: 'school',
      words: `sekolah, school, smk, sjkc, sjkt, international school, sekolah menengah, sekolah kebangsaan, madrasah,
        maahad, pibg, sekolah rendah agama`,
      reads: { en: 'school, and school fees do not count', ms: 'sekolah, dan yuran sekolah tidak dikira' },
      confidence: 0.8,
    },
    {
      id: 'study-loan',
      words: 'ptptn, perbadanan tabung pendidikan tinggi, pinjaman pendidikan',
      unless: ['sspn', 'simpan'],
      reads: {
        en: 'repayment of a study loan, which is not a fee',
        ms: 'bayaran balik pinjaman pelajaran, yang bukan yuran',
      },
      confidence: 0.85,
    },
  ],
  items: [
    {
      id: 'postgraduate-fee',
      words: `master, masters, mba, sarjana, phd, doctorate, doctoral, doktor falsafah, ijazah kedoktoran, postgraduate,
        pascasiswazah, pasca siswazah, thesis, tesis, dissertation`,
      unless: ['sarjana muda'],
      reads: {
        en: 'reads as a fee for a master’s degree or doctorate',
        ms: 'dibaca sebagai yuran sarjana atau doktor falsafah',
      },
      reliefs: ['education-self-postgraduate'],
      confidence: 0.4,
      at: ['university', 'professional-body'],
      question: {
        en: 'Is this the fee of your own study? A spouse’s or child’s fees do not count.',
        ms: 'Adakah ini yuran pengajian anda sendiri? Yuran suami, isteri atau anak tidak dikira.',
      },
    },
    {
      id: 'course',
      words: `language class, kelas bahasa, language course, kursus bahasa, cooking class, baking class, kelas memasak,
        kelas masakan, kelas bakeri, music lesson, piano lesson, guitar lesson, violin lesson, kelas piano, kelas gitar,
        kelas muzik, kelas jahitan, sewing class, kelas mengaji, kelas tajwid, art class, kelas seni, pottery class,
        photography class, makeup class, barista class, dance class`,
      reads: {
        en: 'reads as a course, if you attend yourself',
        ms: 'dibaca sebagai kursus, jika anda sendiri yang menghadirinya',
      },
      reliefs: ['lifestyle-courses'],
      confidence: 0.65,
      at: 'anywhere',
    },
    {
      id: 'skills-course',
      words:
        'sijil kemahiran malaysia, skm, diploma kemahiran malaysia, kursus kemahiran, skills certificate, nosstrain',
      reads: {
        en: 'reads as a course in a recognised skill',
        ms: 'dibaca sebagai kursus kemahiran yang diiktiraf',
      },
      reliefs: ['education-self-upskilling'],
      confidence: 0.6,
      at: 'anywhere',
    },
    {
      id: 'course-of-a-child',
      words:
        'kids class, kids course, kelas kanak kanak, children class, junior class, kids piano, kids lesson',
      reads: { en: 'reads as a course for a child', ms: 'dibaca sebagai kursus untuk anak' },
      reliefs: ['lifestyle-courses'],
      confidence: 0.2,
      at: ['course-provider'],
      question: {
        en: 'Did your child attend? The heading of the form takes courses of a child, the rulings only your own. Does it count?',
        ms: 'Adakah anak anda yang menghadirinya? Tajuk dalam borang menerima kursus anak, tetapi ketetapan umum hanya kursus anda sendiri. Adakah ia dikira?',
      },
    },
  ],
  exclusions: [
    {
      id: 'beside-the-fee',
      words: `ptptn, hostel, asrama, accommodation, penginapan, library fine, denda, parking, convocation, konvokesyen,
        annual subscription, membership fee, membership subscription, yuran keahlian, yuran ahli, uniform, transport,
        pengangkutan, meal, makanan, deposit, insurance, insurans, student union, t shirt, baju, instrument,
        piano sale, guitar strings`,
      reads: { en: 'is not a course fee and does not count', ms: 'bukan yuran kursus dan tidak dikira' },
    },
  ],
}
