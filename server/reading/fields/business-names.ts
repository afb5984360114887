import { isOneApart } from './words.ts'

/** How a legal or trade name ends. */
export type Suffix = 'company' | 'partnership' | 'business' | 'none'

const COMPANY = /\b(?:SDN\.?\s?,?\s?BHD|S\s?\/\s?B|SB|BERHAD|BHD)\b\.?/
const PARTNERSHIP = /\b(?:PLT|LLP|LTD|LIMITED|& CO|COMPANY|INC|PTE)\b\.?/
const TRADE = `ENTERPRISES? TRADING VENTURES? RESOURCES SERVICES? SUPPLY SUPPLIES INDUSTR(?:Y|IES) HOLDINGS? GROUP MARKETING AGENCY
  RESTORAN RESTAURANT RESTAURANTS CAFE KAFE KOPITIAM BISTRO KITCHEN BAKERY FOODS? CATERING SEAFOOD CUISINE PIZZA COFFEE TEA HOUSE
  KEDAI PERNIAGAAN PERUSAHAAN PASARAYA PASAR SUPERMARKET HYPERMARKET MINIMARKET MARKET MART STORES? SHOP CENTRE CENTER MALL GROCER\\w* RETAIL
  HARDWARE STATIONERY STATIONERS? BOOKS? BOOKSTORES? BOOKSHOP PRINT\\w* ELECTRICAL ELECTRONICS? MACHINERY MOTORS? AUTO TYRES? SPARE PARTS
  PHARMACY FARMASI KLINIK CLINIC HOSPITAL DENTAL PERGIGIAN OPTICAL OPTOMETRY MEDICAL HEALTHCARE HEALTH BEAUTY SALON SPA
  TADIKA TASKA NURSERY KINDERGARTEN SEKOLAH SCHOOL COLLEGE KOLEJ UNIVERSITI UNIVERSITY ACADEMY AKADEMI PUSAT INSTITUT\\w* YAYASAN FOUNDATION
  MASJID SURAU TEMPLE CHURCH PERTUBUHAN PERSATUAN KOPERASI MAJLIS LEMBAGA JABATAN PERBADANAN BANK TAKAFUL INSURANCE TELECOMMUNICATIONS?
  FURNITURE FLORIST HANDICRAFT GALLERY BOUTIQUE FASHION TAILORING JEWELL?ERY GOLDSMITH GIFTS? TOYS? SPORTS? GYM FITNESS CYCLE BICYCLE
  PETROL PETRO\\w* STATION STESEN FUEL HOTEL RESORT TRAVEL PARKING TRANSPORT LOGISTICS`
const BUSINESS = new RegExp(String.raw`\b(?:${TRADE.split(/\s+/).join('|')})\b`)
/** Common words of trade names, for putting misread ones right; never a shop's own name. */
const PLAIN = TRADE.split(/\s+/).filter((word) => /^[A-Z]{7,}$/.test(word))
const KNOWN = new Set([...PLAIN, 'BOOKSTORE', 'STATIONER'])

export function suffixOf(text: string): Suffix {
  if (COMPANY.test(text)) return 'company'
  if (PARTNERSHIP.test(text)) return 'partnership'
  return BUSINESS.test(text) ? 'business' : 'none'
}

/** The name ends with its legal form (SDN BHD, S/B, BERHAD), but for a bracketed branch or state. */
export const endsLegally = (text: string) =>
  /(?:\bBHD|S\s?\/\s?B|\bSB|\bBERHAD|\bPLT|\bLLP|\bLTD)\.?\s?(?:\([A-Z .&]{1,20}\))?$/.test(text)

/** Nothing but a legal form: the second line of a name broken over two. */
export const isBareSuffix = (text: string) =>
  /^(?:\([A-Z. ]{1,12}\)\s?)?(?:SDN\.?\s?,?\s?BHD|BHD|BERHAD|S\s?\/\s?B|ENTERPRISE|TRADING|PLT|COMPANY)\.?$/.test(
    text,
  )

const MISREAD_SDN =
  /\b(?:S[DO0]N|SDH|SDM|5DN|SBN|SON|SEN|SD)(?=[\s.,]{0,3}(?:BHD|BHO|BH0|BND|BMD|BRD|8HD|BHB|BHC|EHD|BHN|B[HM]D)\b)/g
const MISREAD_BHD = /(?<=\bSDN[\s.,]{0,3})(?:BHO|BH0|BND|BMD|BRD|8HD|BHB|BHC|EHD|BHN|BND|BH|HD|BID|RHD)\b/g

/** Puts right what readers commonly get wrong in names: SDN BND, D between digits, a common trade word one letter off. */
export function repairName(text: string): string {
  const letters = text.replace(/(?<=[A-Z])[01](?=[A-Z])/g, (digit) => (digit === '0' ? 'O' : 'I'))
  const legal = letters
    .replace(/\bSDNBHD\b/g, 'SDN BHD')
    .replace(/(?<=[A-Z)])(SDN\.? ?BHD)\b/g, ' $1')
    .replace(MISREAD_SDN, 'SDN')
    .replace(MISREAD_BHD, 'BHD')
  return legal.replace(/[A-Z]{7,}/g, (word) => {
    if (KNOWN.has(word) || KNOWN.has(word.replace(/S$/, ''))) return word
    return (
      PLAIN.find(
        (known) => known.length === word.length && known[0] === word[0] && isOneApart(known, word),
      ) ?? word
    )
  })
}

/** The name without the registration number and marks around it. */
export function bareName(text: string): string {
  return text
    .replace(
      /\s*[([{]?\s?(?:(?:CO|COMPANY|ROC|REG|REGN|SSM)[\s.:]{0,3}){0,3}(?:NO|NUM)?[\s.:#]{0,3}(?:[A-Z]{2}\s?)?\d{4,12}\s?[-–—]?\s?[A-Z]?\s?(?:\(\s?\d{4,9}\s?-\s?[A-Z]\s?\))?\s?[)\]}]?\s*$/,
      '',
    )
    .replace(/^[^A-Z0-9(]+|[^A-Z0-9).!]+$/g, '')
    .replace(/^\W*(?:WELCOME TO|SELAMAT DATANG KE)\s+/, '')
    .trim()
}
