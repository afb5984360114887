import { remembered } from './remembered.ts'
import { isOneApart } from './words.ts'

/** The ending of a legal or trade name. */
export type Suffix = 'company' | 'partnership' | 'business' | 'none'

const COMPANY = /\b(?:SDN\.?\s?,?\s?BHD|S\s?\/\s?B|SB|BERHAD|BHD)\b\.?|有限公司/
const PARTNERSHIP = /\b(?:PLT|LLP|LTD|LIMITED|& CO|COMPANY|INC|PTE)\b\.?/
const LEGAL_PARTNERSHIP = /\b(?:PLT|LLP|LTD|LIMITED|INC|PTE)\b\.?/
const TRADE = `ENTERPRISES? TRADING VENTURES? RESOURCES SERVICES? SUPPLY SUPPLIES INDUSTR(?:Y|IES) HOLDINGS? GROUP MARKETING AGENCY
  RESTORAN RESTAURANT RESTAURANTS CAFE KAFE KOPITIAM BISTRO KITCHEN BAKERY BAKERIES FOODS? CATERING SEAFOOD CUISINE PIZZA COFFEE TEA HOUSE CONFECTIONERY
  SYARIKAT KEDAI GERAI WARUNG KANTIN BENGKEL BUTIK DOBI PERNIAGAAN PERUSAHAAN AGENSI INTERNATIONAL CORPORATION
  SOLUTIONS? SYSTEMS? TECHNOLOGY DIGITAL COMPUTERS? COMMUNICATIONS? NETWORKS? STUDIO BROTHERS SONS CONSTRUCTION TIMBER PAINTS? GLASS PASARAYA PASAR SUPERMARKET HYPERMARKET MINIMARKET MARKET MART STORES? SHOP CENTRE CENTER MALL GROCER\\w* RETAIL
  HARDWARE STATIONERY STATIONERS? BOOKS? BOOKSTORES? BOOKSHOP PRINT\\w* ELECTRICAL ELECTRONICS? MACHINERY MOTORS? AUTO TYRES? SPARE PARTS
  PHARMACY FARMASI KLINIK CLINIC HOSPITAL DENTAL PERGIGIAN OPTICAL OPTOMETRY MEDICAL HEALTHCARE HEALTH BEAUTY SALON SPA
  TADIKA TASKA NURSERY KINDERGARTEN SEKOLAH SCHOOL COLLEGE KOLEJ UNIVERSITI UNIVERSITY ACADEMY AKADEMI PUSAT INSTITUT\\w* YAYASAN FOUNDATION
  MASJID SURAU TEMPLE CHURCH PERTUBUHAN PERSATUAN KOPERASI MAJLIS LEMBAGA JABATAN PERBADANAN BANK TAKAFUL INSURANCE TELECOMMUNICATIONS?
  FURNITURE FLORIST HANDICRAFT GALLERY BOUTIQUE FASHION TAILORING JEWELL?ERY GOLDSMITH GIFTS? TOYS? SPORTS? GYM FITNESS CYCLE BICYCLE
  BUKU ALAT TULIS RUNCIT MAKANAN MINUMAN UBAT PAKAIAN KASUT ELEKTRIK ELEKTRONIK KOMPUTER PERABOT KERETA MOTOSIKAL TAYAR SERVIS
  BORONG PEMBORONG PEMBEKAL PEMBINAAN PERCETAKAN FOTOSTAT KECANTIKAN PERUBATAN GIGI RUMAH TEKNOLOGI UBATAN
  PETROL PETRO\\w* STATION STESEN FUEL HOTEL RESORT TRAVEL PARKING TRANSPORT LOGISTICS`
const BUSINESS = new RegExp(String.raw`\b(?:${TRADE.split(/\s+/).join('|')})\b`)
/** Common words of trade names, used to correct misread ones. Never a shop's own name. */
const PLAIN = TRADE.split(/\s+/)
  .map((word) => word.replace(/S\?$/, ''))
  .filter((word) => /^[A-Z]{7,}$/.test(word))
const KNOWN = new Set([...PLAIN, 'BOOKSTORE', 'STATIONER'])

export function suffixOf(text: string): Suffix {
  if (COMPANY.test(text)) return 'company'
  if (PARTNERSHIP.test(text)) return 'partnership'
  return BUSINESS.test(text) ? 'business' : 'none'
}

/** Whether a name has the form of a company or a partnership. */
export const hasLegalForm = (text: string) => COMPANY.test(text) || LEGAL_PARTNERSHIP.test(text)

/** Whether the name ends with its legal form (SDN BHD, S/B, BERHAD); a branch or state in brackets may follow. */
export const endsLegally = (text: string) =>
  /(?:\bBHD|S\s?\/\s?B|\bSB|\bBERHAD|\bPLT|\bLLP|\bLTD|有限公司)\.?\s?(?:\([A-Z .&]{1,20}\))?$/.test(text)

const GENERIC = new RegExp(
  String.raw`\b(?:${TRADE.split(/\s+/).join('|')}|SDN|BHD|BERHAD|THE|AND|M)\b|\(.*?\)`,
  'g',
)

/** Whether a line has only trade words and a legal form, no name: it is one line of a name that spans several. */
export const isNameless = (text: string) =>
  text.replace(GENERIC, '').replace(/[^\p{L}\p{N}]/gu, '').length < 2

/** Whether a line is only a legal form: the second line of a name that spans two. */
export const isBareSuffix = (text: string) =>
  /^(?:\([A-Z. ]{1,12}\)\s?)?(?:SDN\.?\s?,?\s?BHD|BHD|BERHAD|S\s?\/\s?B|ENTERPRISE|TRADING|PLT|COMPANY)\.?$/.test(
    text,
  )

/** The last two words if both are within one letter of SDN BHD, or one matches and the other is near. */
const LEGAL_END =
  /\b(S[^\s.]{0,3}|[^\s.]{1,2}N)([.,]?\s?[.,]?\s?)([B83E][^\s.]{1,2}|[^\s.]?HD)(?=\.?(?:[\s([]|$))/g

const isNear = (misread: string, word: string) => isOneApart(misread, word) || misread === word

function repairLegalEnd(text: string): string {
  return text
    .replace(/\bSDNBHD\b/g, 'SDN BHD')
    .replace(/(?<=[A-Z)])(SDN\.? ?BHD)\b/g, ' $1')
    .replace(LEGAL_END, (whole, sdn: string, between: string, bhd: string) => {
      const isLegal =
        (isNear(sdn, 'SDN') && isNear(bhd, 'BHD')) ||
        (bhd === 'BHD' && /^S.{1,2}N$/.test(sdn)) ||
        (sdn === 'SDN' && /^[B83].{1,2}$/.test(bhd))
      return isLegal ? `SDN${between}BHD` : whole
    })
    .replace(/\bSDN\.? ?B$/, 'SDN BHD')
}

/** Digits misread for letters: S00N, C0., D.1.Y, EKSL0SIF. A digit at the end may belong to the name. */
function repairFigures(text: string): string {
  return text
    .replace(/(?<=[A-Z])[01]{1,2}(?=[A-Z])/g, lettersFor)
    .replace(/(?<=[A-Z]{2})[0158]{1,2}(?=[A-Z]{2})/g, lettersFor)
    .replace(/(?<=\b[A-Z]{1,8})0(?=[\s.,]|$)/g, 'O')
    .replace(/(?<=\b[A-Z]\.\s?)1(?=\.)/g, 'I')
}

const LETTERS: Record<string, string> = { 0: 'O', 1: 'I', 5: 'S', 8: 'B' }
const lettersFor = (figures: string) => figures.replace(/\d/g, (figure) => LETTERS[figure] ?? figure)

/** The number of letters in which two words of the same length differ. */
function differences(a: string, b: string): number {
  let count = 0
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) count++
  return count
}

function repairWord(word: string): string {
  if (KNOWN.has(word) || KNOWN.has(word.replace(/S$/, ''))) return word
  const fits = (known: string) =>
    (known.length === word.length && differences(known, word) <= (word.length >= 10 ? 2 : 1)) ||
    (known.length > 8 && word.length > 8 && isOneApart(known, word))
  return PLAIN.find(fits) ?? word
}

/** Corrects common misreadings in names: SDN BND, S00N, a trade word with one wrong letter. */
export const repairName = remembered((text) =>
  repairLegalEnd(repairFigures(text.replace(/_+/g, ' ').replace(/ {2,}/g, ' ').trim())).replace(
    /[A-Z]{7,}/g,
    repairWord,
  ),
)

/** Words before the name of the company behind a shop: OWNED BY, DIMILIKI OLEH, A COMPANY OF. */
const OWNER_PREFIX =
  /^\W*(?:A\s)?(?:(?:OWNED|OWNER|OWN|MANAGED|OPERATED|RUN)(?:\s?(?:&|AND)\s?(?:MANAGED|OPERATED))?\s?(?:BY|OLEH)\b|(?:DIMILIKI|DIURUSKAN|DIKENDALIKAN)\b(?:\s?(?:DAN|&)\s?(?:DIURUSKAN|DIKENDALIKAN))?(?:\s?OLEH\b)?|(?:COMPANY|SUBSIDIARY|DIVISION|MEMBER|BRAND)\s?OF\b|ANAK SYARIKAT\b)[\s:.-]*/

/** Whether a line names the company behind a shop. */
export const isOwnerLine = (text: string) => OWNER_PREFIX.test(text)

/** Removes the registration number, what introduces a name, and the marks around it. */
export const bareName = remembered((text) =>
  text
    // A number in brackets whose label or end was misread: SDN BHD (CA. NA
    .replace(
      /(?<=\b(?:BHD|BERHAD|SB|S\/B|PLT)\.?)\s?\((?:[^)]*|(?:C[O0A]|ROC|REGN?|SSM|N[O0A])\b[^)]*\)?)$/,
      '',
    )
    .replace(/(?<=\b(?:BHD|BERHAD|SB|S\/B|PLT)\.?)(?:\s?\(\s?[A-Z]{0,2}\d.*|(?:\s+\(?\S*\d\S*)+)$/, '')
    .replace(
      /\s*[([{]?\s?(?:(?:CO|COMPANY|ROC|REG|REGN|SSM)[\s.:]{0,3}){0,3}(?:NO|NUM)?[\s.:#]{0,3}(?:(?<![A-Z])[A-Z]{2}\s?)?\d{4,12}\s?[-–—]?\s?[A-Z]?\s?(?:\(\s?\d{4,9}\s?-\s?[A-Z]\s?\))?\s?[)\]}]?\s*$/,
      '',
    )
    .replace(/^[^\p{L}\p{N}(]+|[^\p{L}\p{N}).!]+$/gu, '')
    .replace(/^\W*(?:WELCOME TO|SELAMAT DATANG KE)\s+/, '')
    .replace(OWNER_PREFIX, '')
    .replace(/^\d{4,}\s+(?=[A-Z])/, '')
    .trim(),
)
