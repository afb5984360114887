import type { RuleFile } from '../rule.ts'

export const family: RuleFile = {
  merchants: [
    {
      id: 'nursery',
      words: `taska, tadika, tabika, kindergarten, kinder, kinderland, preschool, pre school, prasekolah, pra sekolah, childcare, child care,
        pusat asuhan, asuhan kanak kanak, smart reader kids, q dees, little caliphs, brainy bunch, pasti,
        montessori, playschool, playgroup, child enrichment kindergarten`,
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
      words: 'daycare, day care, pusat jagaan kanak kanak, pusat jagaan, jagaan harian, rumah asuhan',
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
      words:
        'after school, after school care, afterschool, transit, pusat transit, transit kanak kanak, jagaan selepas sekolah',
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
      words: `baby, bayi, mothercare, mother and baby, mother baby, mom and baby, mom baby, ibu dan anak, anakku, mamapapa,
        maternity, breastfeeding, penyusuan, susu ibu, babyland, baby kingdom, baby shop, kedai bayi`,
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
      words: `breast pump, breastpump, pam susu, pam susu badan, pump kit, pump parts, breastmilk storage, breast milk storage,
        milk storage bag, milk bag, breastmilk bag, milk storage, beg susu ibu, plastik susu ibu, spectra, medela,
        nursing cooler bag, breastmilk cooler, breast shield, milk collector, haakaa, autumnz, breastfeeding set`,
      reads: {
        en: 'reads as breastfeeding equipment (a mother, every second year)',
        ms: 'dibaca sebagai peralatan penyusuan ibu (untuk ibu, sekali setiap dua tahun)',
      },
      reliefs: ['breastfeeding-equipment'],
      confidence: 0.8,
      at: 'anywhere',
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
      words: `yuran taska, yuran tadika, yuran tabika, yuran asuhan, yuran jagaan, kindergarten fee, nursery fee, childcare fee,
        preschool fee`,
      reads: {
        en: 'reads as the fee of a nursery or kindergarten',
        ms: 'dibaca sebagai yuran taska atau tadika',
      },
      reliefs: ['childcare-centre-kindergarten'],
      confidence: 0.8,
      at: 'anywhere',
    },
    {
      id: 'after-school-fee',
      words:
        'yuran transit, after school care fee, afterschool fee, yuran jagaan selepas sekolah, transit fee',
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
      words: `lampin, diaper, susu, buku, book, uniform, baju, pakaian, transport, pengangkutan, van, school bus, bas sekolah, tuition, tuisyen,
        deposit, graduation, graduasi, konsert, concert, photo, gambar, trip, lawatan, bag, beg, insurance, insurans,
        stationery, alat tulis, school fee, yuran sekolah, t shirt, sport attire`,
      reads: { en: 'is not a fee for care and does not count', ms: 'bukan yuran penjagaan dan tidak dikira' },
      at: ['nursery', 'plain-nursery', 'daycare', 'after-school'],
    },
    {
      id: 'baby-goods',
      words: `formula, susu formula, milk powder, susu tepung, diaper, diapers, lampin, pampers, wipes, tisu basah, stroller, pram,
        kereta sorong, car seat, feeding bottle, milk bottle, botol susu, teat, puting, pacifier, clothing, romper,
        baju bayi, toy, mainan, cot, crib, katil bayi, baby food, cereal, bijirin, maternity wear, nursing bra,
        nursing cover, steriliser, sterilizer, warmer, baby monitor, lotion, shampoo`,
      reads: {
        en: 'is not breastfeeding equipment and does not count',
        ms: 'bukan peralatan penyusuan ibu dan tidak dikira',
      },
      at: ['baby-shop'],
      also: ['pharmacy', 'supermarket', 'department-store'],
    },
  ],
}
