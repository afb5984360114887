import type { RuleFile } from '../rule.ts'

const statement = (what: string) =>
  `Enter ${what} from the statement of the whole year, not payment by payment. Does this document cover the whole year?`

export const statements: RuleFile = {
  merchants: [
    {
      id: 'insurer',
      words: `insurance, insurans, assurance, takaful, prudential, great eastern, aia, allianz life, zurich life, manulife,
        hong leong assurance, etiqa, sun life malaysia, tokio marine life, amMetLife, prubsn, fwd takaful, life insurance`,
      reads: 'insurer or takaful operator',
      reliefs: ['life-insurance-or-voluntary-epf'],
      confidence: 0.3,
      rest: 'asked',
      question:
        'Which part of the premium is for life and which for medical or education cover? The yearly statement splits it; motor, travel and home cover does not count.',
    },
    {
      id: 'general-insurer',
      words: `general insurance, insurans am, motor insurance, insurans motor, insurans kenderaan, road tax, takaful motor,
        travel insurance, insurans perjalanan, takaful am, roadtax and insurance`,
      reads: 'motor, travel or home cover, which no relief covers',
      confidence: 0.8,
    },
    {
      id: 'epf',
      words: 'kwsp, epf, kumpulan wang simpanan pekerja, employees provident fund, i saraan, isaraan',
      reads: 'EPF contribution',
      reliefs: ['epf-approved-scheme'],
      confidence: 0.3,
      rest: 'asked',
      question: statement('EPF contributions'),
    },
    {
      id: 'socso',
      words: 'perkeso, socso, pertubuhan keselamatan sosial, social security organisation, sip perkeso',
      reads: 'SOCSO and EIS contribution',
      reliefs: ['socso-eis'],
      confidence: 0.3,
      rest: 'asked',
      question: statement('SOCSO and EIS'),
    },
    {
      id: 'prs',
      words: `private retirement scheme, skim persaraan swasta, prs, private pension administrator, deferred annuity,
        anuiti tertunda`,
      reads: 'private retirement scheme or deferred annuity',
      reliefs: ['prs-deferred-annuity'],
      confidence: 0.4,
      rest: 'asked',
      question: statement('contributions'),
    },
    {
      id: 'sspn',
      words: 'sspn, sspn i, sspn plus, sspn prime, simpan sspn, skim simpanan pendidikan nasional',
      reads: 'SSPN deposit',
      reliefs: ['sspn-net-deposit'],
      confidence: 0.35,
      rest: 'asked',
      question: statement('SSPN deposits less withdrawals'),
    },
  ],
  items: [
    {
      id: 'medical-cover',
      words: `medical card, medical insurance, kad perubatan, insurans perubatan, takaful perubatan, medical premium,
        hospitalisation benefit, medical and education, education insurance, insurans pendidikan, critical illness`,
      unless: ['travel', 'perjalanan'],
      reads: 'reads as medical or education cover',
      reliefs: ['education-medical-insurance'],
      confidence: 0.6,
    },
    {
      id: 'life-cover',
      words:
        'life insurance, life premium, insurans hayat, insurans nyawa, takaful keluarga, family takaful, life assurance',
      reads: 'reads as life cover',
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
      reads: 'is cover that no relief covers',
    },
  ],
}
