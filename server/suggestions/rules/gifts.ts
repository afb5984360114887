import type { RuleFile } from '../rule.ts'

export const gifts: RuleFile = {
  merchants: [
    {
      id: 'zakat-centre',
      words: `zakat, pusat zakat, lembaga zakat, pusat pungutan zakat, tabung baitulmal, baitulmal, baitul mal, ppz, fitrah,
        zakat selangor, majlis agama islam`,
      unless: ['wakaf', 'waqaf'],
      reads: {
        en: 'zakat, which is deducted from the tax itself',
        ms: 'zakat, yang ditolak daripada cukai itu sendiri',
      },
      reliefs: ['rebate-zakat-fitrah'],
      confidence: 0.8,
    },
    {
      id: 'wakaf',
      words: 'wakaf, waqaf, wakaf selangor, perbadanan wakaf, yayasan waqaf, endowment, endowmen',
      reads: { en: 'wakaf or endowment', ms: 'wakaf atau endowmen' },
      reliefs: ['gift-wakaf-endowment'],
      confidence: 0.7,
      needs: 'approval',
    },
    {
      id: 'charity',
      words: `yayasan, foundation, charity, kebajikan, pertubuhan kebajikan, masjid, surau, mosque, temple, tokong,
        kuil, church, gereja, orphanage, anak yatim, rumah anak yatim, red crescent, bulan sabit merah,
        mercy malaysia, hospis, hospice, spca, cancer society, tzu chi, world vision, aman palestin, unicef,
        unhcr, wwf`,
      hints: 'association, persatuan, society, tabung, pertubuhan, buddhist',
      unless: ['tabung haji', 'tabung pendidikan', 'building society', 'co operative'],
      reads: { en: 'charity or house of worship', ms: 'badan kebajikan atau rumah ibadat' },
      reliefs: ['gift-approved-institution'],
      confidence: 0.75,
      needs: 'approval',
    },
  ],
  items: [
    {
      id: 'zakat',
      words:
        'zakat, zakat pendapatan, zakat harta, zakat fitrah, fitrah, zakat perniagaan, zakat emas, zakat simpanan',
      reads: {
        en: 'reads as zakat, which is deducted from the tax itself',
        ms: 'dibaca sebagai zakat, yang ditolak daripada cukai itu sendiri',
      },
      reliefs: ['rebate-zakat-fitrah'],
      confidence: 0.85,
      at: 'anywhere',
    },
    {
      id: 'donation',
      words:
        'donation, derma, sumbangan, infaq, infak, sedekah, derma am, contribution to the needy, gift of money',
      unless: ['sumbangan keahlian'],
      reads: { en: 'reads as a gift', ms: 'dibaca sebagai derma' },
      reliefs: ['gift-approved-institution'],
      confidence: 0.75,
      needs: 'approval',
      at: 'anywhere',
    },
    {
      id: 'wakaf-gift',
      words: 'wakaf, waqaf, wakaf tunai, endowment, endowmen',
      reads: { en: 'reads as a wakaf or endowment', ms: 'dibaca sebagai wakaf atau endowmen' },
      reliefs: ['gift-wakaf-endowment'],
      confidence: 0.7,
      needs: 'approval',
    },
    {
      id: 'departure-levy',
      words: 'departure levy, levi pelepasan',
      reads: { en: 'reads as the departure levy', ms: 'dibaca sebagai levi pelepasan' },
      reliefs: ['rebate-departure-levy'],
      confidence: 0.4,
      at: 'anywhere',
      question: {
        en: 'Was it your own levy for umrah or another pilgrimage (not the hajj), one of at most two such trips in your life?',
        ms: 'Adakah ini levi anda sendiri untuk umrah atau ziarah agama lain (bukan haji), satu daripada paling banyak dua perjalanan sedemikian seumur hidup?',
      },
    },
  ],
  exclusions: [
    {
      id: 'no-zakat',
      words: 'fidyah, kaffarah, kafarah, kifarah, dam haji',
      reads: { en: 'is not zakat and does not count', ms: 'bukan zakat dan tidak dikira' },
      at: ['zakat-centre'],
    },
    {
      id: 'no-gift',
      words: `membership, keahlian, yuran ahli, annual fee, yuran tahunan, dinner, makan malam, raffle, cabutan bertuah, ticket, tiket,
        merchandise, t shirt, korban, aqiqah, qurban, candle, joss stick, colok, lamp offering, funeral, niche`,
      reads: { en: 'is not a gift of money and does not count', ms: 'bukan derma wang dan tidak dikira' },
    },
  ],
}
