import type { Text } from '../../language.ts'
import type { RuleFile } from '../rule.ts'

const statement = (what: Text): Text => ({
  en: `Enter ${what.en} from the statement of the whole year, not payment by payment. Does this document cover the whole year?`,
  ms: `Isikan ${what.ms} daripada penyata sepanjang tahun, bukan bayaran demi bayaran. Adakah dokumen ini meliputi sepanjang tahun?`,
})

export const statements: RuleFile = {
  merchants: [
    {
      id: 'fund-manager',
      words: `public mutual, public mutual berhad, kenanga investors, principal asset, principal asset management, cimb
        principal, aham, aham capital, affin hwang, affin hwang asset, eastspring, manulife investment, rhb asset,
        amfunds, am investment, maybank asset, opus asset, phillip mutual, fundsupermart, fsmone, ifast, versa asia,
        stashaway, wahed, kenanga digital investing, asnb, amanah saham, amanah saham nasional, amanah saham
        nasional berhad, unit trust, unit amanah, tabung haji, lembaga tabung haji, robo advisor, rakuten trade,
        moomoo, webull`,
      unless: ['tabung haji travel'],
      reads: {
        en: 'savings and unit trusts, which no relief covers',
        ms: 'simpanan dan unit amanah, yang tiada pelepasan',
      },
      confidence: 0.75,
    },
    {
      id: 'insurer',
      words: `insurance, insurans, assurance, takaful, prudential, great eastern, aia, allianz life, zurich life,
        manulife, hong leong assurance, etiqa, sun life malaysia, tokio marine life, amMetLife, prubsn, fwd takaful,
        life insurance, aia bhd, aia berhad, aia public takaful, aia takaful, aia general, prudential bsn, pru bsn,
        great eastern takaful, great eastern life, allianz, allianz malaysia, zurich takaful, hong leong msig, hong
        leong msig takaful, etiqa life, etiqa family takaful, etiqa family, sun life, sun life takaful, tokio
        marine, ammetlife, ammetlife takaful, manulife insurance, generali, generali life, mcis, mcis life, mcis
        insurance, gibraltar bsn, fwd insurance, takaful ikhlas, takaful ikhlas family, takaful malaysia, syarikat
        takaful malaysia, syarikat takaful malaysia keluarga, stmkb, takaful keluarga, family takaful, syarikat
        takaful, polisi insurans, premium insurans, bao xian, 保险, 人寿`,
      hints: 'fwd, gibraltar, zurich, chubb, axa, hla',
      reads: { en: 'insurer or takaful operator', ms: 'syarikat insurans atau pengendali takaful' },
      reliefs: ['life-insurance-or-voluntary-epf'],
      confidence: 0.3,
      rest: 'asked',
      question: {
        en: 'Which part of the premium is for life and which for medical or education cover? The yearly statement splits it; motor, travel and home cover does not count.',
        ms: 'Bahagian premium manakah untuk insurans nyawa dan bahagian manakah untuk perubatan atau pendidikan? Penyata tahunan mengasingkannya; perlindungan kenderaan, perjalanan dan rumah tidak dikira.',
      },
    },
    {
      id: 'general-insurer',
      words: `general insurance, insurans am, motor insurance, insurans motor, insurans kenderaan, takaful motor, travel
        insurance, insurans perjalanan, roadtax and insurance, general takaful, takaful am berhad, general insurance
        company, allianz general, allianz general insurance, etiqa general, etiqa general takaful, zurich general,
        zurich general takaful, zurich general insurance, tokio marine insurans, tokio marine insurans malaysia,
        generali insurance, generali malaysia, axa affin, axa affin general, msig insurance, lonpac, lonpac
        insurance, liberty insurance, liberty general, berjaya sompo, chubb insurance, qbe insurance, aig malaysia,
        rhb insurance, kurnia insurans, amgeneral, am general, pacific and orient, pacific & orient, p and o
        insurance, mpi generali, pacific insurance, the pacific insurance, tune protect, tune insurance, progressive
        insurance, great eastern general, takaful ikhlas general, ikhlas general, takaful malaysia am, syarikat
        takaful malaysia am, syarikat takaful am, bjak, policystreet, qoala, ibanding, fatberry, motor takaful,
        takaful kenderaan, renew insurance, road tax and insurance, myeg, myeg services, jpj road tax, msig, aig,
        qbe, sompo, takaful am, road tax`,
      reads: {
        en: 'motor, travel or home cover, which no relief covers',
        ms: 'perlindungan kenderaan, perjalanan atau rumah, yang tiada pelepasan',
      },
      confidence: 0.8,
    },
    {
      id: 'epf',
      words: `kwsp, epf, kumpulan wang simpanan pekerja, employees provident fund, i saraan, isaraan, kwsp epf, epf i
        akaun, i akaun, iakaun, kwsp i akaun, i suri, isuri, i topup, i lindung, lembaga kwsp, e caruman, caruman
        kwsp`,
      reads: { en: 'EPF contribution', ms: 'caruman KWSP' },
      reliefs: ['epf-approved-scheme'],
      confidence: 0.3,
      rest: 'asked',
      question: statement({ en: 'EPF contributions', ms: 'caruman KWSP' }),
    },
    {
      id: 'socso',
      words: `perkeso, socso, pertubuhan keselamatan sosial, social security organisation, sip perkeso, lindung kendiri,
        skim keselamatan sosial, skssr, sksps, self employment social security, sistem insurans pekerjaan, assist
        portal perkeso`,
      reads: { en: 'SOCSO and EIS contribution', ms: 'caruman PERKESO dan SIP' },
      reliefs: ['socso-eis'],
      confidence: 0.3,
      rest: 'asked',
      question: statement({ en: 'SOCSO and EIS', ms: 'caruman PERKESO dan SIP' }),
    },
    {
      id: 'prs',
      words: `private retirement scheme, skim persaraan swasta, private pension administrator, deferred annuity, anuiti
        tertunda, public mutual prs, kenanga prs, principal prs, aham prs, affin hwang prs, manulife prs, rhb prs,
        ambank prs, amprs, aia prs, aia pension, aia pension and asset management, private retirement, deferred
        annuity scheme, ppa malaysia, versa prs, prs`,
      reads: {
        en: 'private retirement scheme or deferred annuity',
        ms: 'skim persaraan swasta atau anuiti tertunda',
      },
      reliefs: ['prs-deferred-annuity'],
      confidence: 0.4,
      rest: 'asked',
      question: statement({ en: 'contributions', ms: 'caruman' }),
    },
    {
      id: 'sspn',
      words: 'sspn, sspn i, sspn plus, sspn prime, simpan sspn, skim simpanan pendidikan nasional',
      reads: { en: 'SSPN deposit', ms: 'simpanan SSPN' },
      reliefs: ['sspn-net-deposit'],
      confidence: 0.35,
      rest: 'asked',
      question: statement({ en: 'SSPN deposits less withdrawals', ms: 'simpanan SSPN ditolak pengeluaran' }),
    },
  ],
  items: [
    {
      id: 'prs-contribution',
      words: `prs, prs contribution, prs growth, prs moderate, prs conservative, prs islamic, caruman prs, private
        retirement scheme, skim persaraan swasta, deferred annuity, anuiti tertunda, annuity premium, annuity,
        anuiti, oneprs, one prs, growth prs, prs plus`,
      reads: {
        en: 'reads as a private retirement scheme or deferred annuity',
        ms: 'dibaca sebagai skim persaraan swasta atau anuiti tertunda',
      },
      reliefs: ['prs-deferred-annuity'],
      confidence: 0.5,
      at: ['insurer', 'general-insurer', 'prs', 'fund-manager', 'epf', 'office'],
      question: statement({ en: 'contributions', ms: 'caruman' }),
    },
    {
      id: 'sspn-deposit',
      words: `sspn, sspn prime, sspn plus, sspn i, simpanan sspn, deposit sspn, simpan sspn, sspn deposit, skim simpanan pendidikan nasional, simpanan pendidikan`,
      unless: ['pengeluaran', 'withdrawal'],
      reads: { en: 'reads as an SSPN deposit', ms: 'dibaca sebagai simpanan SSPN' },
      reliefs: ['sspn-net-deposit'],
      confidence: 0.6,
      at: 'anywhere',
      question: statement({ en: 'SSPN deposits less withdrawals', ms: 'simpanan SSPN ditolak pengeluaran' }),
    },
    {
      id: 'socso-contribution',
      words:
        'caruman perkeso, caruman socso, socso contribution, perkeso contribution, sip contribution, caruman sip, eis contribution, caruman sksps, lindung kendiri, caruman kendiri perkeso',
      reads: { en: 'reads as a SOCSO or EIS contribution', ms: 'dibaca sebagai caruman PERKESO atau SIP' },
      reliefs: ['socso-eis'],
      confidence: 0.5,
      at: 'anywhere',
      question: statement({ en: 'SOCSO and EIS', ms: 'caruman PERKESO dan SIP' }),
    },
    {
      id: 'epf-contribution',
      words:
        'caruman kwsp, epf contribution, kwsp contribution, i saraan, caruman i saraan, self contribution epf, voluntary contribution epf, caruman sukarela kwsp, epf self contribution, i topup kwsp',
      reads: { en: 'reads as an EPF contribution', ms: 'dibaca sebagai caruman KWSP' },
      reliefs: ['epf-approved-scheme'],
      confidence: 0.5,
      at: 'anywhere',
      question: statement({ en: 'EPF contributions', ms: 'caruman KWSP' }),
    },
    {
      id: 'home-loan-interest',
      words:
        'housing loan interest, home loan interest, faedah pinjaman perumahan, faedah pinjaman rumah, mortgage interest, keuntungan pembiayaan perumahan, home financing profit, interest charged housing, faedah perumahan',
      reads: {
        en: 'reads as the interest of a housing loan',
        ms: 'dibaca sebagai faedah pinjaman perumahan',
      },
      reliefs: ['housing-loan-interest-500k'],
      confidence: 0.4,
      at: 'anywhere',
      question: {
        en: 'Is it interest on your first home, bought for RM750,000 or less with an agreement of 2025 to 2027? The price decides which of the two limits holds.',
        ms: 'Adakah ini faedah bagi rumah pertama anda yang berharga RM750,000 ke bawah dengan perjanjian dari 2025 hingga 2027? Harga menentukan had yang terpakai.',
      },
    },
    {
      id: 'medical-cover',
      at: ['insurer', 'general-insurer', 'fund-manager', 'office'],
      words: `medical card, medical insurance, kad perubatan, insurans perubatan, takaful perubatan, medical premium,
        hospitalisation benefit, medical and education, education insurance, insurans pendidikan, critical illness,
        hospitalisation, hospitalization, hospital benefit, hospital income, hospitalisation and surgical, medical
        plan, medical rider, medical takaful, takaful medical, health plan, health insurance, health takaful, a plus
        health, a plus med, a life med, a med regular, a plus total health, a enrich health, aia health, aia
        vitality health, a med takaful, a plus medbooster, hospital and surgical, smartmedic, smart medic,
        smartmedic xtra, smartmedic shield, smartmedic million, great medic, great medicare, great health, i great
        medik, greatmedic, supreme health, prumillion, prumillion med, prumillion med active, pruvalue, pruvalue
        med, prumed, pruhealth, pru health, takaful health, takafulink medik, prubsn medic, health protector,
        healthprotector, healthenrich, mediglobal, medglobal, medisafe, medisafe infinite, medisafe infinite xtra,
        mediadvantage, allianz care, allianz healthcare, healthcoverage, healthinsured, healthcover, hla medglobal,
        medshield, mediplus, medicare, medi booster, medi value, mediboost, zurich health, healthflex, manuhealth,
        manuhealth elite, manumedicare, ezymedik, sun med, sun medic, sun mediplus, sunmedic, tm medi, tokio marine
        medic, medic plus, medical plus, etiqa medical, i medik, i medikal, imedik, medik asas, medical flexi, e
        medical pass, medical pass, emedical, takaful mymedicare, mymedik, takaful myclick medicare, ikhlas medic,
        ikhlas medical, critical illness cover, critical illness rider, critical care, crisis cover, crisis care,
        penyakit kritikal, early critical, early critical illness, early crisis, multi crisis, cancer cover, cancer
        insurance, cancer protect, female cancer, diabetes cover, kad perubatan premium, medikad, mycard medical,
        medicard, medical card premium, education plan, education policy, education takaful, pelan pendidikan,
        takaful pendidikan, child education, pruedu, edusave, edu plan, smart edu, smartedu, educare, academic plan,
        i pendidikan, yi liao ka, yi liao bao xian, 医疗保险, 医药卡, medical card rider, prubsn medik, medik, h s rider,
        medi, medic, medishield, medik shield, medi plus, medicover, medi cover, health plus, health plus medical, health insurance plan, plus medical, personal medical, family medical, individual medical, medical family, medical individual, medical cover, medical policy, polisi perubatan, polisi kesihatan, insurans kesihatan, takaful kesihatan, healthcare plan, health care plan, healthcare insurance, hospital cash, hospital care, hospital plan, surgical, surgical benefit, inpatient, outpatient, inpatient plan, outpatient plan, major medical, sompo health, msig health, medi health, prime care, primecare, smart health, perlindungan perubatan, perlindungan kesihatan, pelan perubatan, pelan kesihatan, pelan hospital, dread disease, 36 critical illness`,
      unless: ['travel', 'perjalanan', 'maid', 'pembantu', 'foreign worker', 'motor', 'pet'],
      reads: {
        en: 'reads as medical or education cover',
        ms: 'dibaca sebagai perlindungan perubatan atau pendidikan',
      },
      reliefs: ['education-medical-insurance'],
      confidence: 0.65,
      outweighs: true,
    },
    {
      id: 'life-cover',
      at: ['insurer', 'fund-manager', 'office'],
      words: `life insurance, life premium, insurans hayat, insurans nyawa, takaful keluarga, family takaful, life
        assurance, life plan, whole life, term life, term insurance, term takaful, mortgage reducing, mrta, mrtt,
        mlta, mltt, investment linked, investment link, takaful hayat, sumbangan takaful, premium nyawa, premium
        hayat, death benefit, life protector, prulink, prulife, pruwith you, pruwith, pru wealth, prusignature,
        pruterm, takafulink, prubsn warisan, prubsn anugerah, smartprotect, smart protect, smartprotect essential,
        great legacy, great term, great wealth, supreme life, i great mewah, i great damai, a life, a life joy, a
        life lindung, a life signature, a life idaman, a life beyond, a life wealth, aia life, a term, a lifelink, a
        lifelink 2, a lifesave, hibah, takaful hibah, powerlink, allianz powerlink, allianz i protect, ultimate
        life, ultimatecover, prime life, flexi life, zurich valuelife, valuelife, zurich wealth, hla wealth, hla
        everlasting, hla cash promise, hla evergreen, hlm takaful, e term, eterm, e life protector, etiqa life,
        manulink, manulife protect, manuterm, sun protect, sunlink, sun prestige, prestige life, tm legacy, life
        treasure, tm smartlife, mcis wealth, i wealth, iman lebih, ikhlas term, ikhlas hayat, takaful myheritage,
        takaful myterm, myclick term, takaful mytreasure, fwd life, fwd protect, e kasih, savings plan, ren shou bao
        xian, 人寿保险, sumbangan takaful keluarga`,
      reads: { en: 'reads as life cover', ms: 'dibaca sebagai perlindungan nyawa' },
      reliefs: ['life-insurance-or-voluntary-epf'],
      confidence: 0.6,
    },
  ],
  exclusions: [
    {
      id: 'fund',
      words: `unit trust, unit amanah, money market, equity fund, balanced fund, bond fund, islamic balanced, asb loan,
        asb financing, sales charge, simpanan haji`,
      reads: { en: 'is an investment that no relief covers', ms: 'ialah pelaburan yang tiada pelepasan' },
      at: ['fund-manager', 'insurer', 'office'],
    },
    {
      id: 'other-cover',
      words: `motor, motor insurance, insurans motor, kenderaan, road tax, cukai jalan, travel insurance, insurans
        perjalanan, fire insurance, houseowner, householder, personal accident, kemalangan diri, waiver rider, payor
        waiver, premium waiver, windscreen, stamp duty, duti setem, motor comprehensive, comprehensive motor, motor
        takaful, mymotor, takaful mymotor, motosikal, motorcycle, kereta, private car, third party, ncd, vehicle,
        road side assistance, roadside, towing, e hailing, ehailing, grab add on, special perils, legal liability,
        insurans kereta, takaful kereta, takaful motor, insurans motosikal, car insurance, road tax renewal,
        roadtax, lkm, travel easy, travel pa, travel protect, tripcare, trip care, musafir, takaful travel, umrah
        takaful, umrah care, flight delay, maid, maid insurance, pembantu rumah, domestic helper, domestic maid,
        foreign worker, foreign maid, fwig, spikpa, fwhs, insurans pembantu, houseowners, householders, house owner,
        house insurance, home insurance, home content, home contents, home protect, kebakaran, fire takaful, takaful
        rumah, burglary, personal accident annual, pa plan, pa takaful, kemalangan, takaful kemalangan diri, group
        pa, golf insurance, golfer, pet insurance, mobile phone insurance, phone insurance, device protection,
        bicycle insurance, event insurance, performance bond, snatch theft, windscreen cover, cermin depan, premium
        waiver rider, payor, payor benefit, payor saver, parent waiver, spouse waiver, waiver of premium, waiver,
        pengecualian premium, penepian caruman, contribution waiver, service tax, processing fee, runner fee, che
        bao xian, lu xing bao xian, 汽车保险, 旅游保险, travel, perjalanan, fire, accident, accidental`,
      at: ['insurer', 'general-insurer', 'fund-manager', 'office'],
      reads: { en: 'is cover that no relief covers', ms: 'ialah perlindungan yang tiada pelepasan' },
    },
  ],
}
