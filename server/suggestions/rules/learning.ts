import type { RuleFile } from '../rule.ts'

const ownStudy = {
  en: 'Is this the fee of your own study, at a recognised institution, in a field the law names (any field for a master’s degree or doctorate)? A spouse’s or child’s fees do not count.',
  ms: 'Adakah ini yuran pengajian anda sendiri, di institusi yang diiktiraf, dalam bidang yang dinamakan undang-undang (sebarang bidang bagi sarjana atau doktor falsafah)? Yuran suami, isteri atau anak tidak dikira.',
}
const ownSkill = {
  en: 'Is this your own course in a skill recognised under the National Skills Development Act?',
  ms: 'Adakah ini kursus anda sendiri dalam kemahiran yang diiktiraf di bawah Akta Pembangunan Kemahiran Kebangsaan?',
}
const ownCourse = {
  en: 'Is this a course for your own interest that you attended yourself?',
  ms: 'Adakah ini kursus minat peribadi yang anda sendiri hadiri?',
}
const someCourse = `kelas, kursus, lesson, lessons, workshop, workshops, course fee, class fee, yuran kelas, yuran kursus, one to one class, drop in class, masterclass, short course, evening class, group class, weekend class, adult class, beginner class, beginners class, kelas dewasa, intensive course, intensive class, certificate course, workshop for adults, bengkel dewasa, hobby class, kelas hobi, beginner course, weekend course, weekend workshop, trial class`

const ofAChild = {
  en: 'Did your child attend? The heading of the form takes courses of a child, the rulings only your own. Does it count?',
  ms: 'Adakah anak anda yang menghadirinya? Tajuk dalam borang menerima kursus anak, tetapi ketetapan umum hanya kursus anda sendiri. Adakah ia dikira?',
}

export const learning: RuleFile = {
  merchants: [
    {
      id: 'university',
      words: `universiti, university, college, kolej, politeknik, polytechnic, uitm, unimas, asia e university, institut
        teknologi, institute of technology, business school, university college, ukm, upm, usm, utm, uum, uiam,
        iium, uthm, utem, umt, umpsa, unimap, unisza, upnm, upsi, usim, umk, utar, tar umt, tarc, tar uc, taylors
        university, sunway university, sunway college, inti international, hel p university, help university, help
        academy, segi university, ucsi, asia pacific university, monash university, university of nottingham, curtin
        university, swinburne, heriot watt, newcastle university, xiamen university, mmu, multimedia university,
        uniten, universiti teknologi petronas, unirazak, unikl, lim kok wing, limkokwing, management and science
        university, perdana university, cyberjaya university, city university, binary university, nilai university,
        uow malaysia, methodist college, brickfields asia college, kolej universiti, kolej profesional, kolej
        komuniti, kolej poly tech mara, poly tech mara, institut pengajian, wawasan open, wou, oum, asia
        metropolitan, aeu, universiti terbuka, open university, university of london, university of the people, open
        university uk, pusat pengajian siswazah, graduate school, peninsula college, erican college, sentral
        college, advance tertiary college, executive education, da xue, 大学, 学院`,
      hints: 'inti, segi, taylors, curtin, monash, nottingham, insead, mahsa, kdu, bursar, bendahari',
      unless: ['book', 'bookstore', 'specialist', 'medical', 'hospital', 'klinik', 'clinic'],
      reads: { en: 'university or college', ms: 'universiti atau kolej' },
      reliefs: ['education-self-tertiary'],
      confidence: 0.35,
      rest: 'asked',
      question: ownStudy,
    },
    {
      id: 'professional-body',
      words: `acca, cima, micpa, maicsa, icaew, cpa australia, cfa institute, malaysian institute, institute of
        accountants, institute of chartered, chartered institute, institute of bankers, bar council, institution of
        engineers, lembaga jurutera, institut akauntan, institut jurubank, akademi perakaunan, accountancy academy,
        chartered tax institute, ctim, chartered institute of islamic finance, ciif, asian institute of chartered
        bankers, aicb, ibbm, securities industry development, sidc, fimm, malaysian financial planning council,
        mfpc, fpam, financial planning association, malaysian bar, bar malaysia, the malaysian bar, malaysian
        medical council, malaysian medical association, malaysian dental council, majlis perubatan malaysia,
        pharmacy board, lembaga farmasi, board of engineers, lembaga jurutera malaysia, lembaga arkitek, board of
        architects, pertubuhan akitek, board of quantity surveyors, lembaga juruukur, board of valuers, lembaga
        penilai, malaysian institute of accountants, institute of internal auditors, isaca, project management
        institute, malaysian institute of management, malaysian institute of human resource, mihrm, cipd, shrm,
        malaysian nursing board, lembaga jururawat, institute of marketing, chartered governance, society of
        actuaries, institute and faculty of actuaries, gmac, kaplan, professional accountants, professional board`,
      reads: { en: 'professional body', ms: 'badan profesional' },
      reliefs: ['education-self-tertiary'],
      confidence: 0.35,
      rest: 'asked',
      question: ownStudy,
    },
    {
      id: 'skills-centre',
      words: `skills centre, skill centre, pusat kemahiran, pusat latihan, kolej kemahiran, kolej vokasional, giatmara,
        institut latihan, institut kemahiran, niosh, training centre, training academy, training institute, akademi
        latihan, latihan dan kemahiran, adtec, institut latihan perindustrian, ikbn, institut kemahiran mara,
        institut kemahiran belia, pusat giatmara, cosmopoint skills, kolej tvet, tvet mara, institut memasak skm,
        akademi tvet, jabatan pembangunan kemahiran, psdc, penang skills, ssdc, selangor human resource, kiswire
        training, cidb training, akademi binaan, national instruments training, akademi kemahiran, akademi safety,
        safety training, first aid training, red crescent training`,
      hints: 'tvet, kemahiran',
      reads: { en: 'training provider', ms: 'penyedia latihan' },
      reliefs: ['education-self-upskilling'],
      confidence: 0.35,
      rest: 'asked',
      question: ownSkill,
    },
    {
      id: 'course-provider',
      words: `language centre, language center, language school, language academy, pusat bahasa, british council, alliance francaise, goethe institut, japan foundation, instituto cervantes, berlitz, music school, music centre, music center, music academy, sekolah muzik, akademi muzik, yamaha music, guitar academy, baking academy, baking studio, baking class, cooking class, cooking studio, kelas masakan, kelas memasak, kelas bakeri, sewing class, akademi jahitan, kelas jahitan, pottery, art class, art studio, kelas seni, dance studio, dance academy, quran class, kelas mengaji, kelas al quran, pusat pengajian al quran, kelas tajwid, kelas agama, photography class, public speaking, computer class, kelas komputer, languages, language training, language institute, language studio, language learning, language company, elec english, english language centre, english language company, english academy, english first, ef english, wall street english, cambridge english for life, ican language, ican education, icls, inlingua, lingopanda, italki, preply, cambly, mandarin centre, mandarin academy, hsk, confucius institute, institut confucius, japanese language society, japanese language, nihongo, bahasa jepun, jfkl, japan club, korean language, korean plus, king sejong, sejong institute, french centre, alliance francaise de kuala lumpur, german centre, arabic centre, pusat bahasa arab, akademi bahasa, kelas bahasa arab, belajar jawi, sign language, bahasa isyarat, creative writing, yamaha music centre, bentley music, music house, music studio, school of music, rhapsody, mozart academy, the music space, aureus, aureus academy, drum school, drum academy, guitar school, guitar studio, violin academy, vocal academy, vocal studio, singing class, kelas vokal, piano academy, piano studio, piano school, rockschool, guzheng, baking school, baking workshop, bakery academy, patisserie academy, culinary academy, culinary school, culinary studio, cooking academy, cooking school, cooking workshop, akademi masakan, akademi bakeri, akademi chef, le cordon bleu workshop, coffee academy, barista academy, barista training, latte art, sewing school, sewing academy, sewing studio, akademi fesyen, pusat jahitan, quilting, embroidery, crochet class, knitting class, batik class, pottery studio, ceramic studio, clay studio, kelas tembikar, art academy, art jamming, painting class, drawing class, floristry, flower arrangement class, kelas gubahan, dance school, ballet, ballet school, ballet academy, bharatanatyam, kelas tarian, akademi tarian, performing arts, drama school, acting class, modelling class, magic class, makeup academy, make up academy, akademi solekan, akademi kecantikan, beauty academy, photography academy, photography workshop, videography, public speaking academy, toastmasters, gardening class, kebun class, hydroponic course, carpentry class, woodworking, quran academy, akademi quran, akademi al quran, kelas quran, kelas quran dewasa, online quran, pusat tahfiz dewasa, kelas fardhu ain, kelas agama dewasa, dharma class, meditation class, class central, coding bootcamp, general assembly, forward school, next academy, excel class, computer course, kursus komputer, digital marketing course, google career, 语言中心, 音乐中心, 音乐学院, 烘焙, pastry arts, academy of pastry, pastry academy, pastry school, chocolate academy, coffee school`,
      hints: `music, muzik, piano, violin, culinary, language, languages, mandarin, dance, ballet, baking, drum, lingua,
        lingo, floral academy, sewing`,
      reads: {
        en: 'courses for your own interest, if you attend yourself',
        ms: 'kursus minat peribadi, jika anda sendiri yang menghadirinya',
      },
      reliefs: ['lifestyle-courses'],
      confidence: 0.6,
    },
    {
      id: 'course-platform',
      words: `udemy, coursera, skillshare, duolingo, masterclass, edx, linkedin learning, datacamp, codecademy, futurelearn, domestika, mindvalley, brilliant org, treehouse, pluralsight, khan academy, rosetta stone, babbel, busuu, memrise, udacity, skillshare inc, teachable, cambly plus, lingoda, mondly, pimsleur, yousician, simply piano, class101, ted courses, frontend masters, laracasts, egghead, educative, zero to mastery, cfi education, maven, openlearning, e latih, jobstreet learning`,
      reads: {
        en: 'courses over the internet, if you attend yourself',
        ms: 'kursus dalam talian, jika anda sendiri yang menghadirinya',
      },
      reliefs: ['lifestyle-courses'],
      confidence: 0.6,
    },
    {
      id: 'course-provider-for-children',
      words: `global art, globalart, da little arts, little picasso, abrakadoodle, kids art, art for kids, robotics, robotik, robotics academy, robotics kids, kids robotics, kiddocode, kiddo code, lego education, bricks 4 kidz, bricks4kidz, little botz, young engineers, roboclub, robo, code kids, coding kids, kids coding, kids code, junior coding, codingkids, steam academy kids, stem kids, creative kids, kids academy, kids club, kids learning, kidz, junior academy, junior achievement, little musicians, kindermusik, musikgarten, music for little mozarts, kids music, gymboree, gymboree play, tumble tots, tumbletots, baby gym, kids dance, kids ballet, baby ballet, kids english, junior english, young learners, kelas kanak kanak, kem cuti sekolah, school holiday camp, holiday camp, summer camp, kids camp, kem anak, speech and drama kids, helen o grady, heguru, shichida, right brain, genius kids, brain training kids, smart kids, wonderkids, public speaking kids, kids chef, little chef, junior chef`,
      unless: [
        'kindergarten',
        'tadika',
        'taska',
        'preschool',
        'childcare',
        'clinic',
        'klinik',
        'dental',
        'clothing',
        'fashion',
        'toys',
        'wear',
        'shop',
        'store',
      ],
      reads: { en: 'courses for children', ms: 'kursus kanak-kanak' },
      reliefs: ['lifestyle-courses'],
      confidence: 0.2,
      rest: 'asked',
      question: ofAChild,
    },
    {
      id: 'academy',
      words: '',
      hints: 'academy, akademi, classes, kelas, masterclass, workshops',
      reads: { en: 'perhaps courses', ms: 'mungkin kursus' },
      reliefs: ['lifestyle-courses'],
      confidence: 0.3,
      rest: 'asked',
      question: ownCourse,
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
      words: `tuition, tuition centre, tuisyen, pusat tuisyen, kumon, ucmas, mental arithmetic, enrichment centre, pusat
        bimbingan, eye level, sakamoto, mathnasium, matrix math, mathmonkey, math monkey, math master, maths
        academy, math academy, math tuition, mental math, cma mental, aloha mental, i maths, imaths, seriously
        addictive maths, enopi, e nopi, smart reader worldwide, mpi academy, mental literacy, phonics centre, i can
        read, ican read, lorna whiston, british phonics, helen doron, jolly phonics, readnetwork, reading centre
        kids, literacy centre, spm tuition, kelas tambahan, kelas tuisyen, home tuition, tutoring, tutors, tutor2u,
        tuisyen online, online tuition, pandai education, pandai org, frog asia, doctor tuition, superstar tuition,
        a list education, pusat tusyen, tusyen, bimbel, bimbingan, bimbingan belajar, score a programme, score a,
        pusat tuisyen kasturi, vision tuition, sri kasturi, bu xi, bu xi zhong xin, 补习, 补习中心`,
      hints: `learning centre, learning center, education centre, education center, pusat pembelajaran, pusat pendidikan,
        learning hub, abacus, pandai, learning, tutor`,
      reads: {
        en: 'tuition for pupils, which no relief covers',
        ms: 'tuisyen untuk pelajar, yang tiada pelepasan',
      },
      confidence: 0.8,
    },
    {
      id: 'school',
      words: `sekolah, school, smk, sjkc, sjkt, international school, sekolah menengah, sekolah kebangsaan, madrasah,
        maahad, pibg, sekolah rendah agama, sri kuala lumpur, sri kdu, sjk, sjk c, sjk t, sekolah agama, sekolah
        integrasi, sekolah rendah, sekolah swasta, private school, chinese independent, independent high school,
        primary school, secondary school, high school, islamic school, tahfiz, maahad tahfiz, alice smith, garden
        international, iskl, mont kiara international, nexus international, kolej yayasan, homeschool, home school,
        learning pod, 小学, 中学, 学校, koperasi sekolah, koperasi smk`,
      reads: { en: 'school, and school fees do not count', ms: 'sekolah, dan yuran sekolah tidak dikira' },
      confidence: 0.8,
    },
    {
      id: 'study-loan',
      words: `ptptn, perbadanan tabung pendidikan tinggi, pinjaman pendidikan, mara loan, bayaran balik mara, pinjaman
        mara`,

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
        pascasiswazah, pasca siswazah, thesis, tesis, dissertation, master of, masters of, master in, mphil, dba,
        doctor of, phd fee, executive mba, emba, llm, ijazah sarjana, sarjana pendidikan, sarjana pentadbiran,
        kursus sarjana, shuo shi, bo shi, 硕士, 博士, msc`,
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
        kelas masakan, kelas bakeri, music lesson, piano lesson, guitar lesson, violin lesson, kelas piano, kelas
        gitar, kelas muzik, kelas jahitan, sewing class, kelas mengaji, kelas tajwid, art class, kelas seni, pottery
        class, photography class, makeup class, barista class, dance class, english course, adult english, english
        class, general english, business english, ielts preparation, ielts course, ielts class, toefl course,
        mandarin class, mandarin course, japanese class, japanese course, korean class, korean course, korean
        beginner, german course, german a1, french course, french a1, spanish course, arabic class, arabic course,
        kelas bahasa mandarin, kelas bahasa arab, kelas bahasa inggeris, kelas bahasa korea, kursus bahasa jepun,
        sign language class, drum lesson, drum class, vocal lesson, singing lesson, kelas vokal, ukulele class,
        guzheng lesson, piano course, piano class, guitar class, guitar course, violin class, music class, keyboard
        lesson, kelas dram, bengkel masakan, bengkel roti, kelas masak, kelas kek, kelas membuat kek, kelas membuat
        roti, bengkel kek, baking workshop, cooking workshop, cooking course, pastry class, cake decorating, cake
        decorating class, bread making, barista course, coffee class, latte art class, sewing course, kursus
        jahitan, crochet class, knitting class, kelas menjahit, batik class, kelas batik, wood carving class,
        pottery workshop, pottery course, ceramic class, painting class, drawing class, watercolour class,
        calligraphy class, kelas khat, flower arrangement, floral class, floral workshop, kelas gubahan bunga, kelas
        tarian, ballet class, salsa class, belly dance class, makeup course, make up course, kursus solekan, makeup
        workshop, photography course, photography workshop, kursus fotografi, kelas fotografi, public speaking
        course, public speaking class, creative writing course, coding course, python course, web development
        course, excel course, kursus komputer, computer course, online course, kursus dalam talian, kelas al quran
        dewasa, kelas tafsir, kelas fardhu ain, kelas tajwid dewasa, kelas quran dewasa, kelas hafazan, gardening
        class, soap making workshop, candle making workshop, kelas gitar akustik, kelas tembikar, kelas seramik,
        kelas kraf, kelas anyaman, kelas kaligrafi, kelas melukis, kelas lukisan, kelas bakar kek, kelas gubahan,
        kelas sulaman, kelas songket, kelas gamelan, kelas nyanyian, kelas berkebun, kelas barista, kelas solekan, kelas jahit, kelas jahit baju, kelas jahit baju kurung, kelas baju kurung, kelas potong baju, kursus jahit, kursus jahit baju, kelas menjahit baju, kelas membuat beg, bengkel jahitan, kelas sulam, kelas mengait, kelas roti, kelas tart, kelas coklat, kelas kopi, kelas foto, kelas video, kelas lukis, kelas kulit, leather workshop, terrarium workshop, resin art workshop, kelas resin`,
      reads: {
        en: 'reads as a course, if you attend yourself',
        ms: 'dibaca sebagai kursus, jika anda sendiri yang menghadirinya',
      },
      reliefs: ['lifestyle-courses'],
      confidence: 0.65,
      at: 'anywhere',
    },
    {
      id: 'course-at-a-school',
      words: someCourse,
      reads: {
        en: 'reads as a course, if you attend yourself',
        ms: 'dibaca sebagai kursus, jika anda sendiri yang menghadirinya',
      },
      reliefs: ['lifestyle-courses'],
      confidence: 0.6,
      weak: true,
      at: ['course-provider'],
    },
    {
      id: 'some-course',
      words: someCourse,
      reads: { en: 'reads as a course', ms: 'dibaca sebagai kursus' },
      reliefs: ['lifestyle-courses'],
      confidence: 0.35,
      weak: true,
      at: 'anywhere',
      except: [
        'tuition',
        'school',
        'nursery',
        'plain-nursery',
        'daycare',
        'after-school',
        'university',
        'professional-body',
        'skills-centre',
        'child-therapy',
        'charity',
        'sports-training',
        'sports-facility',
        'sports-shop',
        'gym',
        'transport',
        'motor-workshop',
        'attraction',
        'bookshop',
        'stationer',
        'book-stationer',
        'hospital',
        'clinic',
        'newsagent',
      ],
      question: ownCourse,
    },
    {
      id: 'course-of-a-body',
      words: `train the trainer, workshop, bengkel, seminar, webinar, short course, kursus pendek, masterclass, cpd course, cpd seminar, cpe, bootcamp, latihan, training`,
      unless: ['conference', 'persidangan', 'dinner', 'exam'],
      reads: { en: 'reads as a course', ms: 'dibaca sebagai kursus' },
      reliefs: ['lifestyle-courses'],
      confidence: 0.3,
      at: ['professional-body'],
      question: ownCourse,
    },
    {
      id: 'course-of-an-instructor',
      words: `instructor training, instructor course, instructor certification, instructor certificate, teacher training, yoga teacher training, trainer certification, trainer course, coaching licence, coaching license, coaching certificate, coaching course, coach certification, referee course, kursus kejurulatihan, kursus jurulatih, kursus pengadil, umpire course, lifeguard course, first aid course, cpr course, kursus pertolongan cemas`,
      reads: {
        en: 'reads as a course for instructors, not as training of your own',
        ms: 'dibaca sebagai kursus untuk jurulatih, bukan latihan anda sendiri',
      },
      reliefs: ['lifestyle-courses'],
      confidence: 0.4,
      at: 'anywhere',
      except: ['university', 'professional-body', 'bookshop'],
      outweighs: true,
      question: ownCourse,
    },
    {
      id: 'skills-course',
      words: `sijil kemahiran malaysia, skm, diploma kemahiran malaysia, kursus kemahiran, skills certificate, skm tahap,
        sijil kemahiran, skills malaysia, pengiktirafan pencapaian terdahulu, rpl skm, ppt skm, national skills`,
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
      words: `kids class, kids course, kelas kanak kanak, children class, junior class, kids piano, kids lesson, kids,
        kid, children, kanak kanak, junior, young learners, young learner, teens, teen, remaja, toddler, bayi,
        preschool, murid, std 1, std 2, std 3, std 4, std 5, std 6, standard 1, standard 2, standard 3, standard 4,
        standard 5, standard 6, year 1, year 2, year 3, year 4, year 5, year 6, tahun 1, tahun 2, tahun 3, tahun 4,
        tahun 5, tahun 6, form 1, form 2, form 3, anak, holiday camp, school holiday, school holidays, cuti sekolah,
        kindy, phonics, age 3, umur 3, aged 3, age 4, umur 4, aged 4, age 5, umur 5, aged 5, age 6, umur 6, aged 6,
        age 7, umur 7, aged 7, age 8, umur 8, aged 8, age 9, umur 9, aged 9, age 10, umur 10, aged 10, age 11, umur
        11, aged 11, age 12, umur 12, aged 12, age 13, umur 13, aged 13, age 14, umur 14, aged 14, age 15, umur 15,
        aged 15, age 16, umur 16, aged 16, age 17, umur 17, aged 17, primary, child, tingkatan, budak, baby`,
      reads: { en: 'reads as a course for a child', ms: 'dibaca sebagai kursus untuk anak' },
      reliefs: ['lifestyle-courses'],
      confidence: 0.2,
      at: ['course-provider', 'course-provider-for-children', 'driving-school'],
      outweighs: true,
      question: ofAChild,
    },
  ],
  exclusions: [
    {
      id: 'membership-of-a-body',
      words: `subscription, membership, keahlian, affiliate, affiliate fee, renewal, annual fee, annual renewal, practising, practicing, certificate of practice, late fee, reinstatement, admission to membership, langganan, yuran tahunan`,
      unless: ['exam', 'examination', 'peperiksaan', 'course', 'kursus', 'tuition'],
      reads: {
        en: 'is the membership of a professional body and does not count',
        ms: 'ialah keahlian badan profesional dan tidak dikira',
      },
      at: ['professional-body'],
    },
    {
      id: 'beside-the-fee',
      // A membership of a platform is the fee of its courses.
      except: ['course-platform'],
      unless: ['sspn'],
      words: `hostel, asrama, accommodation, penginapan, parking, convocation, konvokesyen, annual subscription,
        membership fee, membership subscription, yuran keahlian, yuran ahli, uniform, transport, pengangkutan, meal,
        makanan, deposit, insurance, insurans, student union, t shirt, baju, instrument, piano sale, guitar strings,
        library fee, student id, student card, kad pelajar, replacement card, resit kutipan asrama, hostel fee,
        bayaran asrama, yuran asrama, room rental, student accommodation, graduation gown, jubah, gown rental, late
        payment, penalty, bus pass, meal plan, health insurance, emgs, student pass, caution money, cagaran,
        refundable deposit, professional subscription, practising certificate, sijil amalan, practice fee, annual
        practising, annual membership, member subscription, yuran tahunan, yuran langganan, langganan tahunan,
        subscription fee, renewal of membership, renewal fee, dinner, annual dinner, conference, persidangan, sport
        attire, kemeja, badge, lencana, donation, sumbangan, pibg, piano rental, piano tuning, tuning, guitar pick,
        violin bow, metronome, ukulele set, keyboard psr, digital piano, guitar stand, amplifier, drum stick, apron,
        ingredients pack, baking tools, cake mixer, mixer, oven, stationery, snacks, lunch, costume, kostum, concert
        ticket, concert fee, library fine, denda, kolej kediaman, residential college fee, sewa bilik, bilik asrama,
        desasiswa, kafeteria, alumni, yuran alumni, yuran perpustakaan, yuran perubatan, yuran kesihatan, yuran aktiviti, yuran kebajikan, yuran sukan, medical fee, health fee, activity fee, sports fee, welfare fee`,
      reads: { en: 'is not a course fee and does not count', ms: 'bukan yuran kursus dan tidak dikira' },
    },
  ],
}
