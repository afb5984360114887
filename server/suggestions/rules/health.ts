import type { RuleFile } from '../rule.ts'
import { listed } from './document-kinds.ts'

const illness = {
  en: 'Was this the treatment of a serious disease with a doctor’s certificate, or of a parent? An ordinary visit does not count.',
  ms: 'Adakah ini rawatan penyakit serius dengan sijil doktor, atau rawatan ibu atau bapa? Lawatan biasa tidak dikira.',
}

/** A vaccine against a disease, in the orders in which English and Malay name it. */
const against = (diseases: string) =>
  listed(diseases)
    .flatMap((disease) => [
      `vaksin ${disease}`,
      `vaccine ${disease}`,
      `${disease} vaccine`,
      `${disease} vaksin`,
      `${disease} vaccination`,
      `pemvaksinan ${disease}`,
      `jab ${disease}`,
      `${disease} jab`,
      `suntikan ${disease}`,
      `${disease} injection`,
    ])
    .join(', ')

const forAnimals = ['kucing', 'anjing', 'cat', 'dog', 'pet', 'puppy', 'kitten', 'feline', 'canine', 'rabbit']

/** A clinic names a vaccine by its disease alone ("HEP B DOSE 2"), but also a test or medicine. */
const notAVaccine = [
  'test',
  'ujian',
  'swab',
  'kit',
  'rapid',
  'antigen',
  'antibody',
  'antibodies',
  'surface',
  'titre',
  'screening',
  'saringan',
  'panel',
  'profile',
  'profil',
  'ubat',
  'medicine',
  'medication',
  'treatment',
  'rawatan',
  'tamiflu',
]

/** Doctors, hospitals and laboratories; what a pharmacy or supplier sells is in care.ts. */
export const health: RuleFile = {
  merchants: [
    {
      id: 'hospital',
      words: `hospital, medical centre, medical center, pusat perubatan, specialist centre, specialist hospital, pusat
        pakar, gleneagles, pantai hospital, kpj, columbia asia, prince court, institut jantung negara, hospis,
        medical city, sunway medical, sunmed, subang jaya medical, sjmc, ara damansara medical, parkcity medical,
        thomson hospital, tung shin, tung shin hospital, mahkota medical, oriental melaka, regency specialist, kpj
        damansara, island hospital, penang adventist, adventist hospital, lam wah ee, loh guan lye, gleneagles
        penang, borneo medical centre, kmi healthcare, avisena, an nur specialist, salam specialist, hospital
        sultan, hospital kerajaan, hospital tengku, hospital raja, hospital universiti, ukm specialist, um
        specialist centre, umsc, ijn, national heart institute, institut kanser negara, pusat perubatan universiti,
        manipal hospital, tun hussein onn, eye hospital, day surgery, yi yuan, 医院, 医疗中心, assunta hospital, beacon
        hospital, normah medical, timberland medical, ppum, ummc, hukm, hkl`,
      reads: { en: 'hospital', ms: 'hospital' },
      reliefs: ['medical-serious-disease'],
      parents: ['parents-medical-treatment'],
      confidence: 0.25,
      rest: 'asked',
      question: illness,
    },
    {
      id: 'clinic',
      words: `klinik, clinic, poliklinik, polyclinic, dispensari, dispensary, surgery, surgeri, klinik kesihatan,
        mediviron, family doctor, klinik keluarga, klinik famili, family clinic, klinik pakar, specialist clinic,
        klinik kanak kanak, klinik wanita, women clinic, klinik ibu, child clinic, child specialist clinic,
        paediatric, pediatric, pakar kanak kanak, qualitas, qualitas health, caring clinic, healthcare clinic,
        health clinic, kumpulan perubatan, u n i klinik, uni klinik, doctoroncall, doctor on call, doc2us, teleme,
        bookdoc, doctor anywhere, medical clinic, medical group, general practice, skin clinic, skin specialist,
        dermatology, pakar kulit, eye clinic, eye specialist, pakar mata, ent clinic, obstetrics, gynae, pakar o g,
        orthopaedic, urology, klinik desa, klinik 1malaysia, komuniti klinik, vaccination centre, vaccine clinic,
        immunisation centre, zhen suo, yi wu suo, 诊所`,
      reads: {
        en: 'clinic; an ordinary visit has no relief, unless a parent was treated on a doctor’s certificate',
        ms: 'klinik; lawatan biasa tiada pelepasan, kecuali rawatan ibu atau bapa dengan sijil doktor',
      },
      parents: ['parents-medical-treatment'],
      confidence: 0.6,
    },
    {
      id: 'fertility-centre',
      words: `fertility, kesuburan, ivf, klinik kesuburan, fertility centre, fertility clinic, alpha ivf, tmc fertility,
        fertiliti, sunfert, alpha ivf group, genesis ivf, genea ivf, concept fertility, metro ivf, ivf centre,
        reproductive medicine, fertility associates, kl fertility, damansara fertility, art fertility, 试管婴儿`,
      reads: { en: 'fertility centre', ms: 'pusat kesuburan' },
      reliefs: ['medical-fertility'],
      confidence: 0.65,
    },
    {
      id: 'serious-disease-centre',
      words: `dialysis, dialisis, haemodialysis, hemodialysis, hemodialisis, pusat dialisis, oncology, onkologi, cancer
        centre, pusat kanser, cancer hospital, heart centre, nephrology, nephrocare, nephrocare dialysis, national
        kidney foundation, davita, fresenius, b braun avitum, buah pinggang, yayasan buah pinggang, kidney care,
        renal care, renal centre, rawatan buah pinggang, radiotherapy centre, cancer care, cancer institute, mount
        miriam, stroke centre, stroke rehab, cardiac centre, cardiac vascular, cvskl, heart institute, heart clinic,
        xi shen, 洗肾, 透析`,
      reads: {
        en: 'treatment of a serious disease, with a doctor’s certificate',
        ms: 'rawatan penyakit serius, dengan sijil doktor',
      },
      reliefs: ['medical-serious-disease'],
      parents: ['parents-medical-treatment'],
      confidence: 0.6,
    },
    {
      id: 'laboratory',
      words: `pathlab, path lab, lablink, bp healthcare, bp clinical lab, gribbles, innoquest, medical laboratory,
        diagnostic laboratory, makmal perubatan, makmal patologi, pathology, diagnostic centre, diagnostic imaging,
        radiology, imaging centre, x ray centre, makmal, laboratory, laboratories, clinical lab, clinical
        laboratory, clinipath, quantum diagnostics, premier integrated labs, gribbles pathology, bp diagnostic, bp
        specialist, bp clinical, pantai integrated, dna laboratories, dna lab, b p clinical, health screening
        centre, screening centre, pusat saringan, medical screening, healthcare screening, mri centre, ct scan
        centre, x ray, ultrasound centre, 4d ultrasound, city imaging, medivision, klinik x ray, prima diagnostics,
        化验所`,
      hints: 'lab',
      reads: { en: 'laboratory', ms: 'makmal' },
      reliefs: ['medical-disease-test'],
      parents: ['parents-medical-exam'],
      confidence: 0.6,
    },
    {
      id: 'dentist',
      words: `dental, dentist, pergigian, klinik pergigian, gigi, klinik gigi, dental clinic, klinik dental, dental
        surgery, dental surgeon, dental centre, dental specialist, orthodontic, orthodontist, doktor gigi, surgeri
        pergigian, dentalcare, dental care, dental group, dental studio, dental hub, pakar pergigian, pakar
        ortodontik, ortodontik, orthodontics, periodontics, endodontic, oral surgery, oral maxillofacial, implant
        centre, smile dental, smileworks, tiew dental, happy tooth, kl dental, q d dental, dentalpro, kids dental,
        pediatric dentistry, zenyum, clearcorrect, invisalign, ya yi, ya ke, 牙科, 牙医`,
      unless: ['dental supply'],
      reads: { en: 'dentist', ms: 'doktor gigi' },
      reliefs: ['medical-dental'],
      parents: ['parents-dental'],
      confidence: 0.8,
    },
    {
      id: 'optician',
      words: `optical, optik, optician, optometrist, optometry, eyewear, spectacle, kedai cermin mata, cermin mata,
        owndays, focus point, england optical, zoff, better vision, vision care, eye optic, optix, jins, lensmart, e
        glasses, eglasses, spectacles, contact lens, kanta lekap, vision centre, eyeworld, mog eyewear, optometris,
        yan jing, 眼镜, specsavers`,
      reads: {
        en: 'optician; spectacles and lenses are not equipment for the disabled',
        ms: 'kedai cermin mata; cermin mata dan kanta lekap bukan peralatan OKU',
      },
      confidence: 0.85,
    },
    {
      id: 'mental-health',
      words: `psychiatrist, psychiatry, psychiatric, psikiatri, klinik psikiatri, psychologist, psychology, psikologi,
        clinical psychology, counselling, counseling, counsellor, kaunseling, kaunselor, psychotherapy, mental
        health, kesihatan mental, mind clinic, psikologi klinikal, mind faculty, the mind faculty, mind
        psychological, psychological services, psychological centre, psychology clinic, mindcare, mind care, mind
        medical, klinik minda, pakar psikiatri, relate malaysia, thoughtfull, thoughtfull chat, safe space therapy,
        counselling centre, counselling services, counseling centre, pusat kaunseling, kaunseling berdaftar,
        komuniti kaunseling, befrienders counselling, malaysian mental health association, mmha, cornerstone
        psychology, the red clinic, energem psychology, xin li, 心理, 精神科`,
      hints: `relate mental health, relate malaysia, psychological, psychotherapist, psychological wellness`,
      reads: {
        en: 'psychiatrist, psychologist or counsellor, if registered',
        ms: 'pakar psikiatri, ahli psikologi atau kaunselor, jika berdaftar',
      },
      reliefs: ['medical-mental-health'],
      confidence: 0.7,
    },
    {
      id: 'child-therapy',
      words: `speech therapy, speech therapist, terapi pertuturan, occupational therapy, terapi cara kerja, terapi
        carakerja, autism, autisme, early intervention, intervensi awal, dyslexia, disleksia, adhd, child
        development centre, special needs centre, pusat pendidikan khas, speech and language, speech language,
        speech and hearing, terapi pemulihan, pusat terapi, occupational therapist, sensory integration, aba
        therapy, applied behaviour, behaviour therapy, behavioural therapy, national autism society, nasom, autism
        malaysia, autism centre, pusat autisme, genius kurnia, permata kurnia, early intervention programme, pusat
        intervensi, intervensi kanak kanak, eip centre, eip programme, toybox creative, oasis place, intervention
        centre, special needs, special education, pendidikan khas, kanak kanak istimewa, anak istimewa, down
        syndrome, kiwanis down syndrome, kdsf, persatuan down syndrome, dyslexia association, persatuan dyslexia,
        persatuan disleksia, dyslexia centre, learning disability, learning difficulties, masalah pembelajaran, slow
        learner, kids therapy, children therapy, paediatric therapy, paediatric rehab, child development`,
      reads: {
        en: 'therapy for a child of 18 or younger with a named condition',
        ms: 'terapi untuk anak berumur 18 tahun ke bawah dengan masalah yang dinamakan undang-undang',
      },
      reliefs: ['medical-learning-disability'],
      confidence: 0.65,
    },
    {
      id: 'other-treatment',
      words: `chiropractic, kiropraktik, physiotherapy, fisioterapi, acupuncture, akupunktur, traditional chinese
        medicine, tcm, medical hall, bekam, urut, massage, aesthetic, estetik, beauty clinic, hair clinic, slimming,
        chiropractor, osteopathy, osteopath, physiotherapist, pusat fisioterapi, sports rehab, spine centre, foot
        care, podiatry, podiatrist, reflexology, refleksologi, foot reflexology, urut tradisional, urutan
        tradisional, urut batin, rawatan islam, ruqyah, homeopathy, homeopati, naturopathy, ayurveda, ayurvedic,
        sinseh, chinese physician, zhong yi, zhong yao, tong ren tang, eu yan sang, kedai ubat cina, tit tar,
        aesthetic clinic, aesthetics, klinik estetik, skin laser, laser clinic, medispa, medi spa, bella skin, hair
        transplant, hair growth, confinement centre, confinement home, pusat bersalin, confinement, 中医, 针灸, 推拿, 月子中心, tcm clinic, tcm centre, tcm center, tcm medical centre, chinese medicine, chinese medicine clinic, chinese medical, perubatan tradisional, klinik tradisional, traditional medicine, traditional and complementary, complementary medicine, alternative medicine, klinik bekam, klinik homeopati, homeopathic clinic, chiropractic clinic, klinik kiropraktik, acupuncture clinic, klinik akupunktur`,
      hints: 'physio, rehab, chiro',
      reads: { en: 'treatment that no relief covers', ms: 'rawatan yang tiada pelepasan' },
      parents: ['parents-medical-treatment'],
      confidence: 0.65,
    },
  ],
  items: [
    {
      id: 'named-vaccine',
      unless: [...forAnimals, 'dna', 'test', 'swab', 'screening', 'ujian'],
      words: `influenza vaccine, influenza vaccination, vaksin influenza, vaksin selesema, flu vaccine, flu vaccination,
        flu shot, flu jab, suntikan influenza, vaxigrip, fluquadri, influvac, hpv, gardasil, cervarix, vaksin hpv,
        pneumococcal, pneumokokal, prevenar, synflorix, vaxneuvance, rotavirus, rotarix, rotateq, varicella,
        chickenpox, vaksin cacar air, varivax, meningococcal, meningokokal, menactra, nimenrix, tdap, boostrix,
        adacel, covid vaccine, covid 19 vaccine, vaksin covid, vaksin covid 19, gardasil 9, gardasil 4, cecolin,
        human papillomavirus, influenza jab, fluarix, fluarix tetra, vaxigrip tetra, influvac tetra, efluelda,
        flucelvax, fluad, skyvaccine flu, flu quadrivalent, quadrivalent flu, flu vaccination package, prevnar,
        prevenar 13, prevenar 20, prevnar 20, pneumovax, pneumovax 23, pcv13, pcv 13, pcv10, pcv15, pcv20, ppsv23,
        pneumonia vaccine, pneumonia jab, vaksin pneumonia, vaksin pneumokokal, vaxneuvance 15, capvaxive, rotarix
        dose, rota vaccine, vaksin rotavirus, rotavin, varilrix, chicken pox vaccine, priorix tetra, mmrv, proquad,
        menveo, menquadfi, bexsero, trumenba, menacwy, meningitis vaccine, vaksin meningokokal, vaksin meningitis,
        tdap vaccine, dtap, tetraxim, boostrix polio, adacel polio, tetanus diphtheria pertussis, infanrix, infanrix
        hexa, hexaxim, pentaxim, pediarix, six in one, comirnaty, pfizer vaccine, spikevax, moderna vaccine,
        sinovac, coronavac, astrazeneca vaccine, covid 19 booster, booster covid, liu gan yi miao, liu gan zhen,
        流感疫苗, covid booster, suntikan flu, vaksin flu, jab flu, flu injection, suntikan selesema, suntikan hpv, hpv
        injection, pneumococcal injection, suntikan pneumokokal`,
      reads: { en: 'reads as a vaccination', ms: 'dibaca sebagai pemvaksinan' },
      reliefs: ['medical-vaccination'],
      parents: [{ code: 'parents-medical-exam', from: 2025 }],
      confidence: 0.85,
      at: 'anywhere',
    },
    {
      id: 'further-vaccine',
      unless: [...forAnimals, 'test', 'antibody', 'antibodies', 'titre', 'screening', 'ujian'],
      words: `hepatitis vaccine, hepatitis a vaccine, hepatitis b vaccine, vaksin hepatitis, typhoid vaccine, vaksin
        tifoid, rabies vaccine, yellow fever, shingles vaccine, shingrix, zostavax, measles, dengue vaccine, qdenga,
        japanese encephalitis, cholera vaccine, engerix, havrix, bcg, travel vaccine, havrix 1440, avaxim, avaxim
        160, twinrix, engerix b, euvax, hepavax, hep b vaccine, hep a vaccine, hepatitis a jab, typhim, typhim vi,
        typbar, typhoid injection, typhoid jab, tifoid, suntikan tifoid, vivotif, verorab, rabipur, stamaril,
        imojev, jespect, japanese encephalitis vaccine, je vaccine, shingrix 50mcg, mmr vaccine, priorix, m m r ii,
        mmr ii, polio vaccine, imovax, imovax polio, tetanus toxoid, tetanus injection, tetanus jab, att injection,
        arexvy, abrysvo, mresvia, rsv vaccine, beyfortus, dengue vaccination, tak 003, dukoral, vaxchora, hib
        vaccine, act hib, umrah vaccine, yellow fever vaccine, tick borne encephalitis, mpox vaccine, typhoid, mmr`,
      reads: {
        en: 'reads as a vaccination that the list up to 2025 does not name',
        ms: 'dibaca sebagai pemvaksinan yang tiada dalam senarai hingga 2025',
      },
      reliefs: [{ code: 'medical-vaccination', from: 2026 }],
      parents: [{ code: 'parents-medical-exam', from: 2025 }],
      confidence: 0.75,
      at: 'anywhere',
    },
    {
      id: 'vaccine-against-a-named-disease',
      unless: [...forAnimals, 'test', 'antibody', 'swab', 'screening', 'ujian'],
      words: against(
        'influenza, flu, selesema, hpv, pneumococcal, pneumokokal, pneumonia, rotavirus, varicella, chickenpox, chicken pox, cacar air, meningococcal, meningokokal, meningitis, tdap, dtap, covid, covid 19, kanser serviks',
      ),
      reads: { en: 'reads as a vaccination', ms: 'dibaca sebagai pemvaksinan' },
      reliefs: ['medical-vaccination'],
      parents: [{ code: 'parents-medical-exam', from: 2025 }],
      confidence: 0.8,
      at: 'anywhere',
    },
    {
      id: 'vaccine-against-a-further-disease',
      unless: [...forAnimals, 'test', 'antibody', 'antibodies', 'titre', 'screening', 'ujian'],
      words: against(
        'rabies, hepatitis, hepatitis a, hepatitis b, hep a, hep b, typhoid, tifoid, yellow fever, demam kuning, shingles, kayap, measles, campak, mmr, dengue, denggi, japanese encephalitis, je, cholera, kolera, bcg, polio, tetanus, kancing gigi, rsv, mpox, hib, anthrax, cacar monyet',
      ),
      reads: {
        en: 'reads as a vaccination that the list up to 2025 does not name',
        ms: 'dibaca sebagai pemvaksinan yang tiada dalam senarai hingga 2025',
      },
      reliefs: [{ code: 'medical-vaccination', from: 2026 }],
      parents: [{ code: 'parents-medical-exam', from: 2025 }],
      confidence: 0.75,
      at: 'anywhere',
    },
    {
      id: 'vaccine-by-its-disease',
      unless: [...forAnimals, ...notAVaccine],
      words:
        'influenza, flu 2024, flu 2025, flu 2026, flu 2027, flu dewasa, flu adult, pneumonia, meningitis, meningo, rota, pneumo',
      reads: { en: 'reads as a vaccination', ms: 'dibaca sebagai pemvaksinan' },
      reliefs: ['medical-vaccination'],
      parents: [{ code: 'parents-medical-exam', from: 2025 }],
      confidence: 0.6,
      weak: true,
      at: ['clinic'],
    },
    {
      id: 'further-vaccine-by-its-disease',
      unless: [...forAnimals, ...notAVaccine],
      words: `hep a, hep b, hepatitis a, hepatitis b, hep a b, rabies, yellow fever, cholera, kolera, polio, japanese
        encephalitis, tetanus, shingles, zoster, rsv, tifoid, demam kuning`,
      reads: {
        en: 'reads as a vaccination that the list up to 2025 does not name',
        ms: 'dibaca sebagai pemvaksinan yang tiada dalam senarai hingga 2025',
      },
      reliefs: [{ code: 'medical-vaccination', from: 2026 }],
      parents: [{ code: 'parents-medical-exam', from: 2025 }],
      confidence: 0.6,
      weak: true,
      at: ['clinic'],
    },
    {
      id: 'some-vaccine',
      words: `vaccine, vaccination, vaksin, vaksinasi, imunisasi, immunisation, immunization, jab, booster dose, vaccines,
        vaccinations, baby vaccination, child vaccination, suntikan imunisasi, suntikan vaksin, pelalian, 6 in 1
        vaccine, yi miao, 疫苗`,
      unless: [...forAnimals, 'certificate', 'sijil'],
      reads: {
        en: 'reads as a vaccination; which one decides',
        ms: 'dibaca sebagai pemvaksinan; bergantung pada jenis vaksin',
      },
      reliefs: ['medical-vaccination'],
      parents: [{ code: 'parents-medical-exam', from: 2025 }],
      confidence: 0.65,
      at: 'anywhere',
    },
    {
      id: 'dental-work',
      words: `scaling, scaling and polishing, tooth extraction, cabutan gigi, cabut gigi, tampalan gigi, tampal gigi,
        tooth filling, dental filling, root canal, rawatan akar, rawatan gigi, dental treatment, dental check up,
        dental checkup, pemeriksaan gigi, dental x ray, denture, gigi palsu, braces, pendakap gigi, wisdom tooth,
        cuci gigi, bersih gigi, retainer, dental consultation, dental crown, dental implant, x ray opg, opg x ray,
        periapical x ray, full mouth x ray, dental xray, scaling polishing, scaling & polishing, scale and polish,
        composite filling, amalgam filling, tampalan komposit, tampal gigi komposit, penskaleran, penskaleran gigi,
        tooth removal, surgical extraction, wisdom tooth surgery, gigi bongsu, gigi geraham bongsu, minor oral
        surgery, root canal treatment, pulpectomy, pulpotomy, fissure sealant, zirconia crown, pfm crown, dental
        bridge, gum treatment, gum surgery, root planing, mouth guard dental, occlusal splint, clear aligner,
        orthodontic treatment, ortho review, braces adjustment, braces monthly, braces instalment, pendakap gigi
        ansuran, denture repair, full denture, partial denture, gigi palsu penuh, tooth reimplant, oral examination,
        teeth cleaning, tooth cleaning, xi ya, ba ya, bu ya, jia ya, ya tao, 洗牙, 拔牙, 补牙, 假牙, invisalign`,
      reads: { en: 'reads as dental treatment', ms: 'dibaca sebagai rawatan pergigian' },
      reliefs: ['medical-dental'],
      parents: ['parents-dental'],
      confidence: 0.85,
      at: 'anywhere',
    },
    {
      id: 'dental-word',
      words: `filling, tampalan, extraction, cabutan, cabut, polishing, penskalaan, penggilapan, opg, bitewing, rct, crown, bridge, implant, fluoride, aligner, deep cleaning, retainers, pendakap, surgical removal, bone graft, orthodontic, night guard, x ray, xray,
        consultation, konsultasi, rawatan, treatment, check up, pemeriksaan, medication, ubat, anaesthetic, bius`,
      reads: { en: 'reads as dental treatment', ms: 'dibaca sebagai rawatan pergigian' },
      reliefs: ['medical-dental'],
      parents: ['parents-dental'],
      confidence: 0.8,
      weak: true,
      at: ['dentist'],
    },
    {
      id: 'full-check-up',
      words: `full medical check up, full medical checkup, medical check up, medical checkup, full medical examination,
        health screening, health screening package, health check package, pemeriksaan kesihatan, pemeriksaan
        perubatan, pemeriksaan penuh, saringan kesihatan, executive screening, full body check up, full body
        checkup, wellness screening, medical screening, medical screening package, screening package, wellness
        package, wellness check, health check, health check up, health checkup, comprehensive screening,
        comprehensive health screening, executive health screening, executive health, basic health screening,
        premier health screening, full body screening, full body check, essential screening, annual check up, annual
        medical check up, annual physical, annual medical examination, physical examination, pre employment medical,
        general check up, well woman, well man, well woman package, womens health screening, mens health screening,
        women wellness, men wellness, ladies screening, pakej saringan, pakej saringan kesihatan, pakej pemeriksaan,
        pakej pemeriksaan kesihatan, pemeriksaan kesihatan penuh, pemeriksaan badan, ujian saringan kesihatan,
        senior screening, golden age screening, shen ti jian cha, jian kang jian cha, ti jian, 体检, 健康检查, full body, executive male screening, executive female screening, male screening, female screening, executive package, screening male, screening female, pakej saringan lelaki, pakej saringan wanita, health screening male, health screening female, screening package basic, basic screening, premium screening, platinum screening, silver screening, gold screening`,
      reads: { en: 'reads as a full medical check-up', ms: 'dibaca sebagai pemeriksaan perubatan penuh' },
      reliefs: ['medical-exam-full'],
      parents: ['parents-medical-exam'],
      confidence: 0.7,
      at: 'anywhere',
    },
    {
      id: 'disease-test',
      words: `blood test, ujian darah, lipid profile, hba1c, ultrasound, imbasan ultrabunyi, mammogram, pap smear, urine
        test, ujian air kencing, dengue test, hepatitis screening, hepatitis b screening, thyroid test, thyroid
        function, psa test, tumor marker, tumour marker, cancer screening, saringan kanser, hiv test, std test, sti
        test, influenza test, liver function, renal profile, kidney function, full blood count, allergy test,
        endoscopy, colonoscopy, ct scan, blood screening, blood profile, profil darah, profil darah lengkap, ujian
        darah lengkap, darah lengkap, full blood, fbc, cbc, fbp, lipid panel, cholesterol test, ujian kolesterol,
        fasting blood sugar, blood sugar test, ujian gula, ujian gula darah, gula darah, hba1c test, diabetes
        screening, diabetes test, ujian diabetes, diabetic profile, kidney profile, renal function, renal function
        test, lft, liver profile, liver panel, hepatitis b test, hepatitis b antigen, hep b screening, hepatitis
        profile, hbsag, thyroid panel, tft, tsh, ft4, uric acid, uric acid test, asid urik, iron study, vitamin d
        test, vitamin d level, vitamin b12 test, hormone profile, amh, amh test, prostate screening, tumour markers,
        cancer marker, cancer markers, ca125, ca 125, ca15 3, ca19 9, mammography, breast ultrasound, breast scan,
        ultrasound scan, ultrasound abdomen, ultrasound pelvis, thyroid ultrasound, carotid doppler, imbasan
        ultrabunyi abdomen, chest x ray, cxr, sinar x, x ray dada, bone density, bmd, dexa, dexa scan, ecg, ekg,
        echocardiogram, treadmill test, holter, spirometry, lung function, pap test, pap smear test, liquid based
        cytology, thinprep, hpv dna, hpv dna test, hpv test, hpv screening, cervical screening, urinalysis, urine
        feme, ufeme, urine fme, stool test, occult blood, h pylori, h pylori test, breath test, gastroscopy, ogds,
        oct scan, fundus photo, eye screening, glaucoma screening, glaucoma test, hearing test, audiogram,
        audiometry, allergy panel, allergy screening, food intolerance test, dengue ns1, ns1, dengue combo, dengue
        rapid test, malaria test, tb test, mantoux, influenza a b test, influenza a/b, influenza swab, rsv test,
        hfmd test, std panel, sti panel, std screening, vdrl, syphilis, hiv screening, thalassemia, thalassaemia,
        thalassemia screening, g6pd, genetic test, genetic screening, dna test, sleep study, sleep test, ct calcium
        score, calcium score, ct coronary, pet scan, pet ct, mri brain, mri spine, histopathology, xue ye jian cha,
        yan xue, 验血, 血液检查, 超声波, glucose test, x ray, xray, mri`,
      unless: [
        'kit',
        'meter',
        'strip',
        'strips',
        'monitor',
        'machine',
        'vaccine',
        'vaksin',
        'sensor',
        'dental',
        'pergigian',
        'opg',
        'periapical',
        'tooth',
        'gigi',
        'toothpaste',
        'supplement',
        'capsule',
        'tablet',
        'driving',
      ],
      reads: { en: 'reads as a test for a disease', ms: 'dibaca sebagai ujian pengesanan penyakit' },
      reliefs: ['medical-disease-test'],
      parents: ['parents-medical-exam'],
      confidence: 0.7,
      at: 'anywhere',
    },
    {
      id: 'test-word',
      words: `test, ujian, screening, saringan, scan, imbasan, profile, profil, panel, screen, ct, echo, cholesterol, kolesterol, glucose, urine, thyroid, prostate, psa, cea, afp, hiv, dengue, lipid, esr, fbc, fbe, ferritin, fundus, testosterone, sputum, biopsy, stress test, fit test, hormone test, titre test, antibody test, semen analysis, nipt, rapid test, rapid, swab, rtk, flu a b, influenza a b, ujian pantas, analysis, culture, kultur, smear, antigen`,
      reads: { en: 'reads as a test for a disease', ms: 'dibaca sebagai ujian pengesanan penyakit' },
      reliefs: ['medical-disease-test'],
      parents: ['parents-medical-exam'],
      confidence: 0.65,
      weak: true,
      at: ['laboratory', 'hospital', 'clinic'],
    },
    {
      id: 'covid-test',
      words: `covid 19 test, covid test, covid swab, covid 19 swab, pcr test, rt pcr, rtk antigen, rtk ag, ujian covid,
        ujian calitan covid, saringan covid, covid 19 screening, pcr covid, covid pcr, covid 19 pcr, rtk covid, covid rtk, covid 19 rtk, swab covid, antigen covid, covid antigen, covid 19 antigen, calitan covid`,
      unless: ['kit'],
      reads: { en: 'reads as a COVID-19 test', ms: 'dibaca sebagai ujian COVID-19' },
      reliefs: ['medical-covid-test', 'medical-disease-test'],
      parents: ['parents-medical-exam'],
      confidence: 0.8,
      at: 'anywhere',
    },
    {
      id: 'fertility-treatment',
      words: `ivf, iui, icsi, fertility, kesuburan, embryo transfer, embryo freezing, egg retrieval, blastocyst, sperm
        wash, iui package, ivf package, icsi package, ivf cycle, frozen embryo, fet cycle, egg freezing, egg
        collection, embryo, embryos, embryo storage, sperm freezing, sperm analysis, pgt, pgt a, ovulation
        induction, follicle scan, follicular scan, gonal f, menopur, luteal support, fertility consultation, rawatan
        kesuburan, persenyawaan, 人工授精`,
      unless: ['supplement'],
      reads: { en: 'reads as fertility treatment', ms: 'dibaca sebagai rawatan kesuburan' },
      reliefs: ['medical-fertility'],
      confidence: 0.75,
    },
    {
      id: 'serious-disease',
      words: `chemotherapy, kemoterapi, radiotherapy, radioterapi, dialysis, dialisis, haemodialysis, hemodialysis,
        hemodialisis, angioplasty, coronary bypass, cabg, transplant, oncology, immunotherapy, targeted therapy,
        brain tumour, chemo cycle, chemotherapy cycle, kitaran kemoterapi, radiation therapy, brachytherapy,
        hemodialysis session, haemodialysis session, haemodialysis sessions, peritoneal dialysis, capd, sesi
        dialisis, rawatan dialisis, angiogram, ptca, bypass surgery, heart surgery, pembedahan jantung, heart
        attack, pacemaker, stroke treatment, kidney transplant, liver transplant, bone marrow, organ transplant,
        parkinson, parkinsons, leukaemia, leukemia, cancer treatment, rawatan kanser, tumor removal, mastectomy,
        craniotomy, burn treatment, aids treatment, antiretroviral, pulmonary hypertension, multiple sclerosis, hua
        liao, 化疗`,
      reads: {
        en: 'reads as the treatment of a serious disease, with a doctor’s certificate',
        ms: 'dibaca sebagai rawatan penyakit serius, dengan sijil doktor',
      },
      reliefs: ['medical-serious-disease'],
      parents: ['parents-medical-treatment'],
      confidence: 0.6,
    },
    {
      id: 'counselling',
      words: `counselling, counseling, kaunseling, sesi kaunseling, psychotherapy, psikoterapi, psychiatric, psikiatri,
        psychological, psychology session, therapy session, cognitive behavioural, mental health, counselling
        session, counselling individual, individual counselling, couple counselling, couples counselling, couple
        therapy, couples therapy, family therapy, marriage counselling, kaunseling keluarga, kaunseling perkahwinan,
        kaunseling individu, psychologist, clinical psychologist, clinical psychology, psychologist session,
        psychiatrist, psychiatrist consultation, psychiatric consultation, psychiatry, rawatan psikiatri, ahli
        psikologi, pakar psikiatri, psychotherapist, cbt session, emdr, trauma therapy, play therapy, talk therapy,
        adhd assessment adult, psychological assessment, psychometric assessment, mental health screening, xin li zi
        xun, 心理咨询, adult adhd, adhd dewasa, adult adhd assessment, adult adhd screening, adult autism, adult autism assessment, adult assessment, burnout, grief therapy, anxiety, depression, kemurungan, mental wellness session`,
      reads: { en: 'reads as mental health care', ms: 'dibaca sebagai rawatan kesihatan mental' },
      reliefs: ['medical-mental-health'],
      confidence: 0.75,
      at: ['mental-health', 'hospital', 'clinic'],
    },
    {
      id: 'mental-health-profession',
      words: `psychologist, clinical psychologist, psychiatrist, psychiatric, counsellor, counselor, psychotherapist, psychotherapy, pakar psikiatri, ahli psikologi, kaunselor, kaunselor berdaftar, sesi kaunseling, counselling session, counseling session, counselling fee, marriage counselling, couple counselling, mental health session`,
      unless: [
        'book',
        'buku',
        'course',
        'kursus',
        'conference',
        'degree',
        'master',
        'membership',
        'training',
      ],
      reads: { en: 'reads as mental health care', ms: 'dibaca sebagai rawatan kesihatan mental' },
      reliefs: ['medical-mental-health'],
      confidence: 0.75,
      at: 'anywhere',
      except: ['bookshop', 'university', 'professional-body', 'course-provider'],
    },
    {
      id: 'therapy-of-a-child',
      words: `speech therapy, terapi pertuturan, autism, autisme, adhd, dyslexia, disleksia, early intervention,
        intervensi awal, developmental assessment, occupational therapy, terapi cara kerja, terapi carakerja, speech
        therapy session, speech assessment, speech and language, ot session, occupational therapy session, terapi
        pertuturan kanak kanak, terapi carakerja kanak kanak, aba therapy, aba session, aba programme, sensory
        integration, autism assessment, autism screening, adhd assessment, adhd screening, dyslexia assessment,
        developmental screening, learning disability assessment, early intervention programme, eip session, program
        intervensi awal, intervensi awal kanak kanak, down syndrome, special needs programme, global developmental
        delay`,
      unless: ['adult', 'adults', 'dewasa', 'book', 'buku'],
      reads: {
        en: 'reads as therapy for a child’s learning disability',
        ms: 'dibaca sebagai terapi masalah pembelajaran anak',
      },
      reliefs: ['medical-learning-disability'],
      confidence: 0.65,
      at: 'anywhere',
    },
    {
      id: 'ordinary-visit',
      words: `consultation, konsultasi, rundingan, medicine, medication, ubat, ubatan, antibiotic, antibiotik, tablet,
        capsule, kapsul, syrup, sirap, cream, krim, dressing, injection, suntikan, mc, medical certificate,
        nebuliser session, registration, pendaftaran, consult, consultation fee, doctor fee, doctors fee, yuran
        doktor, caj doktor, ubat batuk, paracetamol, cough syrup, flu medicine, antibiotics, procedure, prosedur,
        cuci luka, wound dressing, stitches, follow up, rundingan pakar, caj pendaftaran, registration fee, sijil
        cuti sakit, vitamin, supplement, eye drop, eye check, physiotherapy, kai yao, kan bing, demam`,
      reads: {
        en: 'is part of an ordinary visit, which no relief covers',
        ms: 'ialah sebahagian daripada lawatan biasa, yang tiada pelepasan',
      },
      confidence: 0.6,
      parents: ['parents-medical-treatment'],
      weak: true,
      at: ['clinic', 'other-treatment', 'optician'],
    },
  ],
  exclusions: [
    {
      id: 'beside-treatment',
      words: `parking, parkir, cafeteria, kafeteria, gift shop, food and beverage, companion meal, lodger meal, medical report fee, medical report, laporan perubatan, wifi, telephone charges, tv rental, baby photo, newborn photo, flower, mc book, wig, rambut palsu, lunch, meal for companion, refreshment, snack, mineral water, air mineral, pillow, bantal, blanket, selimut, patient card, kad pesakit, card replacement, carrier bag, brochure`,
      reads: { en: 'is not treatment and does not count', ms: 'bukan rawatan dan tidak dikira' },
      at: [
        'hospital',
        'clinic',
        'laboratory',
        'dentist',
        'fertility-centre',
        'mental-health',
        'serious-disease-centre',
      ],
    },
    {
      id: 'childbirth-and-beauty',
      words: `maternity package, maternity, pakej bersalin, bersalin, normal delivery, caesarean, caesarian, c section, delivery package, confinement, confinement package, antenatal, antenatal check, antenatal class, postnatal, postnatal care, pakej pantang, berpantang, urutan,
        circumcision, berkhatan, khatan, sunat, botox, filler, hifu, laser facial, pico laser, laser treatment, skin booster, acne treatment, facial, slimming, hair removal, aesthetic, aesthetics, estetik, whitening drip, vitamin c drip, iv drip, lasik, mole removal, liposuction, rhinoplasty, ear piercing, tindik, gender reveal, gender scan, 4d scan, 5d scan, 4d baby scan, 5d baby scan, pregnancy scan, antenatal scan, imbasan bayi, folic acid, asid folik, prenatal vitamin, multivitamin, coq10, paternity, paternity test, dna paternity, dna paternity test, ancestry, drug test, ujian dadah`,
      reads: {
        en: 'is neither a serious disease nor a check-up, and does not count',
        ms: 'bukan penyakit serius mahupun pemeriksaan, dan tidak dikira',
      },
      at: [
        'hospital',
        'clinic',
        'other-treatment',
        'fertility-centre',
        'laboratory',
        'serious-disease-centre',
      ],
    },
    {
      id: 'cosmetic-dental',
      words: `whitening, teeth whitening, pemutihan gigi, veneer, veneers, bleaching, toothbrush, tooth brush, toothpaste,
        tooth paste, ubat gigi, berus gigi, mouthwash, mouth wash, dental floss, dental care kit, denture cleaner,
        zoom whitening, laser whitening, teeth bleaching, tooth whitening, whitening kit, pemutihan, pemutihan gigi
        laser, memutihkan gigi, composite veneer, porcelain veneer, smile makeover, smile design, dental jewel,
        tooth gem, gem gigi, gingival depigmentation, electric toothbrush, interdental brush, water flosser,
        waterpik, floss pick, sensodyne, listerine, tongue scraper, polident, orthodontic wax, retainer cleaner,
        retainer case, xi ya shui, 美白, floss, oral b pro, colgate toothpaste, berus interdental, berus celah gigi,
        dental stick, toothpick, dental kit, gel gigi, electric brush, brush head, kepala berus, berus elektrik,
        dental wax, gargle, ubat kumur, pemutih gigi, pemutih, whitening gel, whitening strips, whitening pen, home whitening, whitening tray, cuci mulut, lumineers, botox, dermal filler, dental voucher, gift voucher`,
      reads: {
        en: 'is cosmetic or for use at home, and does not count',
        ms: 'ialah kosmetik atau untuk kegunaan di rumah, dan tidak dikira',
      },
      also: ['pharmacy', 'supermarket', 'convenience-store', 'department-store'],
    },
  ],
}
