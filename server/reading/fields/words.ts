import { translateLabels } from './chinese.ts'
import { remembered } from './remembered.ts'

/**
 * Label words on receipts, English and Malay. Misread or run-together labels are turned back into these words, so the
 * later rules need only one spelling.
 */
const VOCABULARY = new Set(
  `TOTAL SUBTOTAL SUB GRAND NET NETT FINAL AMOUNT AMT PAYABLE DUE ROUNDING ROUNDED ROUND RND ADJ ADJUSTMENT ADJUSTED
  AFTER BEFORE INCLUSIVE INCL INCLUDING INCLUDED INCLUDE INCLUDES INC EXCLUSIVE EXCLUDING EXCLUDED EXCL EXC OF GST SST TAX VAT SERVICE SVC
  CHARGE CHARGES CHG CHRG SERV CASH CHANGE TENDERED TENDER PAID PAY PAYMENT BALANCE SALES SALE DISCOUNT DISC SAVINGS SAVING SAVED QTY
  QUANTITY ITEMS ITEM SUMMARY CODE INVOICE INV RECEIPT BILL NO NUMBER DATE TIME CASHIER COUNTER VISA MASTER
  MASTERCARD CARD CREDIT DEBIT POINTS POINT MEMBER DEPOSIT PRICE UNIT DESCRIPTION TABLE ORDER THANK YOU RM MYR REF TO THIS
  FROM BY THE WITH AT FOR PRINTED TAXABLE SUPPLY SUPPLIES RATED VALUE RATE SIMPLIFIED ID REG REGISTRATION COMPANY OUTSTANDING REFUND VOID VOUCHER
  GIFT PREMIUM PORTION ASSURED INSURED GUARANTEE CANCELLED PENDAHULUAN CAGARAN BALIK PULANGAN EXPIRY EXPIRED VALID UNTIL TRANSACTION WALLET APPROVAL TERMINAL COPY CUSTOMER OFFICIAL DOCUMENT DOC SLIP
  JUMLAH BESAR KESELURUHAN KECIL PERLU TUNAI BAYARAN DIBAYAR BAYAR BAKI TARIKH MASA RESIT INVOIS RASMI BIL CUKAI
  PERKHIDMATAN JUALAN CAJ DISKAUN HARGA KUANTITI AMAUN PENGGENAPAN PELARASAN PEMBUNDARAN TUNGGAKAN SEMASA JURUWANG DITERIMA DARIPADA
  TERIMA KASIH YURAN SEWA SUMBANGAN DERMA SALINAN BATAL BERSIH KASAR SEBELUM SELEPAS TERMASUK TIDAK AKHIR TEMPOH`.split(
    /\s+/,
  ),
)
const BY_LENGTH = Map.groupBy(VOCABULARY, (word) => word.length)
const LOOKALIKE: Record<string, string> = {
  0: 'O',
  1: 'I',
  5: 'S',
  8: 'B',
  6: 'G',
  4: 'A',
  7: 'T',
  '|': 'I',
  '!': 'I',
}
const LONGEST_RUN = 40

/** Whether replacing, adding or dropping one letter turns a into b. */
export function isOneApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let i = 0
  while (i < a.length && a[i] === b[i]) i++
  const [restA, restB] = [a.slice(i), b.slice(i)]
  return restA.slice(1) === restB.slice(1) || restA === restB.slice(1) || restA.slice(1) === restB
}

/** Splits run-together label words (TOTALINCLOFGST); null if any part is not a label word. */
function takeApart(run: string): string | null {
  if (run.length > LONGEST_RUN) return null
  const best: (string[] | null)[] = [[]]
  for (let end = 1; end <= run.length; end++) {
    best[end] = null
    for (let start = Math.max(0, end - 13); start <= end - 2; start++) {
      const before = best[start]
      const word = run.slice(start, end)
      if (before && VOCABULARY.has(word) && before.length < (best[end]?.length ?? 99) - 1)
        best[end] = [...before, word]
    }
  }
  return best[run.length]?.join(' ') ?? null
}

/** The number of words of a repaired text that are no label words. */
export const countUnknown = (words: string) =>
  words.split(' ').filter((word) => word !== '' && !VOCABULARY.has(word)).length

/** Whether a repaired text consists of label words, except for at most one word. */
export const isMostlyLabel = (words: string) => countUnknown(words) <= 1

/** Maps letters that look alike in faded or smeared print to one of them: IUIAL and TOTAL become equal. */
const kin = (word: string) => word.replace(/[TLJ]/g, 'I').replace(/[UQDCG]/g, 'O')
const BY_KIN = new Map(
  [...VOCABULARY]
    .filter((word) => word.length >= 5 || word === 'GST' || word === 'CASH')
    .map((word) => [kin(word), word]),
)

const repair = remembered((token) => {
  const letters = token.replace(/[0-9|!]/g, (mark) => LOOKALIKE[mark] ?? mark)
  if (VOCABULARY.has(letters)) return letters
  const related = BY_KIN.get(kin(letters))
  if (related) return related
  if (letters.length < 4) return token
  for (const length of [letters.length, letters.length + 1, letters.length - 1]) {
    const near = length < 5 ? undefined : BY_LENGTH.get(length)?.find((word) => isOneApart(word, letters))
    if (near) return near
  }
  return takeApart(letters) ?? token
})

/**
 * The words of an upper-case text, single-spaced, without digits and punctuation, and with label words repaired:
 * `T0TAL(INCLUSIVEOFGST) 8.60` gives `TOTAL INCLUSIVE OF GST`.
 */
export function spell(text: string): string {
  const words: string[] = []
  for (const token of translateLabels(text).split(/[^A-Z0-9|!]+/)) {
    const letters = token.replace(/[^A-Z]/g, '').length
    if (letters === 0) continue
    // Digits attached to a word (TOTAL860, GST6) are dropped; look-alikes inside it are kept.
    const bare = letters * 2 >= token.length ? token.replace(/^\d{2,}|\d{2,}$/g, '') : token
    words.push(repair(bare))
  }
  return words.join(' ')
}
