import type { Text } from '../../language.ts'
import type { RuleFile } from '../rule.ts'

const statement = (what: Text): Text => ({
  en: `Enter ${what.en} from the statement of the whole year, not payment by payment. Does this document cover the whole year?`,
  ms: `Isikan ${what.ms} daripada penyata sepanjang tahun, bukan bayaran demi bayaran. Adakah dokumen ini meliputi sepanjang tahun?`,
})

export const statements: RuleFile = {
  merchants: [
    {
      id: 'insurer',
      words: `insurance, insurans, assurance, takaful, prudential, great eastern, aia, allianz life, zurich life, manulife,
        hong leong assurance, etiqa, sun life malaysia, tokio marine life, amMetLife, prubsn, fwd takaful, life insurance`,
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
      words: `general insurance, insurans am, motor insurance, insurans motor, insurans kenderaan, road tax, takaful motor,
        travel insurance, insurans perjalanan, takaful am, roadtax and insurance`,
      reads: {
        en: 'motor, travel or home cover, which no relief covers',
        ms: 'perlindungan kenderaan, perjalanan atau rumah, yang tiada pelepasan',
      },
      confidence: 0.8,
    },
    {
      id: 'epf',
      words: 'kwsp, epf, kumpulan wang simpanan pekerja, employees provident fund, i saraan, isaraan',
      reads: { en: 'EPF contribution', ms: 'caruman KWSP' },
      reliefs: ['epf-approved-scheme'],
      confidence: 0.3,
      rest: 'asked',
      question: statement({ en: 'EPF contributions', ms: 'caruman KWSP' }),
    },
    {
      id: 'socso',
      words: 'perkeso, socso, pertubuhan keselamatan sosial, social security organisation, sip perkeso',
      reads: { en: 'SOCSO and EIS contribution', ms: 'caruman PERKESO dan SIP' },
      reliefs: ['socso-eis'],
      confidence: 0.3,
      rest: 'asked',
      question: statement({ en: 'SOCSO and EIS', ms: 'caruman PERKESO dan SIP' }),
    },
    {
      id: 'prs',
      words: `private retirement scheme, skim persaraan swasta, prs, private pension administrator, deferred annuity,
        anuiti tertunda`,
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
      id: 'medical-cover',
      words: `medical card, medical insurance, kad perubatan, insurans perubatan, takaful perubatan, medical premium,
        hospitalisation benefit, medical and education, education insurance, insurans pendidikan, critical illness`,
      unless: ['travel', 'perjalanan'],
      reads: {
        en: 'reads as medical or education cover',
        ms: 'dibaca sebagai perlindungan perubatan atau pendidikan',
      },
      reliefs: ['education-medical-insurance'],
      confidence: 0.6,
    },
    {
      id: 'life-cover',
      words:
        'life insurance, life premium, insurans hayat, insurans nyawa, takaful keluarga, family takaful, life assurance',
      reads: { en: 'reads as life cover', ms: 'dibaca sebagai perlindungan nyawa' },
      reliefs: ['life-insurance-or-voluntary-epf'],
      confidence: 0.6,
    },
  ],
  exclusions: [
    {
      id: 'other-cover',
      words: `motor, motor insurance, insurans motor, kenderaan, road tax, cukai jalan, travel insurance, insurans perjalanan,
        fire insurance, houseowner, householder, personal accident, kemalangan diri, waiver rider, payor waiver,
        premium waiver, windscreen, stamp duty, duti setem`,
      reads: { en: 'is cover that no relief covers', ms: 'ialah perlindungan yang tiada pelepasan' },
    },
  ],
}
