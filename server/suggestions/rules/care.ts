import type { RuleFile } from '../rule.ts'

const sickParent = {
  en: 'Is it for a parent whose doctor certified the condition? For anyone else it does not count.',
  ms: 'Adakah ini untuk ibu atau bapa yang keadaannya disahkan oleh doktor? Untuk orang lain, ia tidak dikira.',
}
const sickOrCared = {
  en: 'Is it for a parent who needs treatment or a carer, as a doctor certified?',
  ms: 'Adakah ini untuk ibu atau bapa yang memerlukan rawatan atau penjaga, seperti yang disahkan oleh doktor?',
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
      words: `pharmacy, farmasi, pharma, pharmacies, chemist, watsons, guardian, caring pharmacy, big pharmacy, alpro, aa
        pharmacy, health lane, healthlane, rumah ubat, kedai ubat, personal care store, health and beauty, watson,
        watsons personal care, guardian health, guardian pharmacy, georgetown pharmacy, wellings pharmacy, multicare
        pharmacy, sunlife pharmacy, sunway multicare, pmg pharmacy, am pm pharmacy, constant pharmacy, straits
        pharmacy, healthy world, vitacare, vitacare pharmacy, be pharmacy, farmaku, pharmacy express, vital
        pharmacy, doc pharmacy, town pharmacy, life pharmacy, rx pharmacy, apotek, apotheca, dispensary pharmacy,
        drugstore, medical hall pharmacy, gnc, vitahealth, health shop, health food, kedai kesihatan, health care
        store, sasa, beauty health, yao fang, xi yao fang, 药房, 药店, 药行`,
      hints: 'big caring, caring, wellings, pmg',
      reads: {
        en: 'pharmacy; medicine and supplements have no relief',
        ms: 'farmasi; ubat dan makanan tambahan tiada pelepasan',
      },
      confidence: 0.8,
    },
    {
      id: 'aid-supplier',
      words: `hearing aid, hearing centre, hearing care, hearing solution, alat bantu pendengaran, pendengaran,
        wheelchair, kerusi roda, prosthetic, prosthetics, orthotic, rehab supply, medical supply, medical supplies,
        medical equipment, peralatan perubatan, homecare equipment, hearing clinic, hearing specialist, hearing
        solutions, 21st century hearing, amplifon, audiology, audiologist, starkey hearing, beltone, pusat
        pendengaran, klinik pendengaran, orthopaedic appliances, ortho medical, orthotics, prostetik, ortotik,
        mobility aid, mobility aids, rehab equipment, rehabilitation equipment, medical device, medical devices,
        medical store, medical shop, medical mart, medical house, surgical supplies, surgical supply, healthcare
        supply, healthcare supplies, homecare shop, homecare medical, homecare supply, okucare, alatan oku,
        peralatan oku, alat perubatan, alatan perubatan, respiratory care, oxygen supply, hospital bed rental, ting
        li, zhu ting qi, lun yi, 助听器, 轮椅`,
      hints: 'mobility, hearing, widex, signia, phonak, oku',
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
        elderly care, eldercare, senior living, senior care, home nursing, care home, carehome, old folk home, rumah
        orang tua, rumah warga emas, pusat penjagaan warga emas, jagaan warga emas, warga tua, home care nursing,
        homecare nursing, home care services, nursing care, nursing care centre, nursing centre, senior care centre,
        aged care, elder care, elderly home, elderly care centre, retirement home, retirement village, senior
        citizen home, assisted living, hospice care, palliative care, dementia care, caregiver, care giver,
        caregivers, careconnect, pillar care, my aged care, love on wheels, noble care, econ healthcare, econ
        medicare, jeta care, genesis life care, komune care, sri seronok, lao ren yuan, liao yang yuan, 老人院, 疗养院`,
      hints: 'homecare, home care, alzheimer',
      reads: { en: 'care for the elderly', ms: 'penjagaan warga emas' },
      reliefs: ['parents-medical-treatment'],
      parents: ['parents-medical-treatment'],
      confidence: 0.35,
      rest: 'asked',
      question: sickOrCared,
    },
  ],
  items: [
    {
      id: 'covid-kit',
      words: `covid test kit, covid 19 test kit, rtk kit, rtk self test, saliva test kit, covid self test, kit ujian
        covid, kit ujian kendiri, antigen test kit, antigen kit, covid 19 antigen rapid, rapid test kit, self test
        kit, salixium, beright antigen, newgene, flowflex, covid kit, covid rtk, rtk antigen kit, rtk test kit,
        antigen rapid test, covid 19 self test, gmate, gmate covid, juschek, longsee, alltest covid, flu covid kit, covid combo, covid combo kit, covid flu, covid and flu, covid flu rsv, flu covid, covid 19 flu, influenza covid, saliva self test, saliva test, covid saliva, covid 19 saliva, covid home test, covid 19 home test, covid saliva self test, covid 19 saliva self test, covid self test kit`,
      reads: { en: 'reads as a COVID-19 self-test kit', ms: 'dibaca sebagai kit ujian kendiri COVID-19' },
      reliefs: ['medical-covid-test', 'medical-self-test-device'],
      confidence: 0.8,
      at: 'anywhere',
    },
    {
      id: 'self-test-device',
      words: `pulse oximeter, oximeter, oksimeter, oxymeter, blood pressure monitor, blood pressure set, bp monitor,
        monitor tekanan darah, alat tekanan darah, influenza test kit, flu test kit, digital thermometer, infrared
        thermometer, termometer digital, ear thermometer, blood pressure machine, bp machine, bp set, bp meter,
        omron hem, omron hem 7121, hem 7121, hem 7120, hem 7130, hem 7156, hem 8712, omron bp, omron blood pressure,
        rossmax, rossmax bp, microlife bp, beurer bp, mesin tekanan darah, mesin darah tinggi, alat ukur tekanan
        darah, bp omron, fingertip oximeter, fingertip pulse oximeter, pulse oxi, oximeter pulse, oksimeter nadi,
        thermometer digital, digital thermo, infrared thermo, forehead thermometer, non contact thermometer,
        termometer dahi, termometer infrared, braun thermoscan, thermoscan, influenza self test, flu a b test kit,
        dengue test kit, hiv self test, hiv self test kit, hiv self testing, colorectal test kit, cholesterol meter,
        uric acid meter, xue ya ji, ti wen ji, xue yang ji, 血压计, 体温计, 血氧仪, tekanan darah, flu kit, flu a b kit, influenza kit, influenza a b kit, dengue kit, kit ujian denggi, kit ujian influenza, kit ujian selesema, flu a b self test, infrared ear thermometer, pulse oximetry`,
      reads: {
        en: 'reads as a self-test device, if it is registered under Act 737',
        ms: 'dibaca sebagai peranti ujian kendiri, jika berdaftar di bawah Akta 737',
      },
      reliefs: ['medical-self-test-device'],
      confidence: 0.75,
      at: 'anywhere',
    },
    {
      id: 'some-self-test',
      words: 'self test, self testing, home test kit, test kit, kit ujian, ujian kendiri, alat ujian',
      unless: [
        'pregnancy',
        'kehamilan',
        'hamil',
        'ovulation',
        'glucose',
        'gula',
        'drug',
        'dadah',
        'water',
        'pool',
        'soil',
        'ph',
        'book',
        'covid',
      ],
      reads: {
        en: 'reads as a self-test device, if it is registered under Act 737',
        ms: 'dibaca sebagai peranti ujian kendiri, jika berdaftar di bawah Akta 737',
      },
      reliefs: ['medical-self-test-device'],
      confidence: 0.65,
      also: ['supermarket', 'convenience-store', 'marketplace'],
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
      words: `glucometer, glukometer, glucose meter, blood glucose monitor, test strip, glucose strip, accu chek, contour
        plus, onetouch, lancet, freestyle libre, alat uji gula, blood glucose, blood glucose meter, glucose monitor,
        glucose monitoring, cgm, cgm sensor, libre sensor, freestyle libre 2, libre 2, libre 3, contour next,
        contour ts, onetouch select, one touch verio, accuchek, accu chek guide, accu chek instant, test strips,
        glucose strips, strip gula, strip gula darah, jarum lancet, lancets, softclix, rightest, easytouch,
        caresens, gluneo, mesin gula, mesin gula darah, alat ukur gula, xue tang ji, 血糖仪`,
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
      words: `adult diaper, adult diapers, lampin dewasa, tena, dr p adult, walking frame, walker frame, tongkat, quad
        stick, commode, kerusi tandas, ripple mattress, tilam angin, oxygen concentrator, oxygen tank, nebuliser,
        nebulizer, suction machine, catheter, kateter, insulin pen, hospital bed, katil hospital, adjustable bed,
        adult pants, adult diapers tape, adult pull up, tena pants, tena value, certainty adult, lifree, lifree
        adult, caress adult, hygienix adult, adult pull ups, dr p adult diapers, lampin pakai buang dewasa, pampers
        dewasa, pampers orang tua, rollator, walking aid, walking stick, quad cane, kruk, crutch, crutches, tongkat
        ketiak, tongkat berkaki empat, alat bantu jalan, kerusi mandi, shower chair, bath chair, commode chair, bed
        pan, bedpan, urine bag, feeding tube, ryle tube, ryles tube, tube feeding, colostomy, colostomy bag, stoma
        bag, anti bedsore, anti decubitus, bedsore mattress, alternating pressure, tilam anti luka, air mattress
        medical, hospital bed rental, katil pesakit, nursing bed, electric bed, katil elektrik, bed rail, oxygen
        cylinder, tangki oksigen, mesin oksigen, oxygen rental, nebuliser machine, nebulizer machine, omron
        nebulizer, mesin nebulizer, cpap, cpap machine, bipap, aerochamber, peak flow meter, insulin needle, pen
        needle, patient lifter, patient hoist, cheng ren zhi niao ku, guai zhang, 成人纸尿裤, 拐杖, certainty pants,
        certainty tape, inhaler`,
      unless: ['tongkat ali', 'vicks', 'poy sian', 'nasal', 'kopi', 'coffee', 'mobile phone', 'ac charger'],
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
      words: `wheelchair, wheel chair, kerusi roda, hearing aid, alat bantu dengar, alat bantu pendengaran, artificial
        leg, kaki palsu, prosthetic leg, prosthesis, haemodialysis machine, dialysis machine, cochlear, lightweight
        wheelchair, electric wheelchair, motorised wheelchair, kerusi roda elektrik, wheelchair rental, transit
        chair, hearing aids, alat pendengaran, phonak, phonak audeo, oticon, oticon real, oticon more, oticon own,
        signia, signia pure, widex, widex moment, starkey, starkey evolv, unitron, bernafon, audeo, ric hearing, cic
        hearing, itc hearing, cochlear implant, cochlear processor, prosthetic, prosthetic arm, prosthetic hand,
        artificial limb, artificial arm, artificial hand, tangan palsu, above knee prosthesis, ankle foot orthosis,
        braille, braille display, screen reader, tongkat putih, white cane, lun yi, zhu ting qi, 轮椅, 助听器`,
      reads: { en: 'reads as basic supporting equipment', ms: 'dibaca sebagai peralatan sokongan asas' },
      reliefs: ['disabled-equipment'],
      parents: ['parents-special-needs'],
      confidence: 0.4,
      at: 'anywhere',
      question: registered,
    },
    {
      id: 'care-home-fee',
      words: `yuran jagaan, yuran bulanan, bayaran bulanan, bayaran jagaan, yuran penjagaan, monthly fee, monthly care, care fee, care package, nursing care, resident fee, room and care, day care`,
      reads: { en: 'reads as the fee of a care home', ms: 'dibaca sebagai yuran rumah jagaan' },
      reliefs: ['parents-medical-treatment'],
      parents: ['parents-medical-treatment'],
      confidence: 0.4,
      outweighs: true,
      at: ['nursing-home'],
      question: sickOrCared,
    },
    {
      id: 'carer',
      words: `caregiver fee, carer fee, penjaga warga emas, upah penjaga, nursing care fee, home nurse, jururawat
        peribadi, caregiver, care giver, caregiving, caregiver service, caregiver day, caregiver night, penjaga
        pesakit, penjaga orang tua, jagaan orang tua, live in caregiver, live in carer, nursing service, home
        nursing, private nurse, 24 hours care, respite care, day care elderly, pembantu penjaga`,
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
    {
      id: 'aid-word',
      words:
        'walker, rollator, cane, oxygen, insulin, spacer, urinal, underpad, underpads, walking stick, tongkat, diaper, diapers, lampin, pampers, catheter',
      reads: {
        en: 'reads as an aid that a sick parent may need',
        ms: 'dibaca sebagai alat yang mungkin diperlukan oleh ibu atau bapa yang sakit',
      },
      reliefs: ['parents-special-needs'],
      parents: ['parents-special-needs'],
      confidence: 0.3,
      weak: true,
      at: ['aid-supplier', 'nursing-home'],
      question: sickParent,
    },
  ],
  exclusions: [
    {
      id: 'support-and-comfort',
      words: `knee guard, knee support, knee brace, ankle support, ankle guard, wrist support, wrist splint, elbow support, lumbar support, back support, waist support, arm sling, cervical collar, insole, insoles, compression stocking, compression stockings, stocking, posture corrector, heat pad, heating pad, hot pack, ice bag,
        massager, massage gun, massage chair, foot massager, pillow, bantal, cushion, weighing scale, body scale, penimbang, hearing aid battery, hearing aid batteries, battery 312, size 312, size 13 battery, ear plug, earplug, first aid kit, kotak kecemasan, gloves, sarung tangan, face shield, alcohol swab, syringe, heat pack, heat patch, cold pack, ice pack, warm pack, hot cold pack, hot and cold pack, hot water bottle, tens machine, drying kit, dry box, dehumidifier jar, bandage, plaster, gauze, surgical mask, face mask, scrub suit, stethoscope, posture belt, kinesio tape, eye mask, thermal flask, vitamin, supplement`,
      reads: {
        en: 'is not an aid that the law names, and does not count',
        ms: 'bukan alat yang dinamakan undang-undang, dan tidak dikira',
      },
      confidence: 0.75,
      at: ['aid-supplier', 'pharmacy'],
    },
    {
      id: 'pharmacy-goods',
      words: `medicine, ubat, tablet, capsule, kapsul, vitamin, multivitamin, supplement, suplemen, panadol, paracetamol,
        ibuprofen, cough syrup, ubat batuk, syrup, sirap, cream, krim, ointment, salap, lozenge, strepsils, fish
        oil, minyak ikan, calcium, kalsium, collagen, probiotic, face mask, mask, pelitup, sanitizer, sanitiser,
        plaster, shampoo, syampu, soap, sabun, lotion, losyen, toner, cleanser, sunscreen, lipstick, makeup,
        perfume, deodorant, tissue, tisu, sanitary pad, condom, milk powder, contact lens, kanta lekap, spectacle,
        cermin mata, minyak angin, tiger balm, eye drop, titis mata, bandage, gauze, swab, cotton, sweet, gula gula,
        drink, minuman, ensure gold, ensure, glucerna, nutren, susu, susu tepung, apeton, blackmores, kordel,
        swisse, seven seas, scott emulsion, redoxon, berocca, centrum, flavettes, champs, appeton, eye vitamin,
        glucosamine, omega, evening primrose, spirulina, propolis, honey, royal jelly, birds nest, essence of
        chicken, brands essence, mascara, foundation, bb cream, serum, facial wash, facial cleanser, cleansing,
        moisturiser, moisturizer, body wash, shower gel, hair dye, conditioner, nail polish, cotton pad, razor,
        shaver, mouthwash, toothpaste, toothbrush, slimming, detox, gaviscon, antacid, ubat gastrik, ubat sakit,
        ubat demam, uphamol, aspirin, loratadine, cetirizine, antihistamine, antibiotic, statin, atorvastatin,
        amlodipine, metformin, losartan, perindopril, xarelto, viagra, prescription, preskripsi, contraceptive,
        pregnancy test, pregnancy test kit, ujian kehamilan, ovulation test, ovulation kit, lubricant, durex,
        sanitary, tampon, diapers, baby wipes, vicks, hot water bag, axe oil, minyak, medicated oil, balm, dettol,
        savlon, hand wash, insect repellent, mosquito, mask 3 ply, surgical mask, n95, kn95, wet wipes, glove,
        snack, chocolate, biscuit, lozenges, woods, fisherman, throat spray, nasal spray, saline, povidone, iodine,
        antiseptic, betadine, burn cream, diclofenac, voltaren, salonpas, yoko yoko, counterpain, plaster strip,
        band aid, elastoplast, cotton bud, comb, mirror, umbrella, carrier bag, plastic bag, sunblock, deodoran,
        edt, edp, hair, tea, baby, dental, pad, bag, nail, milk`,
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
