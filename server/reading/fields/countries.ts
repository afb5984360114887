import { MALAYSIAN_PLACES } from './malaysian-places.ts'

/** How a country's receipts are recognised by what is printed beside the amounts. */
export interface Country {
  /** ISO 4217 */
  currency: string
  /** The currency's code, name or own sign; of an amount, not of a word. */
  mark: RegExp
  /** Legal forms, tax numbers and telephone numbers. */
  firm?: RegExp
  /** Names of places. */
  place?: RegExp
  /** Its sign is a sign of other currencies too. */
  sharedSign?: '$' | '¥'
  /** 03/05/2026 is 5 March there. */
  monthFirst?: true
}

/** One expression for what any of these finds. */
const anyOf = (...some: RegExp[]) => new RegExp(some.map(({ source }) => source).join('|'))

const AMERICAN_STATE =
  'A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]'

export const RINGGIT: Country = {
  currency: 'MYR',
  mark: /\bRM(?![A-Z])|\bMYR\b|\bRINGGIT\b|(?<=\d)RM\b|令吉|马币/,
  firm: anyOf(
    /\bSDN\b|\bBHD\b|\bBERHAD\b|\bPLT\b|\bPERNIAGAAN\b|\bKEDAI\b/,
    // Registrations, of companies and of taxpayers; SST is a tax of Malaysia alone.
    /\bSSM\b|\bLHDN\b|\bSST\b|\bGST ID\b|\b[A-Z]\d{2}-\d{4}-\d{8}\b|(?<!\d)00\d{10}(?!\d)/,
    /(?<!\d)(?:19|20)\d{2}0[1-6]\d{6}(?!\d)|\(\s?\d{5,7}\s?-\s?[A-Z]\s?\)/,
    // Telephone numbers: with the country's, with one dash, and others behind their label.
    /\+\s?6\s?0\s?-?\d|(?<!\d)0\d{1,2}\s?-\s?\d{3,4}\s?\d{4}(?!\d)|(?<!\d)1-?[38]00-?\d{2}-?\d{4}(?!\d)/,
    /\b(?:TEL\w*|H\/?P|PHONE|WHATSAPP|FAX)\b[^\d]{0,6}(?:03[\s-]?\d{4}\s?\d{4}|0[4-9][\s-]?\d{3}\s?\d{4}|01\d[\s-]?\d{3,4}\s?\d{4})(?!\d)/,
  ),
  place: anyOf(
    /\bMALAYSIA\b|\bJALAN\b|\bJLN\b|\bTAMAN\b|\bLORONG\b|\bPERSIARAN\b|\bLEBUH\w*|\bKAMPUNG\b|\bBANDAR\b/,
    MALAYSIAN_PLACES,
    /\b(?:RESIT|TARIKH|JUMLAH|TUNAI|BAKI|INVOIS|JURUWANG|AMAUN|CUKAI|PENGGENAPAN)\b/,
    /\b(?:KLINIK|FARMASI|PASARAYA|TADIKA|TASKA|SYARIKAT|SEKOLAH|RESTORAN|WARUNG)\b/,
    /\b(?:DUITNOW|MYDEBIT|JOMPAY|TNG|TOUCH ?'?N'? ?GO|MAYBANK|CIMB)\b/,
  ),
}

export const FOREIGN: Country[] = [
  {
    currency: 'SGD',
    mark: /\bSGD\b|\bS\s?\$\s?-?\d|\bSINGAPORE DOLLARS?\b|新币/,
    firm: /\bPTE\b|\bUEN\b|\bGST REG\w*\.?\s?(?:NO|NUMBER)?[.:\s]{0,3}(?:M\d-?\d{7}-?[\dA-Z]|M\d{8}[A-Z]|\d{8,9}[A-Z]\b)|\+65[\s-]?\d/,
    place: /\bSINGAPORE\b|\bSINGAPURA\b|新加坡/,
    sharedSign: '$',
  },
  {
    currency: 'USD',
    monthFirst: true,
    mark: /\bUSD\b|\bUS\s?\$\s?-?\d|\bUS DOLLARS?\b/,
    firm: /\b(?!GST|SST|TAX)[A-Z]{3,},? INC\b\.?\s*$|\bLLC\b|\bEIN\b/,
    place: new RegExp(
      String.raw`\bUNITED STATES\b|\bUSA\b|\bU\.S\.A\b|,\s?(?:${AMERICAN_STATE})\.?\s\d{5}(?:-\d{4})?\b`,
    ),
    sharedSign: '$',
  },
  {
    currency: 'AUD',
    mark: /\bAUD\b|\bAU?\$\s?-?\d/,
    firm: /\bPTY\b|\bABN\b/,
    place: /\bAUSTRALIA\b|\bSYDNEY\b|\bMELBOURNE\b|\bBRISBANE\b|\bPERTH\b|\bADELAIDE\b/,
    sharedSign: '$',
  },
  {
    currency: 'NZD',
    mark: /\bNZD\b|\bNZ\s?\$\s?-?\d/,
    place: /\bNEW ZEALAND\b|\bAUCKLAND\b|\bCHRISTCHURCH\b|\bQUEENSTOWN\b/,
    sharedSign: '$',
  },
  {
    currency: 'CAD',
    mark: /\bCAD\b|\bCA?\$\s?-?\d/,
    place: /\bCANADA\b|\bTORONTO\b|\bVANCOUVER\b/,
    sharedSign: '$',
  },
  {
    currency: 'HKD',
    mark: /\bHKD\b|\bHK\s?\$\s?-?\d|港币|港元/,
    place: /\bHONG ?KONG\b|\bKOWLOON\b|香港|九龙|九龍/,
    sharedSign: '$',
  },
  {
    currency: 'TWD',
    mark: /\bTWD\b|\bNT\s?\$\s?-?\d|新台幣|新台币/,
    place: /\bTAIWAN\b|\bTAIPEI\b|台北|臺北|統一編號/,
    sharedSign: '$',
  },
  {
    currency: 'BND',
    mark: /\bBND\s?\d|\bB\s?\$\s?-?\d|\bBRUNEI DOLLARS?\b/,
    // Companies there are Sdn Bhd too, and streets jalan.
    firm: /\bBRUNEI\b|\+\s?673[\s-]?\d/,
    place: /\bBANDAR SERI BEGAWAN\b|\bKUALA BELAIT\b|\bSERIA\b|\b[BKT][A-Z]\d{4}\b/,
    sharedSign: '$',
  },
  {
    currency: 'GBP',
    mark: /\bGBP\b|£\s?\d|\d\s?£|\bPOUNDS? STERLING\b/,
    firm: /\bVAT\b.{0,12}\bGB\s?\d|\bGB\s?\d{3}\s?\d{4}\s?\d{2}\b|\+44[\s-]?\d|\bPLC\b/,
    place:
      /\bUNITED KINGDOM\b|\bU\.?K\b|\bLONDON\b|\bENGLAND\b|\bSCOTLAND\b|\bMANCHESTER\b|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b/,
  },
  {
    currency: 'EUR',
    mark: /\bEUR\b|€\s?\d|\d\s?€|(?<!\w)\d[\d.,]*\s?EUROS?\b/,
    firm: /\bGMBH\b|\bSARL\b|\bS\.?R\.?L\b|\bB\.V\b|\b(?:VAT|UST-ID|TVA|BTW|IVA)\b.{0,12}\b(?:DE|FR|IT|ES|IE|NL|LU|AT|BE)\s?\d/,
    place:
      /\bDEUTSCHLAND\b|\bGERMANY\b|\bFRANCE\b|\bITAL(?:Y|IA)\b|\bSPAIN\b|\bESPAÑA\b|\bIRELAND\b|\bNETHERLANDS\b|\bLUXEMBOURG\b|\bDUBLIN\b|\bAMSTERDAM\b/,
  },
  {
    currency: 'IDR',
    mark: /\bIDR\b|\bRP\.?\s?\d|\bRUPIAH\b/,
    firm: /\bNPWP\b|\bPPN\b|\bTBK\b|\+62[\s-]?\d/,
    place: /\bINDONESIA\b|\bJAKARTA\b|\bBANDUNG\b|\bSURABAYA\b|\bDENPASAR\b|\bYOGYAKARTA\b|\bBATAM\b/,
  },
  {
    currency: 'THB',
    mark: /\bTHB\b|฿|\bBAHT\b|บาท/,
    firm: /\bTAX ID\b[.:\s]{0,3}\d{13}\b|\+66[\s-]?\d/,
    place: /\bTHAILAND\b|\bBANGKOK\b|\bPHUKET\b|\bHAT ?YAI\b|\bCHIANG MAI\b|\bKRABI\b|\bPATTAYA\b/,
  },
  {
    currency: 'JPY',
    mark: /\bJPY\b|(?<!\d)\d[\d,]*\s?YEN\b|円|(?<!\d)\d[\d,]*\s?圓/,
    place: /\bJAPAN\b|\bTOKYO\b|\bOSAKA\b|\bKYOTO\b|東京|大阪|日本/,
    sharedSign: '¥',
  },
  {
    currency: 'CNY',
    mark: /\bCNY\s?[\d,]+\.\d|\d\.\d{2}\s?CNY\b|\bRMB\b|人民币/,
    place: /\bSHANGHAI\b|\bBEIJING\b|\bSHENZHEN\b|\bGUANGZHOU\b|\bP\.?R\.? ?CHINA\b|北京|上海|深圳|广州/,
    sharedSign: '¥',
  },
  { currency: 'KRW', mark: /\bKRW\b|₩/, place: /\bKOREA\b|\bSEOUL\b|\bBUSAN\b|\bJEJU\b/ },
  { currency: 'VND', mark: /\bVND\b|₫/, place: /\bVIET ?NAM\b|\bHANOI\b|\bHO CHI MINH\b|\bDA NANG\b/ },
  {
    currency: 'PHP',
    monthFirst: true,
    mark: /\bPHP\b|₱|\bPESOS?\b/,
    place: /\bPHILIPPINES\b|\bMANILA\b|\bCEBU\b|\bMAKATI\b/,
  },
  {
    currency: 'INR',
    mark: /\bINR\b|₹|\bRUPEES?\b/,
    firm: /\bGSTIN\b/,
    place: /\bCHENNAI\b|\bMUMBAI\b|\bNEW DELHI\b|\bBANGALORE\b/,
  },
  { currency: 'CHF', mark: /\bCHF\b/, place: /\bSWITZERLAND\b|\bZURICH\b|\bGENEVA\b/ },
  { currency: 'AED', mark: /\bAED\b|\bDIRHAMS?\b/, place: /\bDUBAI\b|\bABU DHABI\b/ },
  {
    currency: 'SAR',
    mark: /\bSAR\b(?=\s?\d)/,
    place: /\bSAUDI ARABIA\b|\bMAKKAH\b|\bMADINAH\b|\bJEDDAH\b|\bRIYADH\b/,
  },
]
