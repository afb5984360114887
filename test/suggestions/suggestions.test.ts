import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadLaw } from '../../server/services/law.ts'
import { merchantKey } from '../../server/suggestions/merchant-key.ts'
import { loadRules } from '../../server/suggestions/rulebook.ts'
import { createSuggester } from '../../server/suggestions/suggester.ts'
import { type PastDecision, type SuggestionInput, toStored } from '../../server/suggestions/suggestion.ts'

const law = await loadLaw()
const suggestWorded = createSuggester(law)
const suggest = (input: SuggestionInput) => toStored(suggestWorded(input))

const input = (changes: Partial<SuggestionInput>): SuggestionInput => ({
  year: 2025,
  merchant: null,
  amountSen: null,
  items: [],
  text: '',
  past: [],
  ...changes,
})
const items = (...lines: [description: string, sen: number, classification?: string][]) =>
  lines.map(([description, amountSen, classification = null]) => ({ description, amountSen, classification }))

/** The parts of the suggestion for lines that make up the whole amount, short. */
function partsOf(changes: Partial<SuggestionInput>) {
  const amountSen = changes.items?.reduce((sum, item) => sum + item.amountSen, 0) ?? null
  const { parts } = suggest(input({ amountSen, ...changes }))
  return parts.map(({ relief, sen, question }) => [relief, sen, question !== null] as const)
}
const decided = (day: string, ...parts: [relief: string | null, sen: number][]): PastDecision => ({
  day,
  parts: parts.map(([relief, sen]) => ({ relief, sen, person: null })),
})

test('a bookshop is judged line by line, with reasons a person can check', () => {
  const { parts, from } = suggest(
    input({
      merchant: 'POPULAR BOOK CO',
      amountSen: 4540,
      items: items(['SPM PHYSICS', 3290], ['A4 PAPER', 1250]),
    }),
  )
  assert.equal(from, 'rules')
  assert.deepEqual(parts, [
    {
      relief: 'lifestyle-books',
      sen: 3290,
      person: null,
      items: [0],
      reason: "POPULAR BOOK CO: bookshop; line 'SPM PHYSICS' reads as a book",
      confidence: 0.85,
      question: null,
    },
    {
      relief: null,
      sen: 1250,
      person: null,
      items: [1],
      reason: "line 'A4 PAPER' is stationery and does not count",
      confidence: 0.9,
      question: null,
    },
  ])
})

test('the same in Malay', () => {
  const { parts } = suggestWorded(
    input({
      merchant: 'POPULAR BOOK CO',
      amountSen: 4540,
      items: items(['SPM PHYSICS', 3290], ['A4 PAPER', 1250]),
      past: [],
    }),
  )
  assert.deepEqual(
    parts.map(({ reason }) => reason.ms),
    [
      "POPULAR BOOK CO: kedai buku; baris 'SPM PHYSICS' dibaca sebagai buku",
      "baris 'A4 PAPER' ialah alat tulis dan tidak dikira",
    ],
  )
  const [again] = suggestWorded(
    input({ merchant: 'KEDAI ALI', past: [decided('2025-03-03', ['lifestyle-books', 5000])] }),
  ).parts
  assert.equal(again?.reason.ms, 'Anda membuat keputusan yang sama untuk peniaga ini pada 3 Mac 2025')
})

test('a line without words of its own follows the shop, less surely', () => {
  const [worded] = suggest(input({ merchant: 'MPH', items: items(['NOVEL', 2000]) })).parts
  const [wordless] = suggest(input({ merchant: 'MPH', items: items(['LASKAR PELANGI', 2000]) })).parts
  assert.equal(wordless?.relief, 'lifestyle-books')
  assert.ok((wordless?.confidence ?? 1) < (worded?.confidence ?? 0))
})

test('discounts, taxes and roundings are shared by the lines to the sen', () => {
  const lines = items(
    ['SPM PHYSICS', 3333],
    ['SPM CHEMISTRY', 3333],
    ['A4 PAPER', 3334],
    ['MEMBER DISCOUNT', 0],
  )
  assert.deepEqual(partsOf({ merchant: 'MPH', items: lines, amountSen: 8999 }), [
    ['lifestyle-books', 5999, false],
    [null, 3000, false],
  ])
  const promoted = items(['PROMO NOVEL SET', 6000], ['VOUCHER', -1000], ['DELIVERY FEE', 500])
  assert.deepEqual(partsOf({ merchant: 'MPH', items: promoted }), [['lifestyle-books', 5500, false]])
  const discounted = items(
    ['SPM PHYSICS', 5000],
    ['DISCOUNT 10%', -1000],
    ['A4 PAPER', 5000],
    ['ROUNDING ADJ', 1],
  )
  assert.deepEqual(partsOf({ merchant: 'MPH', items: discounted }), [
    ['lifestyle-books', 4501, false],
    [null, 4500, false],
  ])
})

test('a refund note makes negative parts', () => {
  const lines = items(['SPM PHYSICS', -3290], ['A4 PAPER', -1250])
  const expected = [
    ['lifestyle-books', -3290, false],
    [null, -1250, false],
  ]
  assert.deepEqual(partsOf({ merchant: 'MPH', items: lines }), expected)
  const unsigned = lines.map((line) => ({ ...line, amountSen: -line.amountSen }))
  assert.deepEqual(partsOf({ merchant: 'MPH', items: unsigned, amountSen: -4540 }), expected)
})

test('lines that are missing or do not add up leave the whole amount to the merchant, and the reason says so', () => {
  for (const lines of [[], items(['SPM PHYSICS', 3290])]) {
    const { parts } = suggest(input({ merchant: 'MPH BOOKSTORES', amountSen: 20000, items: lines }))
    const [part] = parts
    assert.deepEqual([parts.length, part?.relief, part?.sen], [1, 'lifestyle-books', 20000])
    assert.match(part?.reason ?? '', /lines could not be read/)
    assert.ok((part?.confidence ?? 1) < 0.5)
  }
  const at = { merchant: 'MPH BOOKSTORES', amountSen: 20000 }
  const some = items(['EXERCISE BOOK', 400], ['LASKAR PELANGI', 2000])
  assert.deepEqual(partsOf({ ...at, items: some }), [['lifestyle-books', 20000, true]])
  assert.deepEqual(partsOf({ ...at, items: some.slice(0, 1) }), [[null, 20000, false]])
})

test('an amount that is not known in ringgit is said, and no sen are suggested', () => {
  const [part] = suggest(input({ merchant: 'MPH BOOKSTORES' })).parts
  assert.deepEqual([part?.relief, part?.sen], ['lifestyle-books', 0])
  assert.match(part?.reason ?? '', /amount in ringgit is not known/)
})

test('without lines the words of the page are asked about, not taken', () => {
  const text = 'KLINIK SURIA\nVAKSIN INFLUENZA\nJUMLAH 120.00'
  assert.deepEqual(partsOf({ merchant: 'KLINIK SURIA', amountSen: 12000, text }), [
    ['medical-vaccination', 12000, true],
  ])
})

test('a merchant that was not read is known by the head of the page', () => {
  const text = 'NO. 12\nKLINIK PERGIGIAN SENYUM\nJALAN UNIVERSITI'
  assert.deepEqual(partsOf({ text, items: items(['RAWATAN', 9000]) }), [['medical-dental', 9000, false]])
  assert.deepEqual(partsOf({ merchant: 'KEDAI ALI JALAN UNIVERSITI', items: items(['BARANG', 900]) }), [
    [null, 900, false],
  ])
})

test('a quotation is no receipt', () => {
  const text = 'SEBUT HARGA\nIPHONE 17'
  const [part] = suggest(input({ merchant: 'APPLE STORE', amountSen: 400000, text })).parts
  assert.equal(part?.relief, null)
  assert.match(part?.reason ?? '', /quotation/)
})

test('while the year is unknown the last one is used and said', () => {
  const [part] = suggest(
    input({ year: null, merchant: 'ZOO NEGARA', items: items(['TIKET MASUK', 4500]) }),
  ).parts
  assert.equal(part?.relief, 'domestic-tourism')
  assert.match(part?.reason ?? '', /the rules of 2026 were used/)
})

test('what a year has no relief for is said with the year', () => {
  const [part] = suggest(
    input({ year: 2024, merchant: 'ZOO NEGARA', items: items(['TIKET MASUK', 4500]) }),
  ).parts
  assert.equal(part?.relief, null)
  assert.match(part?.reason ?? '', /2024 has no relief for it/)
})

test('words are whole words: no gym in a gymnast, no sports in transports', () => {
  for (const merchant of ['GYMNASTIK ENTERPRISE', 'TRANSPORTSERVIS', 'MARHABOOKING', 'HOSPITALITY SERVICES'])
    assert.deepEqual(partsOf({ merchant, items: items(['PERKHIDMATAN', 5000]) }), [[null, 5000, false]])
})

test('misread letters, lost spaces and accents change nothing', () => {
  for (const merchant of ['P0PULAR B00KSTORE', 'POPULARBOOKSTORE', 'Pópular Bookstóre', 'POPULAR BOOK STORE'])
    assert.deepEqual(partsOf({ merchant, items: items(['N0VEL', 2000], ['EXERC1SE BOOK', 300]) }), [
      ['lifestyle-books', 2000, false],
      [null, 300, false],
    ])
})

test('the class of an e-invoice line', async (t) => {
  const at = (merchant: string, year: number, ...lines: [string, number, string][]) =>
    partsOf({ merchant, year, items: items(...lines) })
  await t.test('names the relief of the year', () => {
    assert.deepEqual(at('ABC SERVICES', 2023, ['MAY', 15000, '013']), [
      ['lifestyle-gym-membership', 15000, false],
    ])
    assert.deepEqual(at('ABC SERVICES', 2024, ['MAY', 15000, '013']), [['sports-gym-training', 15000, false]])
    assert.deepEqual(at('ABC SERVICES', 2023, ['RAWATAN', 15000, '041']), [[null, 15000, false]])
  })
  await t.test('gives way to words that exclude: a warranty is no computer', () => {
    assert.deepEqual(
      at('ABC SERVICES', 2025, ['LAPTOP', 300000, '003'], ['EXTENDED WARRANTY', 30000, '003']),
      [
        ['lifestyle-devices', 300000, false],
        [null, 30000, false],
      ],
    )
  })
  await t.test('stands against words that exclude weakly', () => {
    assert.deepEqual(at('MPH BOOKSTORES', 2025, ['THE RED PEN', 3000, '026']), [
      ['lifestyle-books', 3000, false],
    ])
  })
  await t.test('is asked about where it fits several reliefs, unless the words or the shop tell', () => {
    assert.deepEqual(at('ABC SERVICES', 2025, ['ITEM', 5000, '038']), [['sports-equipment', 5000, true]])
    assert.deepEqual(at('ABC SERVICES', 2025, ['SEWA GELANGGANG', 5000, '038']), [
      ['sports-facility', 5000, false],
    ])
    assert.deepEqual(at('KELAB GOLF', 2025, ['ITEM', 5000, '038']), [['sports-facility', 5000, false]])
  })
  await t.test('says that nothing counts, or says nothing', () => {
    assert.deepEqual(at('MPH BOOKSTORES', 2025, ['ITEM', 5000, '025']), [[null, 5000, false]])
    assert.deepEqual(at('MPH BOOKSTORES', 2025, ['ITEM', 5000, '022']), [['lifestyle-books', 5000, false]])
  })
  await t.test('makes a consolidated or self-billed e-invoice no evidence at all', () => {
    for (const code of ['004', '036'])
      assert.deepEqual(at('MPH BOOKSTORES', 2025, ['NOVEL', 5000, code], ['KAMUS', 5000, '026']), [
        [null, 10000, false],
      ])
  })
})

test('what was decided before', async (t) => {
  const books = decided('2025-03-03', ['lifestyle-books', 5000])
  const none = decided('2025-03-03', [null, 5000])
  await t.test('comes first, with the day it was decided', () => {
    const { parts, from } = suggest(input({ merchant: 'KEDAI ALI', amountSen: 5000, past: [books] }))
    assert.equal(from, 'past')
    assert.deepEqual(
      [parts[0]?.relief, parts[0]?.reason],
      ['lifestyle-books', 'You decided the same for this merchant on 3 March 2025'],
    )
  })
  await t.test('also where it was that nothing counts', () => {
    const { parts, from } = suggest(input({ merchant: 'MPH BOOKSTORES', amountSen: 5000, past: [none] }))
    assert.deepEqual([from, parts.length, parts[0]?.relief], ['past', 1, null])
  })
  await t.test('is surer the more often it was decided', () => {
    const sure = (past: PastDecision[]) =>
      suggest(input({ merchant: 'KEDAI ALI', amountSen: 5000, past })).parts[0]?.confidence ?? 0
    assert.ok(sure([books, books]) > sure([books]))
    assert.equal(sure([books, none]), sure([books]))
  })
  await t.test('keeps for whom it was', () => {
    const past = [
      { day: '2025-01-02', parts: [{ relief: 'medical-dental', sen: 100, person: 'child' as const }] },
    ]
    assert.equal(suggest(input({ merchant: 'DR LIM', amountSen: 100, past })).parts[0]?.person, 'child')
  })
  await t.test('settles what is disputed', () => {
    const past = [decided('2025-03-03', ['sports-equipment', 20000])]
    const lines = items(['RUNNING SHOE', 20000])
    assert.deepEqual(partsOf({ merchant: 'DECATHLON', items: lines, past }), [
      ['sports-equipment', 20000, false],
    ])
  })
  await t.test('does not make stationery a book', () => {
    const lines = items(['SPM PHYSICS', 3000], ['A4 PAPER', 1000])
    assert.deepEqual(partsOf({ merchant: 'MPH', items: lines, past: [books] }), [
      ['lifestyle-books', 3000, false],
      [null, 1000, false],
    ])
  })
  await t.test(
    'asks once where nothing was counted but a line reads as counting, and not after the second time',
    () => {
      const lines = items(['SPM PHYSICS', 3000], ['A4 PAPER', 1000])
      assert.deepEqual(partsOf({ merchant: 'MPH', items: lines, past: [none] }), [
        ['lifestyle-books', 3000, true],
        [null, 1000, false],
      ])
      assert.deepEqual(partsOf({ merchant: 'MPH', items: lines, past: [none, none] }), [[null, 4000, false]])
    },
  )
  await t.test('does not hold where the year lacks the relief or an e-invoice says otherwise', () => {
    const gym = decided('2024-01-05', ['lifestyle-gym-membership', 15000])
    assert.deepEqual(partsOf({ merchant: 'CHI FITNESS', amountSen: 15000, past: [gym] }), [
      ['sports-gym-training', 15000, false],
    ])
    const { parts, from } = suggest(
      input({ merchant: 'KEDAI ALI', past: [books], items: items(['MAY', 15000, '013']) }),
    )
    assert.deepEqual([from, parts[0]?.relief], ['rules', 'sports-gym-training'])
  })
  await t.test('a split is laid over the same amount exactly, over another in proportion and asked', () => {
    const past = [decided('2025-02-01', ['lifestyle-internet', 12900], [null, 2000])]
    assert.deepEqual(partsOf({ merchant: 'UNIFI', amountSen: 14900, past }), [
      ['lifestyle-internet', 12900, false],
      [null, 2000, false],
    ])
    assert.deepEqual(partsOf({ merchant: 'UNIFI', amountSen: 10000, past }), [
      ['lifestyle-internet', 8658, true],
      [null, 1342, true],
    ])
  })
  await t.test('a split is left where the lines tell', () => {
    const past = [decided('2025-02-01', ['lifestyle-books', 100], [null, 900])]
    const lines = items(['SPM PHYSICS', 3000], ['A4 PAPER', 1000])
    assert.deepEqual(partsOf({ merchant: 'MPH', items: lines, past }), [
      ['lifestyle-books', 3000, false],
      [null, 1000, false],
    ])
  })
})

test('papers of any size and kind are answered, the parts adding up to the amount', () => {
  const text = 'GYM BOOK ZAKAT '.repeat(200_000) + 'PEN\n'.repeat(200_000)
  const many = Array.from({ length: 5_000 }, (_, at) => ['', 'BUKU', '((((', 'A4 '.repeat(500)][at % 4] ?? '')
  const lines = items(...many.map((description): [string, number] => [description, 101]))
  for (const merchant of ['MPH BOOKSTORES', 'X'.repeat(100_000), '', '☃'])
    for (const amountSen of [505_000, 1, 0, -505_000, 100_000_000_000, null]) {
      const { parts } = suggest(input({ merchant, text, items: lines, amountSen }))
      assert.equal(
        parts.reduce((sum, { sen }) => sum + sen, 0),
        amountSen ?? 505_000,
      )
      for (const { reason } of parts) assert.ok(reason.length < 1_000)
    }
})

test('a rule that cannot be right is found when the rules are loaded', () => {
  const merchant = { id: 'shop', words: 'shop', reads: { en: 'a shop', ms: 'kedai' }, confidence: 0.5 }
  const item = { ...merchant, id: 'thing', reliefs: ['lifestyle-books'] }
  const wrong: [Parameters<typeof loadRules>[1], RegExp][] = [
    [[{ merchants: [{ ...merchant, reliefs: ['lifestyle-bocks'] }] }], /shop: no year has lifestyle-bocks/],
    [[{ merchants: [{ ...merchant, reliefs: ['disabled-self'] }] }], /shop: no year has disabled-self/],
    [[{ merchants: [merchant], items: [{ ...item, id: 'shop' }] }], /shop is the id of two rules/],
    [[{ merchants: [merchant], items: [{ ...item, also: ['market'] }] }], /thing: no merchant market/],
    [[{ merchants: [{ ...merchant, confidence: 2 }] }], /confidence/],
  ]
  for (const [files, message] of wrong) assert.throws(() => loadRules(law, files), message)
})

test('one key for one merchant', () => {
  const same = [
    [
      'AEON CO. (M) BHD',
      'Aeon Co (M) Bhd. (126926-H)',
      'AEON CO (M) BHD - TAMAN MALURI',
      'AEON CO. (M) BERHAD',
    ],
    ['MR. D.I.Y. (KUCHAI) SDN BHD', 'MR D.I.Y (M) SDN BHD', 'MR.D.I.Y.(M)SDN BHD', 'Mr DIY'],
    ['POPULAR BOOK CO. (M) SDN BHD', 'P0PULAR BOOK CO (M) S/B', 'Popular Book Co. @ Mid Valley'],
    ['TEALIVE TAMAN MOLEK', 'TEALIVE CAWANGAN KEPONG', 'tealive'],
    ["DOMINO'S PIZZA", 'DOMINOS PIZZA BRANCH 12'],
  ]
  for (const [first = '', ...others] of same)
    for (const other of others) assert.equal(merchantKey(other), merchantKey(first), other)
  const keys = ['KLINIK TAMAN DESA', 'KLINIK TAMAN MELAWATI', '7-ELEVEN', '99 SPEEDMART', '大众书局'].map(
    merchantKey,
  )
  assert.equal(new Set(keys).size, keys.length)
  for (const name of ['***', 'SDN BHD', '(M)', ' ', '123456-X', 'X'.repeat(500)]) {
    assert.ok(merchantKey(name).length > 0)
    assert.ok(merchantKey(name).length <= 60)
  }
})
