import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Client, signUp, startApp, type TestApp } from '../support/app.ts'
import { allocate, entered, lineOf } from '../support/claims.ts'
import { changed, createScriptedReader, get, type Receipt, typedIn, uploaded } from '../support/receipts.ts'

const BOOKSHOP = [
  'POPULAR BOOK CO (M) SDN BHD',
  '(113825-W)',
  'DATE: 14/03/2025 10:15',
  'SPM PHYSICS 1 x 25.00 25.00',
  'A4 PAPER 80GSM 1 x 12.90 12.90',
  'TOTAL RM 37.90',
  'CASH 40.00',
  'CHANGE 2.10',
]

describe('the suggestion of a receipt', () => {
  const scripted = createScriptedReader(BOOKSHOP)
  let app: TestApp
  let ana: Client
  before(async () => {
    app = await startApp({ overrides: { reader: scripted.reader } })
    ana = await signUp(app, 'ana@example.org')
  })
  after(() => app.close())

  const partsOf = ({ suggestion }: Receipt) =>
    suggestion.parts.map(({ relief, sen, items }) => [relief, sen, items])

  test('stands on it once it was read, line by line, with reasons; it claims nothing by itself', async () => {
    const receipt = await uploaded(ana)
    assert.equal(receipt.suggestion.from, 'rules')
    assert.deepEqual(partsOf(receipt), [
      ['lifestyle-books', 2_500, [0]],
      [null, 1_290, [1]],
    ])
    const [book, paper] = receipt.suggestion.parts
    assert.match(book.reason, /POPULAR BOOK CO.*bookshop.*'SPM PHYSICS/)
    assert.match(paper.reason, /'A4 PAPER.*does not count/)
    for (const { confidence } of receipt.suggestion.parts) assert.ok(confidence > 0 && confidence <= 1)

    const claim = await get(ana, '/tax-years/2025/claims')
    const books = lineOf(claim.reliefs, 'lifestyle-books')
    assert.deepEqual([books.spentSen, books.allowedSen, books.withSuggestionsSen], [0, 0, 2_500])
    assert.deepEqual(claim.unconfirmed.receipts, [
      { id: receipt.id, sen: 3_790, suggested: [{ relief: 'lifestyle-books', sen: 2_500 }] },
    ])
  })

  test('is worded in the language that is asked for', async () => {
    const { id, suggestion } = await uploaded(ana)
    const answer = await ana.fetch(`/receipts/${id}`, { headers: { 'accept-language': 'ms' } })
    assert.equal(answer.headers.get('content-language'), 'ms')
    const malay = ((await answer.json()) as Receipt).suggestion
    assert.match(
      malay.parts[0].reason,
      /^POPULAR BOOK CO.*: kedai buku; baris 'SPM PHYSICS.*' dibaca sebagai buku$/,
    )
    assert.match(malay.parts[1].reason, /^baris 'A4 PAPER.*' ialah alat tulis dan tidak dikira$/)
    const untranslated = ({ parts, ...rest }: Receipt['suggestion']) => ({
      ...rest,
      parts: parts.map(({ reason, question, ...part }: Receipt['suggestion']['parts'][number]) => part),
    })
    assert.deepEqual(untranslated(malay), untranslated(suggestion))

    // The same when a later decision would change what is suggested.
    const other = await entered(ana, { merchant: 'POPULAR BOOK CO (M) SDN BHD', date: '2025-04-01' })
    await allocate(ana, other, [{ relief: null, sen: 1_000 }])
    const again = await ana.fetch(`/receipts/${id}`, { headers: { 'accept-language': 'ms' } })
    assert.deepEqual(((await again.json()) as Receipt).suggestion, malay)
    assert.deepEqual((await get(ana, `/receipts/${id}`)).suggestion, suggestion)
    await changed(ana, await get(ana, `/receipts/${other.id}`), { method: 'DELETE' })
  })

  test('is missing for a year without law, and says so; a corrected date brings it', async () => {
    const old = await entered(ana, { merchant: 'KLINIK PERGIGIAN SENYUM', date: '2017-03-01' })
    assert.deepEqual([old.suggestion, old.suggestionMissing], [null, 'no_law'])
    const known = await changed(ana, old, { method: 'PATCH', body: { date: '2025-03-01' } })
    assert.deepEqual([partsOf(known), known.suggestionMissing], [[['medical-dental', 10_000, []]], null])
    const again = await changed(ana, known, { method: 'PATCH', body: { date: '2017-03-01' } })
    assert.deepEqual([again.suggestion, again.suggestionMissing], [null, 'no_law'])
    const confirmed = await changed(ana, again, { path: '/confirm' })
    assert.deepEqual([confirmed.suggestion, confirmed.suggestionMissing], [null, 'no_law'])
  })

  test('is missing where the day or the amount is all that is known', async () => {
    const undated = await typedIn(ana, { totalSen: 100 })
    assert.deepEqual([undated.suggestion, undated.suggestionMissing], [null, 'no_date'])
    const unpriced = await typedIn(ana, { date: '2026-01-01' })
    assert.deepEqual([unpriced.suggestion, unpriced.suggestionMissing], [null, 'no_amount'])
  })

  test('that an earlier release stored for a year without law is ignored', async () => {
    const { id, suggestion } = await entered(ana, { merchant: 'KLINIK PERGIGIAN SENYUM', date: '2025-03-01' })
    const { store } = app.services.receipts
    const stored = await store.find(ana.sub, id)
    const [part] = suggestion.parts
    assert.ok(stored && part)
    const reason = 'There are no data of year of assessment 2017'
    const unfounded = { ...part, relief: null, reason, confidence: 0.5, question: null }
    await store.save({ ...stored, date: '2017-03-01', suggestion: { from: 'rules', parts: [unfounded] } })
    const read = await get(ana, `/receipts/${id}`)
    assert.deepEqual([read.suggestion, read.suggestionMissing], [null, 'no_law'])
  })

  test('follows a correction, by the law of the year it is then in', async () => {
    const dentist = await entered(ana, { merchant: 'KLINIK PERGIGIAN SENYUM', date: '2025-03-01' })
    assert.deepEqual(partsOf(dentist), [['medical-dental', 10_000, []]])
    const earlier = await changed(ana, dentist, { method: 'PATCH', body: { date: '2023-03-01' } })
    assert.deepEqual(partsOf(earlier), [[null, 10_000, []]])
    const shop = await changed(ana, earlier, { method: 'PATCH', body: { merchant: 'RESTORAN SEDAP' } })
    assert.deepEqual(partsOf(shop), [[null, 10_000, []]])
  })

  test('is what its owner decided for the same merchant before', async () => {
    const ben = await signUp(app, 'ben@example.org')
    const values = { merchant: 'KEDAI SUKAN JUARA SDN. BHD.', date: '2025-05-01' }
    const first = await entered(ben, values)
    const decided = await allocate(ben, first, [{ relief: 'sports-equipment', sen: 10_000, person: 'child' }])
    assert.equal(decided.status, 200)
    const next = await entered(ben, { ...values, merchant: 'Kedai Sukan Juara', date: '2025-06-01' })
    assert.equal(next.suggestion.from, 'past')
    assert.deepEqual(
      next.suggestion.parts.map(({ relief, person, sen }) => [relief, person, sen]),
      [['sports-equipment', 'child', 10_000]],
    )
    assert.match(next.suggestion.parts[0].reason, /2025/)
    const stranger = await entered(ana, { ...values, date: '2025-06-01' })
    assert.equal(stranger.suggestion.from, 'rules')
  })

  test('answers a question as its owner answered it for the same kind of line at another shop', async (t) => {
    const [cho, dev] = await Promise.all([signUp(app, 'cho@example.org'), signUp(app, 'dev@example.org')])
    const boughtBy = async (client: Client, merchant: string, day: string, shoes: string) => {
      scripted.answer(t, [
        merchant,
        `DATE: ${day}/2025 10:15`,
        `${shoes} 1 x 199.00 199.00`,
        'YOGA MAT 6MM 1 x 79.00 79.00',
        'TOTAL RM 278.00',
      ])
      return uploaded(client)
    }
    const shoesOf = ({ suggestion }: Receipt) => {
      const part = suggestion.parts.find(({ items }: { items: number[] }) => items.includes(0))
      assert.ok(part)
      return part
    }
    const first = await boughtBy(cho, 'DECATHLON MALAYSIA SDN BHD', '02/05', 'RUNNING SHOES')
    assert.match(shoesOf(first).question, /Sports shoes are disputed/)
    const decided = await allocate(cho, first, [{ relief: 'sports-equipment', sen: 27_800 }])
    assert.equal(decided.status, 200)

    const next = await boughtBy(cho, 'AL-IKHSAN SPORTS SDN BHD', '09/06', 'FUTSAL SHOES')
    const { relief, question, reason } = shoesOf(next)
    assert.deepEqual([next.suggestion.from, relief, question], ['past', 'sports-equipment', null])
    assert.match(reason, /line 'FUTSAL SHOES.*' is of a kind that you decided in the same way on 2 May 2025/)
    const answer = await cho.fetch(`/receipts/${next.id}`, { headers: { 'accept-language': 'ms' } })
    const malay = shoesOf((await answer.json()) as Receipt)
    assert.match(malay.reason, /baris 'FUTSAL SHOES.*' ialah jenis yang anda putuskan dengan cara yang sama/)

    const strangers = await boughtBy(dev, 'AL-IKHSAN SPORTS SDN BHD', '09/06', 'FUTSAL SHOES')
    assert.deepEqual([strangers.suggestion.from, shoesOf(strangers).question !== null], ['rules', true])

    // That they do not count is an answer, too: the yoga mat alone is claimed.
    const mat = await allocate(cho, next, [{ relief: 'sports-equipment', sen: 7_900 }])
    assert.equal(mat.status, 200)
    const third = await boughtBy(cho, 'ROYAL SPORTING HOUSE', '01/07', 'RUNNING SHOES')
    assert.deepEqual([shoesOf(third).relief, shoesOf(third).question], [null, null])

    // What is taken back is forgotten.
    for (const { id } of [first, next])
      assert.equal((await allocate(cho, await get(cho, `/receipts/${id}`), [])).status, 200)
    const last = await boughtBy(cho, 'SPORTS DIRECT', '02/07', 'RUNNING SHOES')
    assert.deepEqual([last.suggestion.from, shoesOf(last).question !== null], ['rules', true])
  })

  test('of a confirmed receipt stays as it was when it was confirmed', async () => {
    const receipt = await entered(ana, { merchant: 'KLINIK PERGIGIAN SENYUM', totalSen: 7_700 })
    const confirmed = await changed(ana, receipt, { path: '/confirm' })
    const renamed = await changed(ana, confirmed, { method: 'PATCH', body: { merchant: 'RESTORAN SEDAP' } })
    assert.deepEqual(renamed.suggestion, receipt.suggestion)
  })

  test('is none where nothing was read', async (t) => {
    scripted.answer(t, [])
    const receipt = await uploaded(ana)
    assert.equal(receipt.suggestion, null)
    assert.deepEqual((await get(ana, '/receipts?limit=1')).receipts[0].suggested, [])
  })
})
