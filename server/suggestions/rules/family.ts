import type { RuleFile } from '../rule.ts'

export const family: RuleFile = {
  merchants: [
    {
      id: 'nursery',
      words: `taska, tadika, tabika, kindergarten, kinder, kinderland, preschool, pre school, prasekolah, pra sekolah,
        childcare, child care, pusat asuhan, asuhan kanak kanak, smart reader kids, q dees, little caliphs, brainy
        bunch, pasti, montessori, playschool, playgroup, child enrichment kindergarten, real kids, r e a l kids,
        real kids setia, realkids, qdees, q dees worldwide, smart reader, smartreader, kinderkaizen, the little
        caliphs, genius aulad, geniusaulad, brainybunch, khalifah budi, khalifah global preschool, eduwis, junior al
        hijrah, krista kindergarten, pusat asuhan tunas islam, abim tadika, taski, taski abim, tadika abim, tabika
        kemas, taska kemas, taska permata, permata negara, genius negara, genius permata, pusat anak permata, pusat
        anak genius, tabika perpaduan, amal kindergarten, tadika diyanah, tadika islam, islamic kindergarten,
        islamic preschool, childrens house, the childrens house, montessori house, beaconhouse, beaconhouse
        newlands, mulberry learning, etonhouse, eton house, odyssey preschool, odyssey the global preschool,
        kinderjoy, kindyland, kindy, kindie, early learning centre, early childhood, early years centre, nursery
        school, peter and jane, peter jane, tiny tots, tiny toes, little einstein, tadika kinderfun, knowledge tree
        kindergarten, trinity kids, trinitykids, trinity kids malaysia, apple tree kids, lodge kindergarten,
        mindchamps, mind champs, julia gabriel, childventure, gymboree preschool, tweedle wink, choo choo train,
        step by step kindergarten, cahaya kindergarten, the parenthood nursery, infant care, jagaan bayi, penjagaan
        bayi, asuhan bayi, taman asuhan, taman asuhan kanak kanak, taman didikan kanak kanak, taman didikan, didikan
        kanak kanak, creche, kreche, you er yuan, tuo er suo, tuo ying, 幼儿园, 幼稚园, 托儿所, asuhan, early years,
        tinytots, kids campus, cherie hearts, kinder garden`,
      hints: 'permata, caliphs, infant, toddlers',
      unless: ['supply', 'supplies', 'fashion', 'clothing', 'permata emas', 'jewellery'],
      reads: {
        en: 'nursery or kindergarten, if it is registered and the child is young enough',
        ms: 'taska atau tadika, jika berdaftar dan umur anak masih dalam had',
      },
      reliefs: ['childcare-centre-kindergarten'],
      confidence: 0.75,
    },
    {
      id: 'plain-nursery',
      words: 'nursery, nurseri',
      unless: [
        'plant',
        'garden',
        'landscape',
        'landskap',
        'tree',
        'pokok',
        'bunga',
        'orchid',
        'flora',
        'agro',
        'farm',
      ],
      reads: {
        en: 'nursery, if it is registered and the child is young enough',
        ms: 'taska, jika berdaftar dan umur anak masih dalam had',
      },
      reliefs: ['childcare-centre-kindergarten'],
      confidence: 0.65,
    },
    {
      id: 'daycare',
      words: `daycare, day care, pusat jagaan kanak kanak, pusat jagaan, jagaan harian, rumah asuhan, kids daycare, day
        care centre, pusat jagaan harian kanak kanak, jagaan kanak kanak, child minding, babysitting, babysitter,
        pengasuh, rumah pengasuh, drop in care`,
      reads: { en: 'care centre', ms: 'pusat jagaan' },
      reliefs: ['childcare-care-centre', 'childcare-centre-kindergarten'],
      confidence: 0.5,
      rest: 'asked',
      question: {
        en: 'Is the centre registered, and was the child young enough (up to 6; from 2026 up to 12 in a registered care centre)?',
        ms: 'Adakah pusat ini berdaftar, dan adakah umur anak masih dalam had (hingga 6 tahun; mulai 2026 hingga 12 tahun di pusat jagaan berdaftar)?',
      },
    },
    {
      id: 'after-school',
      words: `after school, after school care, afterschool, transit, pusat transit, transit kanak kanak, jagaan selepas
        sekolah, pusat jagaan selepas sekolah, after school centre, after school club, student care, studentcare,
        student care centre, transit care, transit sekolah, pusat jagaan transit, jagaan transit, anak transit, an
        qin, an qin ban, 安亲班, 安亲`,
      unless: ['rapid', 'lrt', 'mrt', 'express rail', 'bus', 'railway'],
      reads: {
        en: 'after-school care, if the centre is registered and the child is 12 or younger',
        ms: 'transit selepas sekolah, jika pusat itu berdaftar dan anak berumur 12 tahun ke bawah',
      },
      reliefs: ['childcare-care-centre'],
      confidence: 0.7,
    },
    {
      id: 'baby-shop',
      words: `baby, bayi, mothercare, mother and baby, mother baby, mom and baby, mom baby, ibu dan anak, anakku,
        mamapapa, maternity, breastfeeding, penyusuan, susu ibu, babyland, baby kingdom, baby shop, kedai bayi,
        mamypoko, mamy poko, mom and kids, mama and baby, mother and child, motherhood shop, fabulous mom, fabulous
        mum, moms hub, lil moo, babydash, little baby store, my lovely baby, baby mall, baby land, baby expo, baby
        fair, philips avent, tiny tapir, autumnz, mamaway, modernmum, modern mum, happikiddo, anakku baby, toys and
        baby, nursing wear, pusat susu ibu, 婴儿`,
      hints: 'mummy, mummys, mommy, mamas, mums, moms, newborn',
      reads: {
        en: 'mother-and-baby shop; only breastfeeding equipment counts',
        ms: 'kedai ibu dan bayi; hanya peralatan penyusuan ibu dikira',
      },
      confidence: 0.7,
    },
  ],
  items: [
    {
      id: 'breastfeeding-equipment',
      words: `breast pump, breastpump, pam susu, pam susu badan, pump kit, pump parts, breastmilk storage, breast milk
        storage, milk storage bag, milk bag, breastmilk bag, milk storage, beg susu ibu, plastik susu ibu, spectra,
        medela, nursing cooler bag, breastmilk cooler, breast shield, milk collector, haakaa, breastfeeding set,
        spectra s1, spectra s2, spectra 9, spectra dual, medela swing, medela freestyle, medela harmony, medela
        pump, youha, youha the ones, lacte duet, hegen pump, hegen breast, momcozy, real bubee, tommee tippee pump,
        philips avent breast, avent pump, wearable pump, hands free pump, handsfree cup, duckbill valve, valve
        duckbill, backflow protector, silicone breast, breast flange, breastshield, beg simpan susu, plastik simpan
        susu, kantung susu, botol susu ibu, botol simpan susu ibu, breastmilk storage bottle, milk storage bottle,
        cooler bag susu, cooler bag breastmilk, cooler bag pump, ice pack breastmilk, beg penyejuk susu, penyejuk
        susu ibu, pam elektrik susu, pam susu elektrik, lactation pump, xi nai qi, ji nai qi, 吸奶器, beg susu badan,
        autumnz, cimilre, double electric breast, lacte, elvie, elvie pump, elvie stride, willow pump, eufy pump, malish, snowbear pump, ameda, ardo pump, horigen, lansinoh pump, pigeon pump, dr brown pump, breastmilk bottle, storage bottle breastmilk, breastmilk container, breastmilk pouch, breastmilk bags, breastmilk freezer bag, breast milk bag, breast milk bottle, tromol susu ibu, set penyusuan`,
      reads: {
        en: 'reads as breastfeeding equipment (a mother, every second year)',
        ms: 'dibaca sebagai peralatan penyusuan ibu (untuk ibu, sekali setiap dua tahun)',
      },
      reliefs: ['breastfeeding-equipment'],
      confidence: 0.8,
      at: 'anywhere',
      outweighs: true,
      unless: [
        'nursing cover',
        'nursing bra',
        'powder',
        'cookies',
        'supplement',
        'tea',
        'nipple cream',
        'purelan',
        'steriliser',
        'sterilizer',
        'warmer',
        'pillow',
        'massager',
        'class',
        'kelas',
        'apron',
      ],
    },
    {
      id: 'pump-word',
      words:
        'pump, pam, flange, double electric, electric pump, manual pump, breastfeeding, breastmilk, breast milk, susu ibu, susu badan, storage bag, storage bottle, beg susu, duckbill',
      unless: [
        'nursing cover',
        'nursing bra',
        'powder',
        'cookies',
        'supplement',
        'tea',
        'cream',
        'steriliser',
        'sterilizer',
        'warmer',
        'pillow',
        'massager',
        'class',
        'kelas',
        'apron',
        'pants',
      ],
      reads: {
        en: 'reads as breastfeeding equipment (a mother, every second year)',
        ms: 'dibaca sebagai peralatan penyusuan ibu (untuk ibu, sekali setiap dua tahun)',
      },
      reliefs: ['breastfeeding-equipment'],
      confidence: 0.7,
      weak: true,
      at: ['baby-shop', 'pharmacy', 'marketplace'],
    },
    {
      id: 'milk-cooling',
      words: 'ice pack, ice brick, cooler bag, cooler set, beg penyejuk, cooler',
      reads: {
        en: 'reads as breastfeeding equipment (a mother, every second year)',
        ms: 'dibaca sebagai peralatan penyusuan ibu (untuk ibu, sekali setiap dua tahun)',
      },
      reliefs: ['breastfeeding-equipment'],
      confidence: 0.65,
      at: ['baby-shop'],
    },
    {
      id: 'childcare-fee',
      words: `yuran taska, yuran tadika, yuran tabika, yuran asuhan, yuran jagaan, kindergarten fee, nursery fee,
        childcare fee, preschool fee, yuran tadika bulanan, kindergarten monthly, preschool term, preschool term
        fee, preschool monthly, nursery monthly, infant care, infant care fee, childcare monthly, daycare fee, yuran
        pra sekolah, yuran prasekolah, yuran pendaftaran taska, yuran pendaftaran tadika, k1 fee, k2 fee, k1 term,
        k2 term, toddler programme, playgroup fee, jagaan bayi`,
      reads: {
        en: 'reads as the fee of a nursery or kindergarten',
        ms: 'dibaca sebagai yuran taska atau tadika',
      },
      reliefs: ['childcare-centre-kindergarten'],
      confidence: 0.8,
      at: 'anywhere',
    },
    {
      id: 'childcare-word',
      words: 'taska, tadika, tabika, nursery, infant, bayi, kindergarten, preschool, prasekolah, pra sekolah',
      reads: {
        en: 'reads as the fee of a nursery or kindergarten',
        ms: 'dibaca sebagai yuran taska atau tadika',
      },
      reliefs: ['childcare-centre-kindergarten'],
      confidence: 0.7,
      weak: true,
      at: ['nursery', 'plain-nursery', 'daycare', 'after-school'],
    },
    {
      id: 'transit-word',
      words: 'transit, after school, student care, selepas sekolah',
      reads: {
        en: 'reads as the fee of after-school care',
        ms: 'dibaca sebagai yuran transit selepas sekolah',
      },
      reliefs: ['childcare-care-centre'],
      confidence: 0.65,
      weak: true,
      at: ['nursery', 'plain-nursery', 'daycare', 'after-school'],
    },
    {
      id: 'after-school-fee',
      words: `yuran transit, after school care fee, afterschool fee, yuran jagaan selepas sekolah, transit fee, student
        care fee, student care, after school programme, after school care, jagaan selepas sekolah, transit sekolah,
        yuran jagaan selepas`,
      reads: {
        en: 'reads as the fee of after-school care',
        ms: 'dibaca sebagai yuran transit selepas sekolah',
      },
      reliefs: ['childcare-care-centre'],
      confidence: 0.75,
      at: 'anywhere',
    },
  ],
  exclusions: [
    {
      id: 'beside-childcare',
      words: `lampin, diaper, susu, buku, book, uniform, baju, pakaian, transport, pengangkutan, van, school bus, bas
        sekolah, deposit, graduation, graduasi, konsert, concert, photo, gambar, trip, lawatan, bag, beg,
        stationery, alat tulis, school fee, yuran sekolah, t shirt, sport attire, admin and material fee, material
        fee, yuran bahan, registration kit, kit pakaian, tracksuit, baju sukan, sport shirt, books and materials,
        workbook set, buku latihan, buku teks, makan minum, meal fee, food fee, yuran makan, year end concert, hari
        sukan, sports day, annual concert, field trip, rombongan, graduation fee, majlis graduasi, jubah, name tag,
        refundable deposit, deposit boleh pulang, cagaran, swimming class, kelas renang, robotic class, ballet
        class, enrichment, kelas tambahan, piano, photography, yearbook, kasut, tilam, selimut, toiletries, wet
        tissue, insurance, insurans, tuition class, kelas tuisyen, tuisyen, lunch, meals, meal plan, breakfast, sarapan, makanan, makan tengah hari, tea time snack, snack, dinner, catering, yuran bas, bas, bus, bus fee, spare clothes`,
      // A programme that includes meals is care.
      unless: ['program', 'programme', 'homework', 'full day', 'half day', 'including meals'],
      reads: { en: 'is not a fee for care and does not count', ms: 'bukan yuran penjagaan dan tidak dikira' },
      at: ['nursery', 'plain-nursery', 'daycare', 'after-school'],
    },
    {
      id: 'baby-goods',
      words: `formula, susu formula, milk powder, susu tepung, diaper, diapers, lampin, pampers, wipes, tisu basah,
        stroller, pram, kereta sorong, car seat, feeding bottle, milk bottle, botol susu, teat, puting, pacifier,
        clothing, romper, baju bayi, toy, mainan, cot, crib, katil bayi, baby food, cereal, bijirin, maternity wear,
        nursing bra, nursing cover, steriliser, sterilizer, warmer, baby monitor, lotion, shampoo, nursing pillow,
        maternity pillow, pregnancy pillow, breast cream, nipple cream, purelan, lactation cookies, lactation tea,
        lactation massager, massager, susu tepung bayi, dugro, dutch lady 123, enfalac, similac, aptamil, nan
        optipro, anmum, infant milk, infant formula, growing up milk, huggies, drypers, mamypoko, merries, baby
        wipes, baby bath, baby carrier, gendongan, baby walker, walker baby, high chair, playpen, play mat, playmat,
        mattress cot, bouncer, swing bouncer, swaddle, bedung, mittens, baby clothes, pyjamas, tilam bayi, bantal
        bayi, nursing apron, nursing pads, breast pads, bottle brush, bottle warmer, uv steriliser, teether, rattle,
        puree, biskut bayi`,
      reads: {
        en: 'is not breastfeeding equipment and does not count',
        ms: 'bukan peralatan penyusuan ibu dan tidak dikira',
      },
      at: ['baby-shop'],
      also: ['pharmacy', 'supermarket', 'department-store'],
    },
  ],
}
