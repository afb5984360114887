/** The meaning of the label next to an amount. */
export type Label =
  | 'rounded' // the total after 5-sen rounding
  | 'payable' // amount due, grand, net or final total
  | 'inclusive' // total including tax
  | 'total' // a total without qualification
  | 'before' // the total before rounding or tax
  | 'subtotal'
  | 'count' // a number of things, not money
  | 'rounding'
  | 'discount'
  | 'tax'
  | 'service'
  | 'cash' // handed over
  | 'change'
  | 'sum' // a word next to the only amount of a donation, fee or handwritten receipt
  | 'card' // paid by card or wallet: usually the total again
  | 'own' // what the patient or customer pays where an insurer or employer pays the rest
  | 'covered' // what the insurer or employer pays
  | 'assured' // what an insurance would pay; no payment
  | 'deposit' // paid before, or now with a balance left to pay
  | 'balance' // points, credit, arrears, deposits: not part of this purchase
  | 'code' // document numbers and the like
  | 'summary' // heading or row of the tax summary
  | 'none'

const TOTAL = '(?:TOTAL|TTL|JUMLAH|AMOUNT|AMT|AMAUN)'
const TAX_NAME = '(?:GST|SST|VAT|TAX|CUKAI)'

const words = (list: string) => String.raw`\b(?:${list})\b`
const pattern = (...parts: string[]) => new RegExp(parts.join('|'))

/** Tried in order on repaired words (words.ts); the first match decides. */
const RULES: [Label, RegExp][] = [
  ['summary', pattern(words(`${TAX_NAME} (?:SUMMARY|ANALYSIS|CODE|RATE)`), words('SUMMARY|RINGKASAN'))],
  [
    'assured',
    pattern(
      words('(?:SUM|AMOUNT|JUMLAH) (?:ASSURED|INSURED|COVERED|DIINSURANSKAN|DILINDUNGI|PERLINDUNGAN)'),
      words('SUM COVER|COVERAGE|PERLINDUNGAN|(?:ANNUAL|LIFETIME|OVERALL) LIMIT|DEATH BENEFIT|MATURITY'),
    ),
  ],
  [
    'own',
    pattern(
      words(
        '(?:PATIENT|MEMBER|PESAKIT|INSURED|CUSTOMER)(?: S)? (?:PORTION|SHARE|PAYS?|PAYMENT|PAYABLE|LIABILITY)',
      ),
      words('(?:PAID|PAYABLE|PAYMENT|DUE|PAY) (?:BY|FROM) (?:THE )?(?:PATIENT|MEMBER|CUSTOMER|INSURED)'),
      words('CO ?PAY(?:MENT)?S?|CO ?INSURANCE|SELF ?PAY'),
      words('(?:BAHAGIAN|BAYARAN|TANGGUNGAN|OLEH|BAYAR) PESAKIT'),
    ),
  ],
  [
    'covered',
    pattern(
      words(
        '(?:COVERED|PAID|PAYABLE|BORNE|SETTLED) BY (?:\\w+ ){0,2}(?:INSURERS?|INSURANCE|TAKAFUL|PANEL|EMPLOYER|TPA|GL)',
      ),
      words(
        'INSURERS?|(?:INSURANCE|TAKAFUL|EMPLOYER|PANEL)(?: S)? (?:PORTION|SHARE|PAYS|PAYMENT|COVER(?:ED)?)',
      ),
      words(
        'GUARANTEE LETTER|LETTER OF GUARANTEE|GL (?:AMOUNT|AMT|COVER(?:ED)?)|(?:LESS|COVERED) GL|SURAT JAMINAN',
      ),
      words('DITANGGUNG|TANGGUNGAN (?:INSURANS|TAKAFUL|MAJIKAN|PANEL)'),
    ),
  ],
  [
    'deposit',
    pattern(
      `(?<!AFTER )${words('DEPOSITS?|CAGARAN|WANG MUKA|PENDAHULUAN|DOWN ?PAYMENT|ADVANCE|PREPAYMENT')}`,
      words('BOOKING (?:FEE|AMOUNT)|BAYARAN AWAL'),
    ),
  ],
  [
    'payable',
    pattern(
      words(`(?:PREMIUM|CONTRIBUTION|CARUMAN) (?:PAID|PAYABLE|DUE|DIBAYAR)|${TOTAL} (?:PREMIUM|CARUMAN)`),
    ),
  ],
  [
    'code',
    pattern(
      '^(?:TIME|MASA|JAM)$',
      words(`(?:TAX|CASH) (?:INVOICE|BILL)`),
      words(`(?:${TAX_NAME}|ROC|REG|INVOICE|RECEIPT|BILL) (?:REG )?(?:ID|NO|NUMBER)`),
      words('NO (?:RESIT|INVOIS|BIL)|APPROVAL|TERMINAL'),
    ),
  ],
  ['count', pattern(words('QTY|QUANTITY|KUANTITI|ITEMS?|PCS|PIECES|PAX|COUNT|WEIGHT'))],
  [
    'discount',
    pattern(`(?<!AFTER )${words('DISCOUNT|DISC|DISKAUN|SAVINGS?|SAVED?|JIMAT|REBATE|LESS|VOUCHER')}`),
  ],
  [
    'balance',
    pattern(
      words('POINTS|OUTSTANDING|TUNGGAKAN|ARREARS|MEMBER|REWARDS?|OPENING|CLOSING|PREVIOUS|NEXT'),
      words('(?:CARD|CREDIT|ACCOUNT) (?:BALANCE|VALUE|LIMIT)|BALANCE (?:BF?|CF?)|BAKI (?:TERDAHULU|LEPAS)'),
    ),
  ],
  [
    'rounded',
    pattern(
      `${words(TOTAL)}.*${words('ROUNDED')}`,
      words(`ROUNDED (?:NET |BILL )?${TOTAL}`),
      words(
        `(?:AFTER|AFT|ATF|SELEPAS) (?:RND|ROUND|ROUNDING|ADJ|ADJUSTMENT|PENGGENAPAN|PELARASAN|PEMBUNDARAN)`,
      ),
    ),
  ],
  [
    'before',
    pattern(
      `${words(TOTAL)}.*${words('EXCLUSIVE|EXCLUDING|EXCLUDED|EXCL?|BEFORE|SEBELUM|TIDAK TERMASUK|WITHOUT|W O')}`,
      `${words('BEFORE|EXCLUSIVE|EXCLUDING|EXCL?')}.*${words(TOTAL)}`,
      // The taxable amount of one rate: TOTAL 6% SUPPLIES.
      words('TAXABLE|SUPPLY|SUPPLIES|ZERO RATED|EXEMPT|STANDARD RATED'),
    ),
  ],
  [
    'rounding',
    pattern(words('ROUND|ROUNDING|ROUNDED|RND|RNDG|PENGGENAPAN|PEMBUNDARAN|PELARASAN|ADJUSTMENT|ADJ')),
  ],
  ['subtotal', pattern(words('SUB ?TOTAL|S TOTAL|JUMLAH KECIL|GROSS|KASAR'))],
  ['service', pattern(words('(?:SERVICE|SVC|SVR|SERV|SER|S) (?:CHARGES?|CHG|CHRG)|CAJ PERKHIDMATAN'))],
  ['change', pattern(words('CHANGES?|BAKI|BALANCE(?! DUE)'))],
  ['tax', pattern(`^${TAX_NAME} (?:PAYABLE|AMOUNT|AMT|CHARGED|DUE)`)],
  [
    'payable',
    pattern(
      words(`(?:GRAND|FINAL|NETT?|BILL?|INVOICE) ${TOTAL}`),
      words(
        `${TOTAL} (?:\\w+ )?(?:PAYABLE|DUE|BESAR|KESELURUHAN|BERSIH|AKHIR|TO PAY|TO BE PAID|(?:PERLU )?(?:DI)?BAYAR(?:AN)?)`,
      ),
      words('PAYABLE|BALANCE DUE|TO PAY|TOTAL BILL|CURRENT CHARGES?|CAJ SEMASA|NETT?(?! (?:WEIGHT|WT))'),
    ),
  ],
  ['cash', pattern(words('ACCEPTED|TENDERED|TENDER|RECEIVED'))],
  ['tax', pattern(words('TOTAL INCLUDES'))],
  [
    'inclusive',
    pattern(
      `${words(`${TOTAL}|SALES?|DUE|PAYABLE`)}.*${words('INCLUSIVE|INCLUDING|INCLUDED|INCLUDE|INCL?|TERMASUK|WITH|W')}`,
      `${words('TOTAL (?:SALES|AMOUNT|AMT|PAYABLE|DUE)')} .*${words('GST|SST')}`,
    ),
  ],
  ['tax', pattern(words(TAX_NAME))],
  ['cash', pattern(words('CASH|TUNAI'))],
  ['total', pattern(words('TOTAL (?:AMOUNT )?(?:PAID|CHARGED)'))],
  [
    'card',
    pattern(
      words(
        'VISA|MASTER|MASTERCARD|MYDEBIT|AMEX|CARD|EDC|DEBIT|CREDIT|E?WALLET|BOOST|GRABPAY|TNG|TOUCH N GO',
      ),
      words('DUITNOW|QRPAY|PAID|PAYMENT|DIBAYAR|BAYARAN|TRANSFER|FPX'),
    ),
  ],
  ['total', pattern(words(TOTAL))],
  [
    'sum',
    pattern(
      '^(?:(?:ANNUAL|MONTHLY|BASIC|RENEWAL|FIRST|TAKAFUL|INSURANCE) )?(?:PREMIUM|CONTRIBUTION|CARUMAN)$',
      words('DITERIMA|SUMBANGAN|DERMA|YURAN|FEES?|SEBANYAK|BANYAKNYA|RINGGIT|SUM|SALES?|JUALAN'),
    ),
  ],
]

// The patterns look ahead to the end of a label; the bound keeps that cheap on any input.
const LONGEST = 200

/** Classifies a text that `spell` has repaired. */
export function labelOf(text: string): Label {
  const label = text.slice(0, LONGEST)
  return label === '' ? 'none' : (RULES.find(([, fits]) => fits.test(label))?.[0] ?? 'none')
}
