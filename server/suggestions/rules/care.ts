import type { RuleFile } from '../rule.ts'

const sickParent = {
  en: 'Is it for a parent whose doctor certified the condition? For anyone else it does not count.',
  ms: 'Adakah ini untuk ibu atau bapa yang keadaannya disahkan oleh doktor? Untuk orang lain, ia tidak dikira.',
}
const registered = {
  en: 'Is the user registered with JKM as disabled? If not, it counts only for a parent whose doctor certified the condition.',
  ms: 'Adakah penggunanya berdaftar dengan JKM sebagai OKU? Jika tidak, ia dikira hanya untuk ibu atau bapa yang keadaannya disahkan oleh doktor.',
}

/** What pharmacies and suppliers of aids sell, and the care for the elderly. */
export const care: RuleFile = {
  merchants: [
    {
      id: 'pharmacy',
      words: `pharmacy, farmasi, pharma, pharmacies, chemist, watsons, guardian, caring pharmacy, big pharmacy, alpro, aa pharmacy,
        health lane, healthlane, rumah ubat, kedai ubat, personal care store, health and beauty`,
      reads: {
        en: 'pharmacy; medicine and supplements have no relief',
        ms: 'farmasi; ubat dan makanan tambahan tiada pelepasan',
      },
      confidence: 0.8,
    },
    {
      id: 'aid-supplier',
      words: `hearing aid, hearing centre, hearing care, hearing solution, alat bantu pendengaran, pendengaran, wheelchair,
        kerusi roda, prosthetic, prosthetics, orthotic, rehab supply, medical supply, medical supplies,
        medical equipment, peralatan perubatan, homecare equipment`,
      hints: 'mobility',
      reads: { en: 'supplier of medical aids', ms: 'pembekal alat bantuan perubatan' },
      reliefs: ['disabled-equipment'],
      parents: ['parents-special-needs'],
      confidence: 0.4,
      rest: 'asked',
      question: registered,
    },
    {
      id: 'nursing-home',
      words: `nursing home, rumah jagaan, pusat jagaan warga emas, pusat jagaan orang tua, old folks home, warga emas,
        elderly care, eldercare, senior living, senior care, home nursing`,
      reads: { en: 'care for the elderly', ms: 'penjagaan warga emas' },
      reliefs: ['parents-medical-treatment'],
      parents: ['parents-medical-treatment'],
      confidence: 0.35,
      rest: 'asked',
      question: {
        en: 'Is it for a parent who needs treatment or a carer, as a doctor certified?',
        ms: 'Adakah ini untuk ibu atau bapa yang memerlukan rawatan atau penjaga, seperti yang disahkan oleh doktor?',
      },
    },
  ],
  items: [
    {
      id: 'covid-kit',
      words: `covid test kit, covid 19 test kit, rtk kit, rtk self test, saliva test kit, covid self test, kit ujian covid,
        kit ujian kendiri, antigen test kit, antigen kit, covid 19 antigen rapid, rapid test kit, self test kit,
        salixium, beright antigen, newgene, flowflex`,
      reads: { en: 'reads as a COVID-19 self-test kit', ms: 'dibaca sebagai kit ujian kendiri COVID-19' },
      reliefs: ['medical-covid-test', 'medical-self-test-device'],
      confidence: 0.8,
      at: 'anywhere',
    },
    {
      id: 'self-test-device',
      words: `pulse oximeter, oximeter, oksimeter, oxymeter, blood pressure monitor, blood pressure set, bp monitor,
        monitor tekanan darah, alat tekanan darah, tekanan darah, influenza test kit, flu test kit,
        digital thermometer, infrared thermometer, termometer digital, ear thermometer`,
      reads: {
        en: 'reads as a self-test device, if it is registered under Act 737',
        ms: 'dibaca sebagai peranti ujian kendiri, jika berdaftar di bawah Akta 737',
      },
      reliefs: ['medical-self-test-device'],
      confidence: 0.75,
      at: 'anywhere',
    },
    {
      id: 'thermometer',
      words: 'thermometer, termometer, omron hem',
      reads: {
        en: 'reads as a self-test device, if it is registered under Act 737',
        ms: 'dibaca sebagai peranti ujian kendiri, jika berdaftar di bawah Akta 737',
      },
      reliefs: ['medical-self-test-device'],
      confidence: 0.7,
      also: ['baby-shop', 'clinic'],
    },
    {
      id: 'glucometer',
      words: `glucometer, glukometer, glucose meter, blood glucose monitor, test strip, glucose strip, accu chek, contour plus,
        onetouch, lancet, freestyle libre, alat uji gula`,
      reads: { en: 'reads as a glucose meter', ms: 'dibaca sebagai meter glukosa' },
      reliefs: ['medical-self-test-device', 'parents-special-needs'],
      parents: ['parents-special-needs'],
      confidence: 0.3,
      at: 'anywhere',
      question: {
        en: 'A glucose meter for yourself, your spouse or child is disputed: a budget summary names it, the ruling’s examples do not. Does it count, or is it for a certified sick parent?',
        ms: 'Meter glukosa untuk diri sendiri, suami atau isteri, atau anak masih dipertikaikan: ringkasan belanjawan menyebutnya, tetapi contoh dalam ketetapan umum tidak. Adakah ia dikira, atau adakah ia untuk ibu atau bapa sakit yang disahkan doktor?',
      },
    },
    {
      id: 'aid-for-a-parent',
      words: `adult diaper, adult diapers, lampin dewasa, tena, dr p adult, walking frame, walker frame, tongkat, quad stick,
        commode, kerusi tandas, ripple mattress, tilam angin, oxygen concentrator, oxygen tank, nebuliser, nebulizer,
        inhaler, suction machine, catheter, kateter, insulin pen, hospital bed, katil hospital, adjustable bed`,
      reads: {
        en: 'reads as an aid that a sick parent may need',
        ms: 'dibaca sebagai alat yang mungkin diperlukan oleh ibu atau bapa yang sakit',
      },
      reliefs: ['parents-special-needs'],
      parents: ['parents-special-needs'],
      confidence: 0.35,
      at: 'anywhere',
      question: sickParent,
    },
    {
      id: 'disabled-aid',
      words: `wheelchair, wheel chair, kerusi roda, hearing aid, alat bantu dengar, alat bantu pendengaran, artificial leg,
        kaki palsu, prosthetic leg, prosthesis, haemodialysis machine, dialysis machine, cochlear`,
      reads: { en: 'reads as basic supporting equipment', ms: 'dibaca sebagai peralatan sokongan asas' },
      reliefs: ['disabled-equipment'],
      parents: ['parents-special-needs'],
      confidence: 0.4,
      at: 'anywhere',
      question: registered,
    },
    {
      id: 'carer',
      words:
        'caregiver fee, carer fee, penjaga warga emas, upah penjaga, nursing care fee, home nurse, jururawat peribadi',
      reads: { en: 'reads as the payment of a carer', ms: 'dibaca sebagai bayaran kepada penjaga' },
      reliefs: ['parents-carer', 'parents-medical-treatment'],
      parents: ['parents-carer', 'parents-medical-treatment'],
      confidence: 0.4,
      at: 'anywhere',
      question: {
        en: 'Does the carer look after a parent who is ill, as a doctor certified?',
        ms: 'Adakah penjaga ini menjaga ibu atau bapa yang sakit, seperti yang disahkan oleh doktor?',
      },
    },
  ],
  exclusions: [
    {
      id: 'pharmacy-goods',
      words: `medicine, ubat, tablet, capsule, kapsul, vitamin, multivitamin, supplement, suplemen, panadol, paracetamol,
        ibuprofen, cough syrup, ubat batuk, syrup, sirap, cream, krim, ointment, salap, lozenge, strepsils, fish oil,
        minyak ikan, calcium, kalsium, collagen, probiotic, face mask, mask, pelitup, sanitizer, sanitiser, plaster,
        shampoo, syampu, soap, sabun, lotion, losyen, toner, cleanser, sunscreen, lipstick, makeup, perfume, deodorant,
        tissue, tisu, sanitary pad, condom, milk powder, contact lens, kanta lekap, spectacle, cermin mata, minyak angin,
        tiger balm, eye drop, titis mata, bandage, gauze, swab, cotton, sweet, gula gula, drink, minuman`,
      reads: {
        en: 'is medicine or an everyday item, which no relief covers',
        ms: 'ialah ubat atau barang harian, yang tiada pelepasan',
      },
      confidence: 0.85,
      weak: true,
      also: ['hospital', 'optician'],
      at: ['pharmacy', 'aid-supplier'],
    },
  ],
}
