import { findAmounts } from './amounts.ts'
import { companyNumberIn } from './company-number.ts'
import { findDates } from './date-shapes.ts'
import { remembered } from './remembered.ts'

/** What the words of a line in a receipt's header suggest. */
export interface LineKind {
  isAddress: boolean
  /** Contains a town, state or building, as an address does and a branch may. */
  isPlace: boolean
  isPhone: boolean
  isRegistration: boolean
  isTitle: boolean
  isGreeting: boolean
  isWeb: boolean
  isFigures: boolean
  isPerson: boolean
  isField: boolean
}

const ADDRESS =
  /\b(?:JALAN|JLN|LORONG|LRG|PERSIARAN|LEBUH\w*|LEBOH|KAMPUNG|KG|SEKSYEN|SECTION|LOT|BLOK|BLOCK|LEVEL|FLOOR|FLR|TINGKAT|GROUND|GF|UNIT|BATU|MUKIM|DAERAH|ROAD|STREET|AVENUE|HIGHWAY|LEBUHRAYA|BOULEVARD|POSKOD|P\.?O\.? ?BOX|DARUL|PERINDUSTRIAN|PERSEKUTUAN|WILAYAH)\b/
const PLACE =
  /\b(?:TAMAN|TMN|BANDAR|KAWASAN|WISMA|MENARA|PLAZA|INDUSTRIAL|JOHOR|SHAH ALAM|PETALING JAYA|KUALA LUMPUR|SELANGOR|PERAK|PAHANG|MELAKA|MALACCA|KEDAH|KELANTAN|TERENGGANU|PERLIS|SABAH|SARAWAK|PULAU PINANG|PENANG|LABUAN|PUTRAJAYA|NEGERI SEMBILAN|SEREMBAN|IPOH|KLANG|SUBANG|MALL|SQUARE|CITY)\b/
const STREET_NUMBER =
  /^(?:NO|LOT|UNIT|PT|HS|G|F)?[\s.:,]{0,3}[A-Z]?-?\d{1,5}\w?(?:\s?[-&,/]\s?[A-Z0-9-]{1,6}){0,6}\s?,/
const POSTCODE = /(?<!\d)\d{5}(?!\d)\s*[A-Z]/
const PHONE =
  /\b(?:TEL\w*|FAX|PHONE|HP|H\/P|MOBILE|WHATSAPP\w*|HOTLINE|CALL|CUSTOMER SERVICE|CONTACT)\b|(?<!\d)\+?6?0\d{1,2}\s?-\s?\d{3,4}\s?-?\s?\d{3,4}/
const REGISTRATION =
  /\b(?:GST|SST|CO|COMPANY|BUSINESS|ROC|SSM|TAX|BRN)\b[\s.:]{0,3}(?:REGN?|REGISTRATION|ID|NO|#)\b|\bREG\w*\s?(?:NO|#)|\bLICEN[SC]E\b/
const TITLE =
  /\b(?:TAX INVOICE|INVOICE|CASH (?:SALES?|BILL|INVOICE)|RECEIPT|RESIT|INVOIS|OFFICIAL|BIL|SIMPLIFIED|DELIVERY ORDER|BILL|DUPLICATE|REPRINT|COPY|SALINAN|SALES? SLIP|TABLE|TAKE ?AWAY|DINE IN|SELF COLLECT|STATEMENT)\b/
const GREETING =
  /\b(?:WELCOME|SELAMAT|THANK\w*|PLEASE|TERIMA KASIH|SILA|GOODS SOLD|EXCHANGE|REFUND\w*|CUSTOMER|FORMERLY|KNOWN AS|LICENSEE|SINCE|KEEP|ENJOY|VISIT|PROMO\w*|FREE|OPEN|BUSINESS HOURS?|YOUR|OUR|WE|GUEST|SPECIALI[SZ]E\w*|RETURN\w*|NOT)\b/
const WEB = /WWW|HTTP|@\w|\.COM\b|\.MY\b|E-?MAIL|FACEBOOK|WEBSITE|INSTAGRAM/
const PERSON =
  /\b(?:CASHIER|SERVER|SERVED|STAFF|WAITER|SALESPERSON|OPERATOR|ATTN|MR\.? [A-Z]+ BIN|BIN|BINTI|COUNTER|JURUWANG|PREPARED|ISSUED|BILL TO|SOLD TO|M\/S|DITERIMA|DARIPADA|RECEIVED FROM|NAME|NAMA)\b/
const FIELD =
  /\b(?:DATE|TARIKH|TIME|MASA|DOC|INV|NO|QTY|ITEM|DESCRIPTION|AMOUNT|PRICE|TOTAL|POS|TERM\w*|STORE|BRANCH|OUTLET|CAWANGAN|HQ|SHIFT|TRN|TRANS\w*|REF|MEMBER)\b\s?[:#.]|\b(?:QTY|DESCRIPTION)\b/

/** Classifies an upper-case line by its words. */
export function kindOf(text: string): LineKind {
  const letters = text.replace(/\p{Script=Han}/gu, 'AA').replace(/[^\p{L}]/gu, '').length
  const withoutBrackets = text.replace(/\(.*?(?:\)|$)/g, '')
  return {
    isAddress: ADDRESS.test(withoutBrackets) || STREET_NUMBER.test(text) || POSTCODE.test(text),
    isPlace: PLACE.test(withoutBrackets),
    isPhone: PHONE.test(text),
    isRegistration: REGISTRATION.test(text),
    isTitle: TITLE.test(text),
    isGreeting: GREETING.test(text),
    isWeb: WEB.test(text),
    isFigures:
      letters < 3 ||
      letters * 2 < text.replace(/\s/g, '').length ||
      findAmounts(text).length > 0 ||
      findDates(text, 2099).length > 0,
    isPerson: PERSON.test(text),
    isField: FIELD.test(text),
  }
}

/** Whether a line is or contains a company's registration number. */
export const hasCompanyNumber = remembered((text) => companyNumberIn(text) !== null)
