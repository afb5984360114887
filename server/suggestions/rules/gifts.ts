import type { RuleFile } from '../rule.ts'

export const gifts: RuleFile = {
  merchants: [
    {
      id: 'zakat-centre',
      words: `zakat, pusat zakat, lembaga zakat, pusat pungutan zakat, tabung baitulmal, baitulmal, baitul mal, ppz,
        fitrah, zakat selangor, majlis agama islam, zakat pulau pinang, lembaga zakat selangor, ppz maiwp, maiwp,
        maij, maidam, maiamp, maips, majlis agama, majlis agama islam negeri, tabung baitulmal sarawak, zakat sabah,
        zakat kedah, lembaga zakat negeri kedah, lznk, zakat melaka, zakat perak, maipk, zakat johor, zakat pahang,
        pkzp, zakat terengganu, zakat kelantan, zakat online, amil zakat, kaunter zakat, urusan zakat`,
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
      words: `wakaf, waqaf, wakaf selangor, perbadanan wakaf, yayasan waqaf, endowment, endowmen, wakaf selangor muamalat,
        waqaf saham, myWakaf, yayasan waqaf malaysia, wakaf johor, wakaf pahang, wakaf tunai, tabung wakaf, waqaf an
        nur, endowment fund`,
      reads: { en: 'wakaf or endowment', ms: 'wakaf atau endowmen' },
      reliefs: ['gift-wakaf-endowment'],
      confidence: 0.7,
      needs: 'approval',
    },
    {
      id: 'charity',
      words: `yayasan, foundation, charity, kebajikan, pertubuhan kebajikan, masjid, surau, mosque, temple, tokong, kuil,
        church, gereja, orphanage, anak yatim, rumah anak yatim, red crescent, bulan sabit merah, mercy malaysia,
        hospis, hospice, spca, cancer society, tzu chi, world vision, aman palestin, unicef, unhcr, wwf, pertubuhan
        amal, rumah amal, rumah kebajikan, rumah orang orang tua, rumah kasih, rumah bakti, rumah titian kasih,
        rumah hope, humanitarian, kemanusiaan, cinta gaza, aqsa syarif, viva palestina, muslim aid, islamic relief,
        islamic relief malaysia, malaysian relief, global peace mission, haluan malaysia, myaqsa, food bank, kechara
        soup kitchen, soup kitchen, the lost food project, food aid, yayasan chow kit, teach for malaysia, make a
        wish, ronald mcdonald house, hospis malaysia, kasih hospice, hospice society, kidney foundation, heart
        foundation, makna, majlis kanser nasional, national cancer council, down syndrome foundation, malaysian
        association for the blind, persatuan orang buta, society of the blind, persatuan spastik, st john ambulance,
        st nicholas, salvation army, wildlife conservation, wwf malaysia, malaysian nature society, paws animal
        welfare, animal welfare, spca selangor, furry friends, tzu chi foundation, tzu chi merits, buddhist
        association, vihara, vihar, sri maha, sri subramaniam, devasthanam, gurdwara, cathedral, diocese, assembly
        of god, masjid negara, tabung masjid, surau taman, rumah tahfiz, madrasah tahfiz, anak yatim dan asnaf,
        tabung bencana, tabung kemanusiaan, tabung palestin, red crescent society, world vision malaysia, unicef
        malaysia, unhcr malaysia, save the children, habitat for humanity, greenpeace, ci ji, ci shan, 慈济, 慈善, 基金会`,
      hints: `association, persatuan, society, tabung, pertubuhan, buddhist, amal, gaza, palestin, tahfiz, pondok, hindu,
        methodist, sumbangan, derma, asnaf, catholic`,
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
      words: `zakat, zakat pendapatan, zakat harta, zakat fitrah, fitrah, zakat perniagaan, zakat emas, zakat simpanan,
        zakat saham, zakat wang simpanan, zakat wang, zakat kwsp, zakat gaji, potongan zakat, bayaran zakat, zakat
        pendapatan penggajian, zakat penggajian, zakat emas dan perak, zakat padi, zakat pertanian, zakat ternakan,
        qadha zakat, zakat fitrah keluarga`,
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
      words: `donation, derma, infaq, infak, sedekah, derma am, contribution to the needy, gift of money, infaq umum,
        derma jumaat, derma ikhlas, sumbangan ikhlas, sumbangan am, sumbangan tabung, tabung derma, tabung kilat,
        derma kilat, charity donation, general donation, monthly donation, child sponsorship, sponsorship of a
        child, gaza relief, disaster relief, bantuan bencana, misi bantuan, tithe, building fund, tabung pembinaan,
        xiang you qian, juan kuan, 捐款, 乐捐, sumbangan`,
      unless: [
        'sumbangan keahlian',
        'takaful',
        'sumbangan takaful',
        'peserta',
        'charity run',
        'charity dinner',
      ],
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
      words: `departure levy, levi pelepasan, levi pelepasan pesawat, departure levy umrah, levi pelepasan umrah`,
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
      words: `fidyah, kaffarah, kafarah, kifarah, dam haji, infaq, infak, sedekah, infaq umum, derma, sumbangan, wakaf,
        fidyah puasa, qurban, korban, aqiqah`,
      reads: { en: 'is not zakat and does not count', ms: 'bukan zakat dan tidak dikira' },
      at: ['zakat-centre'],
    },
    {
      id: 'no-gift',
      words: `membership, keahlian, yuran ahli, annual fee, yuran tahunan, dinner, makan malam, raffle, cabutan bertuah,
        ticket, tiket, merchandise, t shirt, korban, aqiqah, qurban, candle, joss stick, colok, lamp offering,
        funeral, niche, membership fee, yuran keahlian, gala dinner, charity dinner, charity dinner ticket, charity
        bazaar, jumble sale, jualan amal, calendar, kalendar, buku, candles, lilin, minyak lampu, incense, oil lamp,
        prayer items, pooja, archanai, abhishegam, ancestral tablet, columbarium, wedding hall, sewa dewan, dewan
        rental, hall rental, katering, yuran kelas, tuition, yuran tadika, kurban, ibadah korban, korban lembu,
        akikah, aqiqah kambing, badal haji, pakej umrah, ziarah, t shirts, fundraising run, entry fee, adoption fee,
        neutering, fidyah`,
      reads: { en: 'is not a gift of money and does not count', ms: 'bukan derma wang dan tidak dikira' },
    },
  ],
}
