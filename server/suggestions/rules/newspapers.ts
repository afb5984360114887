import type { RuleFile } from '../rule.ts'

const retailers = [
  'newsagent',
  'bookshop',
  'book-stationer',
  'stationer',
  'convenience-store',
  'supermarket',
  'department-store',
  'petrol-station',
  'marketplace',
  'transport',
]

/** Newspapers and magazines by their titles, wherever a copy is sold. */
export const newspapers: RuleFile = {
  merchants: [
    {
      id: 'digital-books',
      words: `audible, storytel, scribd, everand, kindle unlimited, kobo plus, e sentral, esentral, bookmate, blinkist, webnovel, wattpad, bookcapital`,
      reads: { en: 'e-books and audiobooks', ms: 'e-buku dan buku audio' },
      reliefs: ['lifestyle-books'],
      confidence: 0.7,
    },
  ],
  items: [
    {
      id: 'newspaper-title',
      words: `the star, star newspaper, sunday star, new straits times, harian metro, berita harian, berita minggu, metro
        ahad, sinar harian, kosmo, utusan malaysia, utusan, mingguan malaysia, mingguan wanita, majalah wanita,
        majalah nona, malay mail, the sun daily, the edge, edge weekly, edge malaysia, sin chew, sin chew daily,
        sinchew, china press, nanyang, nanyang siang pau, oriental daily, guang ming daily, kwong wah, see hua,
        borneo post, daily express, sarawak tribune, utusan borneo, malaysia nanban, makkal osai, tamil nesan,
        namathu, vanakkam, harakah, suara keadilan, financial times, straits times, new york times, international
        new york times, nikkei, the economist, time magazine, national geographic, readers digest, newsweek, vogue
        magazine, her world, harpers bazaar, elle magazine, cosmopolitan, feminine magazine, female magazine, style
        magazine, majalah remaja, majalah keluarga, majalah mastika, mastika, ujang, gila gila, apo, bola bola,
        kreko, gempak, utopia comic, dewan pelajar, dewan siswa, dewan masyarakat, bao zhi, za zhi, newspaper,
        newspapers, surat khabar, suratkhabar, akhbar, magazine, magazines, majalah, 报纸, 杂志, 星洲日报, 中国报, 南洋商报, 东方日报,
        nst newspaper, akhbar nst`,
      unless: ['rack', 'holder', 'stand', 'anise', 'aniseed', 'rak', 'subscription box', 'star wars', 'soft'],
      reads: { en: 'reads as a newspaper or magazine', ms: 'dibaca sebagai akhbar atau majalah' },
      reliefs: ['lifestyle-books'],
      confidence: 0.8,
      at: retailers,
      belowSen: 15000,
    },
    {
      id: 'newspaper-subscription',
      words: `newspaper subscription, digital news subscription, langganan akhbar, langganan surat khabar, langganan majalah,
        magazine subscription, news subscription, epaper subscription, epaper, e paper, digital newspaper, sinar premium, nst digital, star digital, starplus, star plus, malaysiakini subscription, malaysiakini annual, malaysiakini,
        edge digital subscription, edge digital, theedge digital, kompas digital, nyt all access, ft standard digital, wsj digital, apple news plus`,
      reads: {
        en: 'reads as a digital newspaper or magazine',
        ms: 'dibaca sebagai akhbar atau majalah digital',
      },
      reliefs: ['lifestyle-books'],
      confidence: 0.85,
      at: 'anywhere',
    },
  ],
  exclusions: [
    {
      id: 'convenience-goods',
      words: `tisu, tissue, rokok, cigarette, lighter, mancis, gula gula, sweet, gum, chewing gum, roti, bread, bun, susu, milk, 100 plus, 100plus, coke, milo, ice, panadol, reload, top up, battery, bateri, payung, umbrella, mask, kacang, keropok, snek, biskut, biscuit, wafer`,
      reads: { en: 'is not a publication and does not count', ms: 'bukan bahan bacaan dan tidak dikira' },
      weak: true,
      at: ['newsagent'],
    },
    {
      id: 'beside-the-news',
      words: `classified ad, classified advertisement, iklan, advertisement, advertising, obituary, print advertisement, event ticket, games subscription, crossword, cooking subscription, wirecutter, conference, forum ticket,
        webinar, seminar, merchandise, tote bag, mug, gift card, donation, sumbangan`,
      reads: { en: 'is not a publication and does not count', ms: 'bukan bahan bacaan dan tidak dikira' },
      at: ['newsagent'],
    },
  ],
}
