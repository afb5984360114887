import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { assertStated, IN_QUESTION, readText, SURE } from '../support/read-text.ts'

const HEAD = 'KEDAI CONTOH SDN BHD\n12 JALAN BESAR, 50000 KUALA LUMPUR\nTARIKH: 14/03/2026\n'
const totalOf = (text: string) => readText(HEAD + text).totalSen

type Row = [what: string, text: string, sen: number]

/** Each receipt has this total, stated so that nobody needs to look again, or in question. */
function table(title: string, rows: Row[], stated?: 'sure' | 'in question') {
  describe(title, () => {
    for (const [what, text, sen] of rows)
      test(what, () => {
        const read = totalOf(text)
        assert.equal(read?.value, sen, JSON.stringify(read))
        assertStated(read.confidence, stated)
      })
  })
}

table(
  'a refund or a voided sale is negative and in question',
  [
    [
      'a title',
      '*** REFUND ***\nREFUND NO: R00012\nBUKU      25.00\nREFUND TOTAL RM    25.00\nCASH REFUND   25.00',
      -2500,
    ],
    ['Malay', 'RESIT BAYARAN BALIK\nBAJU      59.90\nJUMLAH    59.90\nTUNAI     59.90', -5990],
    ['Chinese', '退款单\n单号: R12\n词典     25.00\n总计     25.00', -2500],
    ['a credit note', 'CREDIT NOTE\nLAMPU     39.80\nTOTAL     39.80', -3980],
    ['a voided sale', 'VOID TRANSACTION\nBUKU      25.00\nTOTAL     25.00\nVISA      25.00', -2500],
    ['a cancelled sale', '** BATAL **\nBUKU      25.00\nJUMLAH    25.00', -2500],
  ],
  'in question',
)

table('what is paid in total and followed by change was handed over', [
  ['of a note', 'CAKE    15.40\nGRAND TOTAL RM    15.40\nTOTAL PAID    50.00\nCHANGE    34.60', 1540],
  [
    'with rounding',
    'TOTAL    15.39\nROUNDING    0.01\nTOTAL    15.40\nTotal Amount Paid RM 20.00\nBaki RM 4.60',
    1540,
  ],
  ['but not without change', 'FEES    90.00\nSERVICE    5.40\nTOTAL PAID    95.40\nCHANGE    0.00', 9540],
])

table('the conditions of a shop make no refund', [
  ['before the items', 'STRICTLY NO CASH REFUND\nBUKU     25.00\nTOTAL    25.00', 2500],
  ['below the total', 'BUKU     25.00\nTOTAL    25.00\nEXCHANGE OR REFUND WITHIN 7 DAYS', 2500],
  ['goods sold', 'GOODS SOLD ARE NOT REFUNDABLE\nBUKU     25.00\nTOTAL    25.00', 2500],
  ['Malay', 'TIADA BAYARAN BALIK\nBUKU     25.00\nJUMLAH    25.00', 2500],
  ['nothing given back', 'PETROL   50.00\nTOTAL    50.00\nPREPAY DEPOSIT   50.00\nREFUND    0.00', 5000],
])

table('the patient pays what the insurer does not', [
  [
    'a guarantee letter',
    'ROOM AND BOARD   800.00\nSURGEON FEE   3,200.00\nTOTAL CHARGES   4,000.00\nLESS COVERED BY INSURER (GL)   -3,500.00\nPATIENT PORTION   500.00\nAMOUNT PAID BY PATIENT   500.00',
    50000,
  ],
  ['Malay', 'JUMLAH CAJ   1,250.00\nDITANGGUNG INSURANS   1,000.00\nBAYARAN PESAKIT   250.00', 25000],
  ['an employer', 'TOTAL    180.00\nPAID BY EMPLOYER   150.00\nCO-PAYMENT   30.00\nCASH    30.00', 3000],
  [
    'a balance',
    'TOTAL BILL   2,400.00\nLESS GUARANTEE LETTER   2,000.00\nBALANCE    400.00\nVISA   400.00',
    40000,
  ],
  ['Chinese', '总计   600.00\n保险支付   450.00\n自付   150.00', 15000],
])

table('a premium, not what is insured', [
  ['life', 'SUM ASSURED    RM 500,000.00\nPREMIUM PAID   RM 250.00', 25000],
  ['takaful', 'JUMLAH PERLINDUNGAN   RM 100,000.00\nCARUMAN DIBAYAR   RM 150.00', 15000],
  [
    'medical',
    'ANNUAL LIMIT   RM 1,000,000.00\nANNUAL PREMIUM   RM 1,830.00\nTOTAL PREMIUM PAYABLE   RM 1,830.00',
    183000,
  ],
  ['Chinese', '保额   RM 80,000.00\n保费   RM 96.00', 9600],
])

describe('a total paid in parts is the part paid with this paper', () => {
  const ROWS: Row[] = [
    ['a deposit', 'SOFA   1,200.00\nTOTAL   1,200.00\nDEPOSIT PAID    300.00\nBALANCE DUE    900.00', 30000],
    [
      'the rest',
      'SOFA   1,200.00\nTOTAL   1,200.00\nLESS DEPOSIT   -300.00\nBALANCE    900.00\nVISA   900.00',
      90000,
    ],
    ['Malay', 'JUMLAH   800.00\nWANG MUKA    200.00\nBAKI    600.00\nTUNAI    600.00', 60000],
    ['Chinese', '总计   800.00\n订金    200.00\n余款    600.00', 20000],
    [
      'a part payment',
      'FEES   900.00\nTOTAL   900.00\nAMOUNT PAID    500.00\nOUTSTANDING BALANCE    400.00',
      50000,
    ],
  ]
  for (const [what, text, sen] of ROWS) test(what, () => assert.equal(totalOf(text)?.value, sen))
  test('in question where no payment shows which part it is', () => {
    const read = totalOf('SOFA   1,200.00\nTOTAL   1,200.00\nDEPOSIT    300.00\nBALANCE    900.00')
    assert.ok(read && read.confidence < IN_QUESTION, JSON.stringify(read))
  })
  test('cash and change are no parts', () => {
    const read = totalOf('BUKU   61.90\nTOTAL   61.90\nCASH   100.00\nCHANGE   38.10')
    assert.equal(read?.value, 6190)
    assert.ok(read.confidence >= SURE)
  })
  test('a deposit on the list of items is an item', () => {
    assert.equal(totalOf('BILIK   150.00\nDEPOSIT    50.00\nTOTAL   200.00\nCASH   200.00')?.value, 20000)
  })
})

table(
  'a receipt without a total is in question',
  [
    [
      'cut in half: the sum of its items',
      'SPM PHYSICS   25.00\nATLAS DUNIA   40.00\nKAMUS DEWAN   89.90',
      15490,
    ],
    ['Malay', 'NASI LEMAK   8.50\nTEH TARIK   2.50\nROTI CANAI   1.80', 1280],
    ['Chinese', '云吞面 WANTAN MEE   9.00\n奶茶 TEH C   3.20', 1220],
    ['one amount', 'RAWATAN GIGI   120.00', 12000],
    ['its last amount is the sum', 'SPM PHYSICS   25.00\nATLAS DUNIA   40.00\n65.00', 6500],
  ],
  'in question',
)

table('the total after rounding, wherever it is printed', [
  [
    'before the payment',
    'BUKU   72.93\nTOTAL   72.93\nROUNDING   0.02\nROUNDED TOTAL   72.95\nCASH   72.95',
    7295,
  ],
  [
    'after the payment',
    'BUKU   72.93\nTOTAL   72.93\nCASH   80.00\nCHANGE   7.05\nROUNDING   0.02\nNET TOTAL   72.95',
    7295,
  ],
  ['Malay', 'JUMLAH   43.97\nPELARASAN PENGGENAPAN   -0.02\nJUMLAH PERLU DIBAYAR   43.95', 4395],
  ['Chinese', '小计   21.98\n四舍五入   0.02\n总计   22.00\n现金   22.00', 2200],
  [
    'a subtotal with a quantity',
    'BUKU   41.43\nSUBTOTAL (QTY 4)   RM41.43\nROUNDING   RM0.02\nSUBTOTAL (QTY 4)   RM41.45\nCASH   50.00\nCHANGE   8.55',
    4145,
  ],
])

table(
  'cash less change says what was paid',
  [
    ['English', 'BUKU   61.90\nTOTAL   61.90\nCASH   100.00\nCHANGE   38.10', 6190],
    ['Malay', 'BUKU   61.90\nJUMLAH   61.90\nTUNAI   70.00\nBAKI   8.10', 6190],
    ['Chinese', '词典   61.90\n总计   61.90\n现金   70.00\n找零   8.10', 6190],
  ],
  'sure',
)

test('a total that no payment confirms is in question', () => {
  const read = totalOf('BUKU   25.00\nATLAS   40.00\nTOTAL   68.00\nCASH   100.00\nCHANGE   35.00')
  assert.ok(read && read.confidence < SURE, JSON.stringify(read))
})
