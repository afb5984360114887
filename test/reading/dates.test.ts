import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { IN_QUESTION, readText, SURE } from '../support/read-text.ts'

const dateOn = (row: string, today?: string) =>
  readText(`KEDAI CONTOH SDN BHD\n${row}\nBUKU      5.00\nTOTAL     5.00`, today).date

const PRINTED: [class_: string, forms: [printed: string, iso: string][]][] = [
  [
    'a time with a point behind it',
    [
      ['TARIKH: 5 MAC 2026, 10.30 PAGI', '2026-03-05'],
      ['DATE: 14-MAR-2026 / 9.15 PM', '2026-03-14'],
      ['TARIKH: 3 OGOS 2025, 9.05 MLM', '2025-08-03'],
      ['DATE: 14/03/2026, 9.15', '2026-03-14'],
      ['14.03.2026 10.30', '2026-03-14'],
      ['日期: 14/03/2026 上午 9.15', '2026-03-14'],
      ['MASA: 11.12 TARIKH: 14/03/2026', '2026-03-14'],
    ],
  ],
  [
    'the day as an ordinal',
    [
      ['TARIKH: 3HB SEPTEMBER 2025', '2025-09-03'],
      ['TARIKH: 3 HB. SEPT 2025', '2025-09-03'],
      ['TARIKH: 10 HARI BULAN MAC 2026', '2026-03-10'],
      ['DATE: 14TH OF MARCH 2026', '2026-03-14'],
      ['DATE: 1ST JAN 2026', '2026-01-01'],
      ['DATED THIS 22ND DAY OF MAY 2026', '2026-05-22'],
    ],
  ],
  [
    'the month in front',
    [
      ["Mar05'24", '2024-03-05'],
      ["DATE: MAR 05 '24", '2024-03-05'],
      ['MAR-05-24', '2024-03-05'],
      ['DATE PAID MARCH 14, 2026', '2026-03-14'],
    ],
  ],
  [
    'one wrong letter in the month',
    [
      ['DATE: 3 SEPTEMBEP 2025', '2025-09-03'],
      ['TARIKH: 3 0G0S 2025', '2025-08-03'],
      ['DATE: 12-0KT-25', '2025-10-12'],
      ['DATE: 12/OCI/2025', '2025-10-12'],
      ['DATE: 25 MARC 2026', '2026-03-25'],
      ['TARIKH: 7 DISEMBFR 2025', '2025-12-07'],
    ],
  ],
  [
    'Chinese signs',
    [
      ['日期: 2026年3月14日', '2026-03-14'],
      ['开票日期：2026 年 12 月 1 日', '2026-12-01'],
      ['2025年10月5号 10:15', '2025-10-05'],
    ],
  ],
]

for (const [what, forms] of PRINTED)
  describe(`dates with ${what}`, () => {
    for (const [printed, iso] of forms)
      test(printed, () => assert.equal(dateOn(printed, '2026-12-20')?.value, iso))
  })

describe('numbers of units, lots and streets are no dates', () => {
  for (const row of [
    'NO. 12, #02-07/24, JALAN BESAR',
    'LOT 3-12-20, PLAZA DAMAI',
    'UNIT NO. 12-3-18',
    'NO. 3-5-17, JALAN MELUR',
    'BLOK A-3-12-20',
    'B-3-12-20 PANGSAPURI MURNI',
    'JALAN SS 2/3/18',
    'TINGKAT 3-11-19 MENARA TIMUR',
  ]) {
    test(row, () => assert.equal(dateOn(row), null))
    test(`${row}, beside the date`, () => assert.equal(dateOn(`${row}\n7/5/2026`)?.value, '2026-05-07'))
  }
})

describe('the year may stand first', () => {
  for (const printed of ['DATE: 25-03-14 19:15', '26/03/14 10:15', 'TARIKH 24.06.11'])
    test(`${printed} is in question`, () => {
      const read = dateOn(printed)
      assert.ok(read && read.confidence < IN_QUESTION, JSON.stringify(read))
    })
  test('and does where another date proves it', () => {
    const read = dateOn('DATE: 25-03-14\nDELIVERY ON 14 MAR 2025')
    assert.equal(read?.value, '2025-03-14')
  })
  for (const [printed, iso] of [
    ['DATE: 14/03/26', '2026-03-14'],
    ['DATE: 25/03/26', '2026-03-25'],
    ['TARIKH: 21-12-25', '2025-12-21'],
  ] as const)
    test(`${printed} is certain: it is recent with the day first`, () => {
      const read = dateOn(printed)
      assert.equal(read?.value, iso)
      assert.ok(read && read.confidence >= SURE, JSON.stringify(read))
    })
  test('day first on a receipt of the years of GST', () => {
    const read = dateOn('GST ID: 001234567890\nDATE: 23/04/17')
    assert.equal(read?.value, '2017-04-23')
    assert.ok(read && read.confidence >= SURE, JSON.stringify(read))
  })
})

describe('a pattern printed with the date settles its order', () => {
  for (const [rows, iso] of [
    ['DATE (YY/MM/DD): 26/03/05', '2026-03-05'],
    ['DATE (YY-MM-DD): 25-12-11', '2025-12-11'],
    ['DATE (DD/MM/YY): 26/03/05', '2005-03-26'],
    ['DATE (MM/DD/YYYY): 03/05/2026', '2026-03-05'],
    ['DATE (MM/DD/YY)   03/05/26', '2026-03-05'],
    ['DATE: 03/05/2026 (MM/DD/YYYY)', '2026-03-05'],
    ['DATE: 26/03/05   YY/MM/DD', '2026-03-05'],
    ['MM/DD/YYYY 03/05/2026 10:15', '2026-03-05'],
    ['Date (dd.mm.yyyy) 03.05.2026', '2026-05-03'],
    ['DATE [OD/MM/YY]: 25/03/24', '2024-03-25'],
    ['DATE (DDMMYY): 140326', '2026-03-14'],
    ['DATE YYMMDD 260314', '2026-03-14'],
    ['DATE (MMDDYYYY): 03052026', '2026-03-05'],
    ['DATE (YYYY/MM/DD): 2026/03/05', '2026-03-05'],
    ['DATE (DAY/MONTH/YEAR): 25/03/24', '2024-03-25'],
    ['DATE (YEAR/MONTH/DAY): 25/03/24', '2025-03-24'],
    ['TARIKH (HH/BB/TT): 25/03/24', '2024-03-25'],
    ['TARIKH (TT/BB/HH): 25/03/24', '2025-03-24'],
    ['TARIKH (HB/BLN/THN)   25/03/24', '2024-03-25'],
    ['TARIKH (HARI/BULAN/TAHUN): 25-03-24', '2024-03-25'],
    ['TARIKH (DD/MM/YY): 25/03/24', '2024-03-25'],
    ['日期 (年/月/日): 25/03/24', '2025-03-24'],
    ['日期 (日/月/年): 25/03/24', '2024-03-25'],
    ['DATE (YY/MM/DD)\n26/03/05', '2026-03-05'],
    ['INVOICE NO.   DATE (MM/DD/YYYY)   CASHIER\nA1023   03/05/2026   NUR', '2026-03-05'],
    ['TARIKH: 25/03/24\n(TT/BB/HH)', '2025-03-24'],
    ['ALL DATES YY/MM/DD\nNO. 12\nDATE: 26/03/05', '2026-03-05'],
    ['ALL DATES DD/MM/YY\nNO. 12\nDATE: 25/03/24', '2024-03-25'],
  ] as const)
    test(rows.replace('\n', ', '), () => {
      const read = dateOn(rows)
      assert.equal(read?.value, iso)
      if (iso > '2018') assert.ok(read && read.confidence >= SURE, JSON.stringify(read))
    })

  test('each column by its own', () => {
    assert.equal(dateOn('DATE (YY/MM/DD)   DUE (DD/MM/YY)\n26/03/05   26/04/25')?.value, '2026-03-05')
  })
  test('but not where its figures are no day in that order', () => {
    assert.equal(dateOn('DATE (DD/MM/YYYY): 03/25/2026')?.value, '2026-03-25')
    assert.equal(dateOn('DATE (YY/MM/DD): 14/03/2026')?.value, '2026-03-14')
  })
  test('and one elsewhere does not where another date shows the day first', () => {
    assert.equal(dateOn('FORM MM/DD/YY\nNO. 12\nDATE: 03/05/2026\nDUE 25/05/2026')?.value, '2026-05-03')
  })
  test('six digits without a pattern are no date', () => {
    assert.equal(dateOn('DATE: 140326'), null)
  })
})

describe('the month stands first where another date proves it', () => {
  for (const [rows, iso] of [
    ['DATE: 03/04/2026\nORDERED 02/25/2026', '2026-03-04'],
    ['DATE: 03/04/2026\nPAID ON MARCH 4, 2026', '2026-03-04'],
    ['DATE: 03/04/2026 10:15\nSTATEMENT 2026-03-04', '2026-03-04'],
    ['DATE: 03/04/2026\nDUE 25/04/2026', '2026-04-03'],
  ] as const)
    test(rows.replace('\n', ', '), () => assert.equal(dateOn(rows)?.value, iso))
})

describe('a digit too many', () => {
  for (const [printed, iso] of [
    ['DATE: 112/08/2026', '2026-08-11'],
    ['RECEIPT #: C500224314 DATE: 112/08/2026', '2026-08-11'],
    ['TARIKH 492-03-2026', null],
    ['TARIKH 425-03-2026', '2026-03-25'],
  ] as const)
    test(`${printed} is read in question where one is left out that makes a day`, () => {
      const read = dateOn(printed)
      assert.equal(read?.value ?? null, iso)
      assert.ok(!read || read.confidence < IN_QUESTION, JSON.stringify(read))
    })
  test('does not make a date of a number without a label', () => {
    assert.equal(dateOn('INVOICE NO. 112/08/2026'), null)
  })
})

describe('a day that is unlikely today is in question', () => {
  for (const [printed, today] of [
    ['DATE: 14/03/2012', undefined],
    ['DATE: 14/03/2016', undefined],
    ['DATE: 12/12/2026', '2026-11-20'],
    ['TARIKH: 5 JUN 2027', '2026-11-20'],
  ] as const)
    test(printed, () => {
      const read = dateOn(printed, today)
      assert.ok(read && read.confidence < IN_QUESTION, JSON.stringify(read))
    })
  test('today is not', () => {
    const read = dateOn('DATE: 20/11/2026 08:15', '2026-11-20')
    assert.ok(read && read.confidence >= SURE, JSON.stringify(read))
  })
})

describe('the month stands first where the receipt comes from there', () => {
  const from = (head: string[], date: string, total: string) =>
    readText([...head, `Date: ${date}`, 'Books    12.50', `Total ${total}`].join('\n'), '2026-11-29').date
  const US = ['HARBOR BOOKS LLC', '12 Main Street, Springfield, IL 62701']

  test('by its address and its currency, for sure', () => {
    for (const total of ['US$12.50', 'USD 12.50', '$12.50']) {
      const date = from(US, '03/05/2026', total)
      assert.equal(date?.value, '2026-03-05', total)
      assert.ok((date?.confidence ?? 0) > SURE, `${total}: ${date?.confidence}`)
    }
    assert.equal(from(['SARI STORE', 'Makati, Philippines'], '03/05/2026', 'PHP 12.50')?.value, '2026-03-05')
  })

  test('by one of them, in question', () => {
    for (const [head, total] of [
      [['HARBOR BOOKS'], 'USD 12.50'],
      [US, '12.50'],
    ] as const) {
      const date = from([...head], '03/05/2026', total)
      assert.equal(date?.value, '2026-03-05')
      assert.ok((date?.confidence ?? 1) < IN_QUESTION, String(date?.confidence))
    }
  })

  test('but not where that day is to come, or another date shows the day first', () => {
    assert.equal(from(US, '12/11/2026', 'US$12.50')?.value, '2026-11-12')
    assert.equal(from([...US, 'Delivery 28/02/2026'], '03/05/2026', 'US$12.50')?.value, '2026-05-03')
  })

  test('and not elsewhere, whatever the currency', () => {
    const home = ['KEDAI CONTOH SDN BHD', 'Jalan Besar, 50000 Kuala Lumpur']
    assert.equal(from(home, '03/05/2026', 'USD 12.50')?.value, '2026-05-03')
    assert.equal(from(home, '03/05/2026', 'RM 12.50')?.value, '2026-05-03')
    assert.equal(from(['BOOKS PTE LTD', 'Singapore 238801'], '03/05/2026', '$12.50')?.value, '2026-05-03')
  })
})

test('a day in a sentence of the terms is not the day of the bill', () => {
  for (const sentence of [
    'Terms of 1 January 2022 apply. Ask for them, or call between 8.30 am and 5.30 pm.',
    'Terma bertarikh 1 Januari 2022 terpakai. Hubungi kami antara 8.30 pagi dan 5.30 petang.',
  ]) {
    const read = readText(`JALUR TELEKOM BERHAD\nBILL NO 123\n12/05/2026\nTOTAL   RM 129.00\n${sentence}`)
    assert.equal(read.date?.value, '2026-05-12')
  }
})
