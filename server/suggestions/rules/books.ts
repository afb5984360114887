import type { RuleFile } from '../rule.ts'

export const books: RuleFile = {
  merchants: [
    {
      id: 'bookshop',
      words: `bookstore, bookshop, book store, book shop, book centre, book center, book fair, book, kedai buku, gerai
        buku, pusat buku, pesta buku, popular book, mph, kinokuniya, times bookstore, bookxcess, big bad wolf, dewan
        bahasa dan pustaka, penerbit, publisher, publishing, publication, ebook, buku, gedung buku, galeri buku,
        galeri ilmu, toko buku, gramedia, sasbadi, pelangi publishing, penerbitan pelangi, ilmu bakti, oxford fajar,
        cerdik publications, pustaka, pustaka salam, pustaka rakyat, pustaka mukmin, pustaka al, must read,
        karangkraf, karangkraf mall, mall karangkraf, alaf 21, buku prima, pts media, pts publishing, pts
        publications, dewan bahasa, dbp, kota buku, itbm, institut terjemahan, lejen press, fixi, buku fixi, dubook,
        terfaktab, iman publication, iman publications, tertib publishing, jejak tarbiah, thukul cetak, gerakbudaya,
        silverfish books, lit books, tintabudi, riwayat bookstore, hasanah books, book depository, wordery,
        blackwells, barnes and noble, waterstones, eslite, booktopia, bookurve, borders, wh smith, tsutaya books,
        harris bookstore, suwei, da zhong, popular bookstore, popular bookstores, sinar bukuku, the bookshop, book
        palace, book barn, bibliophile, bookaholic, book vending, epub, kobo, google play books, kindle store,
        kindle, apple books, comixology, marvel unlimited, comic house, kedai komik, manga, gempak starz, kadokawa
        gempak, art square creation, bookstation, mybookstore, smo bookstore, smo book, kedai buku smo, badan book
        store, muda osman, ujana ilmu, saba islamic media, karya bestari, penerbit um, penerbit ukm, penerbit usm,
        university press, universiti press, koperasi buku, bookshop koperasi, shu ju, shu dian, 书局, 书店, 书城, 大众书局, bookworm, book worm, book nook, booknook, book corner, book house, book haven, book lover, booklover, books, readers corner, reading room, bookery, libreria, librairie`,
      hints: 'popular',
      unless: ['book cafe'],
      reads: { en: 'bookshop', ms: 'kedai buku' },
      reliefs: ['lifestyle-books'],
      confidence: 0.75,
    },
    {
      id: 'newsagent',
      words: `newsagent, news agent, news agency, newsstand, newspaper, surat khabar, akhbar, majalah, magazine, sinar
        harian, utusan malaysia, berita harian, harian metro, straits times press, straits times, kosmo, star media,
        the edge, malaysiakini, sin chew, china press, nanyang siang pau, oriental daily, the economist, news
        straits times, new straits times press, nstp, media prima digital, the star media group, star media group,
        star publications, the star, star online, mkini, mkini dotcom, mkini group, the malaysian insight, free
        malaysia today, the vibes, the sun daily, malay mail, harakah, berita minggu, mingguan malaysia, media
        mulia, media chinese, sin chew media, nanyang press, guang ming, kwong wah yit poh, see hua, sin chew jit
        poh, borneo post, daily express sabah, sarawak tribune, utusan borneo, utusan sarawak, malaysia nanban,
        makkal osai, tamil nesan, tamil malar, theedge, edge communications, focus malaysia, bfm media, new york
        times, nytimes, ny times, financial times, washington post, wall street journal, wsj, dow jones, bloomberg,
        economist, economist newspaper, time magazine, national geographic, natgeo, nikkei, nikkei asia, the
        telegraph, telegraph media, the guardian news, guardian news and media, guardian news, guardian weekly, the
        independent, the times uk, times newspapers, sunday times, le monde, der spiegel, south china morning post,
        scmp, jakarta post, kompas digital, tempo digital, majalah tempo, bangkok post, straits times singapore,
        lianhe zaobao, zaobao, mediacorp press, sph media, asahi shimbun, yomiuri, the australian, sydney morning
        herald, los angeles times, la times, the atlantic, new yorker, the new yorker, conde nast, harvard business
        review, hbr, foreign affairs, foreign policy, mit technology review, new scientist, scientific american, the
        athletic, forbes, fortune media, readers digest, reader digest, vogue, newsweek, the hindu, times of india,
        dawn newspaper, apple news, apple news plus, pressreader, magzter, readly, zinio, issuu, kumpulan media karangkraf, astro awani magazine, blu inc media, mingguan
        wanita, majalah nona, dewan masyarakat, dewan pelajar, utusan media sales, bao zhi, za zhi, 报纸, 杂志, 星洲日报,
        南洋商报, 中国报, 东方日报, 光明日报, kompas gramedia, reuters news`,
      hints: 'utusan, kompas, star media',
      reads: { en: 'newspapers and magazines', ms: 'akhbar dan majalah' },
      reliefs: ['lifestyle-books'],
      confidence: 0.75,
    },
    {
      id: 'blog-platform',
      words:
        'substack, medium corporation, medium membership, medium com, patreon, ghost org, buymeacoffee, ko fi',
      reads: { en: 'writing by subscription', ms: 'tulisan secara langganan' },
      reliefs: ['lifestyle-books'],
      confidence: 0.3,
      rest: 'asked',
      question: {
        en: 'Is this a subscription of a newspaper, magazine or book? Other writing and support for its author do not count.',
        ms: 'Adakah ini langganan akhbar, majalah atau buku? Tulisan lain dan sokongan kepada penulisnya tidak dikira.',
      },
    },
    {
      id: 'book-stationer',
      words: `book stationery, book and stationery, books n stationery, stationery book, stationery and book,
        stationery n book, buku dan alat tulis, buku alat tulis, alat tulis dan buku, alat tulis buku,
        buku alatulis, alatulis buku`,
      reads: { en: 'books and stationery', ms: 'buku dan alat tulis' },
      reliefs: ['lifestyle-books'],
      confidence: 0.5,
      rest: 'asked',
      question: {
        en: 'This shop sells books and stationery. Is this a book, a newspaper or a magazine?',
        ms: 'Kedai ini menjual buku dan alat tulis. Adakah ini buku, akhbar atau majalah?',
      },
    },
    {
      id: 'stationer',
      words: `stationery, stationer, stationeries, alat tulis, alatulis, office supply, office supplies, photostat,
        photocopy, fotokopi`,
      hints: 'print, printing, percetakan, paper',
      reads: {
        en: 'stationery shop, and stationery does not count',
        ms: 'kedai alat tulis, dan alat tulis tidak dikira',
      },
      confidence: 0.75,
    },
  ],
  items: [
    {
      id: 'publication',
      words: `novel, komik, comic, manga, kamus, dictionary, ensiklopedia, encyclopedia, encyclopaedia, textbook, text
        book, buku teks, buku cerita, story book, storybook, buku rujukan, reference book, activity book, buku
        aktiviti, workbook, work book, buku kerja, colouring book, coloring book, buku mewarna, majalah, magazine,
        newspaper, surat khabar, akhbar, al quran, alquran, quran, tafsir, bible, alkitab, paperback, hardcover,
        ebook, audiobook, cookbook, cook book, buku resepi, recipe book, board book, picture book, children book,
        isbn, buku latihan, atlas, buku cerita kanak kanak, storybooks, cerpen, sajak, antologi, autobiography,
        autobiografi, memoir, textbooks, past year book, buku panduan, guidebook, travel guide, buku agama, buku
        doa, yasin, surah yasin, buku yasin, surat yasin, iqra, buku iqra, muqaddam, hadis, hadith, sirah, tajwid
        book, buku tajwid, terjemahan, terjemahan quran, mushaf, al mathurat, almathurat, mathurat, kitab, kitab
        kuning, riyadhus solihin, devotional, pop up book, lift the flap, flap book, sound book, sticker book,
        sticker activity book, coloring books, graphic novel, light novel, webtoon, komik m, doraemon, detective
        conan, one piece vol, naruto, jujutsu kaisen, kimetsu no yaiba, demon slayer vol, e book, e buku, ebuku, e
        magazine, emagazine, e majalah, epaper, e paper, digital edition, digital newspaper, digital subscription
        newspaper, kindle ebook, kindle book, kindle edition, audible, audible credit, weekly magazine, monthly
        magazine, journal subscription, langganan akhbar, langganan majalah, buku teks digital, buku modul, buku
        amali, buku kumpulan soalan, kertas percubaan, kertas soalan, soalan percubaan, trial paper, trial papers,
        past year paper, past year papers, exam paper, exam papers, jawapan lengkap, buku ulangkaji, revision book,
        reference books, assessment book, practice book, buku tatabahasa, kertas model spm, big book, readers
        digest, cerita rakyat, cerita klasik, buku bergambar, flash card book, 小说, 字典, 课本, 漫画, 作业, 练习本, 儿童书, 图书,
        xiao shuo, zi dian, ke ben, man hua, gu shi shu, zuo ye, lian xi ben, buku resipi, buku masakan, buku
        motivasi, buku bacaan, buku kanak kanak, buku cerita bergambar, buku novel, buku komik, buku islamik`,
      unless: [
        'quran class',
        'kelas al quran',
        'e reader',
        'ereader',
        'bookshelf',
        'rak majalah',
        'magazine rack',
      ],
      reads: { en: 'reads as a book, newspaper or magazine', ms: 'dibaca sebagai buku, akhbar atau majalah' },
      reliefs: ['lifestyle-books'],
      confidence: 0.85,
      at: 'anywhere',
    },
    {
      id: 'book',
      words: `spm, stpm, pt3, upsr, uasa, igcse, muet, ielts, kssm, kssr, kbsm, nilam, physics, fizik, chemistry, kimia,
        biology, biologi, mathematics, matematik, maths, add maths, sejarah, history, geografi, sains, science,
        bahasa melayu, bahasa inggeris, english form, english year, tatabahasa, grammar, pendidikan islam,
        pendidikan moral, prinsip perakaunan, ekonomi, modul, module, revision, revisi, ulangkaji, soalan, kertas
        model, model test, past year, topikal, topical, tingkatan, form 1, form 2, form 3, form 4, form 5, tahun 1,
        tahun 2, tahun 3, tahun 4, tahun 5, tahun 6, sasbadi, oxford fajar, edition, edisi, jilid, volume,
        biography, biografi, penguin, harry potter, geronimo stilton, the star, sinar harian, kosmo, berita harian,
        harian metro, new straits times, nst, sin chew, f1, f2, f3, f4, f5, t1, t2, t3, t4, t5, ting 1, ting 2, ting
        3, ting 4, ting 5, tg 3, tg 4, tg 5, tg 1, tg 2, year 1, year 2, year 3, year 4, year 5, year 6, std 1, std
        6, darjah 1, darjah 6, dlp, uec, pbd, akm, praktis, latih tubi, notes, pintar, bestari, skor a, skor, score
        a, top one, fokus, hots, kbat, analisis, mari belajar, jawi, mandarin, chinese year, bahasa cina, bahasa
        arab, english language, komsas, literature, sejarah stpm, pengajian am, pengajian perniagaan, business
        studies, additional mathematics, matematik tambahan, rbt, reka bentuk dan teknologi, kumpulan soalan, a
        level, cambridge, oxford, longman, dummies, handbook, encyclopaedic, guide to, guide, diary of a, diary of,
        wimpy kid, dork diaries, the art of, the story of, story of, adventures of, how to, the secret, habits,
        psychology of, history of, the power of, tuhan, rindu, cinta, siri, series, vol 1, vol 2, vol 3, vol 4, vol
        5, vol, book 1, book 2, book 3, bk 1, bk 2, trilogy, box set, collection, tales, fairy tales, stories,
        kisah, puisi, resipi, resepi, dwibahasa, bilingual, ladybird, puffin, usborne, scholastic, roald dahl, enid
        blyton, peter rabbit, disney princess, marvel comics, dc comics, ensiklopedia, spell, phonics, cerita, nota
        ringkas, nota padat, nota cepat, nota grafik, bahasa tamil`,
      reads: { en: 'reads as a book', ms: 'dibaca sebagai buku' },
      reliefs: ['lifestyle-books'],
      confidence: 0.85,
      weak: true,
    },
    {
      id: 'school-book',
      words: `kssm, kssr, uasa, latih tubi, praktis topikal, topikal, kertas model, ulangkaji, modul a, modul aktiviti, modul pintar, modul latihan, modul sains, modul matematik, tg 1, tg 2, tg 3, tg 4, tg 5, ting 1, ting 2, ting 3, ting 4, ting 5`,
      unless: ['yuran', 'kelas', 'tuisyen', 'tuition', 'fee', 'class', 'baju', 'uniform'],
      reads: { en: 'reads as a school book', ms: 'dibaca sebagai buku sekolah' },
      reliefs: ['lifestyle-books'],
      confidence: 0.7,
      weak: true,
      at: 'anywhere',
      except: ['tuition', 'school', 'course-provider', 'course-provider-for-children', 'nursery'],
    },
    {
      id: 'some-book',
      words: 'book, buku, pelajaran, books, bk',
      reads: { en: 'reads as a book', ms: 'dibaca sebagai buku' },
      reliefs: ['lifestyle-books'],
      confidence: 0.75,
      weak: true,
      at: ['bookshop', 'newsagent'],
    },
    {
      id: 'perhaps-a-blank-book',
      words: 'book, buku',
      reads: { en: 'may be a book or a blank one', ms: 'mungkin buku bacaan atau buku kosong' },
      reliefs: ['lifestyle-books'],
      confidence: 0.35,
      weak: true,
      at: ['stationer', 'book-stationer', 'department-store', 'supermarket'],
      question: {
        en: 'Is it a book to read? Exercise books, notebooks and the like do not count.',
        ms: 'Adakah ini buku bacaan? Buku latihan kosong, buku nota dan seumpamanya tidak dikira.',
      },
    },
  ],
  exclusions: [
    {
      id: 'stationery',
      words: `exercise book, journal book, 80pgs, 100pgs, 120pgs, 160pgs, 200pgs, buku rekod, record book, note book,
        notebook, buku nota, note pad, notepad, sketch book, drawing book, buku lukisan, drawing block, buku tulis,
        buku conteng, cash book, account book, receipt book, bill book, buku resit, invoice book, buku akaun, log
        book, logbook, guest book, scrap book, photo album, bookmark, book mark, penanda buku, book wrapper, book
        wrap, book cover, pembalut buku, sampul buku, book end, bookend, book stand, book rest, bookshelf, book
        shelf, book light, name card book, card book, passbook, cheque book, a4 paper, paper a4, art paper, colour
        paper, color paper, kertas warna, kertas a4, photo paper, pencil case, pencil box, kotak pensel, bekas
        pensel, pencil lead, school bag, beg sekolah, school shoe, water colour, water color, colour pencil, color
        pencil, pensel warna, ball pen, gel pen, marker pen, highlighter, correction tape, correction pen,
        correction fluid, liquid paper, sticky note, post it, glue stick, name tag, gift card, greeting card,
        wrapping paper, plastic bag, paper bag, beg plastik, beg kertas, calculator, kalkulator, clear holder, ring
        file, test pad, foolscap, diary, planner, organiser, organizer, calendar, kalendar, takwim, envelope, sampul
        surat, angpow, stapler, staple, gunting, scissors, laminate, laminating, laminasi, photostat, photocopy,
        fotokopi, printing, binding, cetak, rubber stamp, cop getah, birthday card, thank you card, casio fx,
        scientific calculator, fx 570, fx 570ex, fx 991, tote bag, canvas bag, canvas tote, hard cover notebook,
        spiral notebook, ruled notebook, notebook a5, notebook a4, notebook b5, bullet journal, dot journal, memo
        pad, drawing paper, kertas lukisan, kad manila, kad bunga, kotak pensil, pensil warna, colouring pencils,
        colour pencils, color pencils, wax crayon, poster colour, poster color, acrylic paint, oil pastel,
        watercolour set, magic marker, whiteboard marker, permanent marker, white board, mechanical pencil, fountain
        pen, roller pen, rollerball, paper clip, binder clip, thumb tack, push pin, double sided tape, cellotape,
        masking tape, scotch tape, super glue, gum, buku garisan, buku petak, buku latihan kosong, buku 3 baris,
        buku lakaran, square book, single line book, f5 book a5, hard cover book foolscap, foolscap book, foolscap
        pad, index card, flash drive, mousepad, mouse pad, desk organiser, school diary, art block, sugar paper,
        construction paper, crepe paper, wrapping, balloon, belon, party pack, ribbon, riben, sampul duit raya,
        sampul raya, raya packet, hong bao, red packet, test tube, geometry set, set geometri, jangka lukis, compass
        set, pembaris panjang, stamp pad, name stamp, shredder, paper shredder, laminator, ink cartridge, printer
        ink, backpack, school uniform, baju sekolah, stokin sekolah, kasut sekolah, tali pinggang, buku kira kira, buku jotter, jotter, jotter book, buku rampaian, buku catatan, buku tiga baris, buku garis tiga, buku log, buku tunai, buku lejar, ledger book, 80 m s, 100 m s, 120 m s, 160 m s, 200 m s, 80ms, 120ms, 80 muka surat, 100 muka surat, 120 muka surat, 200 muka surat, 60 helai, 80 helai, 100 helai, 80 pages, 100 pages, 120 pages exercise, buku ucapan, buku tetamu, buku autograf, autograph book, buku kehadiran, attendance book, buku kedatangan, buku rancangan mengajar, buku rekod mengajar`,
      reads: { en: 'is stationery and does not count', ms: 'ialah alat tulis dan tidak dikira' },
      also: [
        'supermarket',
        'convenience-store',
        'department-store',
        'hardware-shop',
        'device-shop',
        'gifts-and-toys',
        'marketplace',
      ],
    },
    {
      id: 'toy',
      words: `toy, toys, mainan, permainan, jigsaw, puzzle, board game, lego, plush, doll, figurine, souvenir,
        cenderahati, keychain, key chain, mug, sejadah, tasbih, telekung, songkok, minyak wangi, umbrella, payung,
        water bottle, tumbler, lunch box, membership, member card, jigsaw puzzle, rubik, rubiks cube, uno card,
        monopoly, action figure, gundam, blind box, pop mart, vinyl record, cd album, photocard, stuffed toy, soft
        toy, play doh, playdoh, kad permainan, postcard, poskad, ezlink, gift voucher, baucar hadiah, fridge magnet,
        reading lamp, habbatus sauda, face mask, hand sanitizer, tumblr bottle`,
      reads: { en: 'is not a publication and does not count', ms: 'bukan bahan bacaan dan tidak dikira' },
    },
    {
      id: 'not-a-publication-word',
      words: `earphone, headphone, speaker, power bank, minuman, drink, coffee, snack, wallet, purse, watch, jam, lampu,
        lamp, kopiah, tudung, kurma, madu, honey, slime, patung, candy, chocolate, coklat, air, water, perfume,
        scarf, hijab, shirt, baju, clock, globe, mat, cushion, latte, cappuccino, flat white, americano, espresso,
        mocha, matcha, tea, teh, kopi, cookie, brownie, croissant, cake, kek, sandwich, songkok, tote, plushie,
        candle, lilin, trolley, folding chair, folding table, foldable chair, foldable table, stool, storage box, shoe rack, luggage, raincoat, slippers, sunglasses, charger, towel, tuala, kipas, plushies, tisu, tissue, minyak atar, atar, attar, siwak, kayu sugi, kain pelikat, kain, zamzam, air zamzam, celak, inai, bakhoor, oud, minyak, jubah, kurta, kopiah raihan, enamel pin, lighter, incense, colok`,
      reads: { en: 'is not a publication and does not count', ms: 'bukan bahan bacaan dan tidak dikira' },
      confidence: 0.75,
      weak: true,
    },
    {
      id: 'stationery-word',
      words: `pen, pens, pensel, pencil, eraser, pemadam, ruler, pembaris, sharpener, pengasah, marker, crayon, krayon,
        glue, gam, tape, pita, file, fail, folder, paper, kertas, card, kad, sticker, pad, ink, dakwat, clip, pin,
        refill, brush, berus, label, faber castell, stabilo, pilot, artline, uni ball, zebra, pentel, kokuyo,
        campap, double a, paperone, uhu, bag, beg, gift, hadiah, battery, bateri, frame, binder, case, a4, a3,
        cardboard, manila, mahjong paper, thumb drive, usb, cable, cd, board, stamp, blade, cutter, rope, tali,
        string, foam, polystyrene, clay, chalk, kapur, magnet, whiteboard, papan, box, kotak, plastic, plastik, pens
        10, tombow, pelikan, staedtler, casio, marker pen, sharpie, eraser pencil, pentel pen, g2, 0 5mm, 0 7mm, 2b,
        hb pencil, 12c, 24c, 70gsm, 80gsm, 100gsm, foolscap 100, tote, totes, env, p copy, photocopy paper, fld, l
        fld, r ring, sht p, tape d s, d s tape, glue stick, handycutter, copier paper, calc`,
      reads: { en: 'is stationery and does not count', ms: 'ialah alat tulis dan tidak dikira' },
      confidence: 0.8,
      weak: true,
    },
  ],
}
