import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import sharp from 'sharp'
import { answerOf } from '../../bench/receipts/answer.ts'
import { asPhoneWould } from '../../bench/receipts/damage/phone.ts'
import { damagedScan } from '../../bench/receipts/damage/scan.ts'
import { type Drawn, drawReceipt, fileOf } from '../../bench/receipts/draw.ts'
import { kinds } from '../../bench/receipts/kinds/index.ts'
import { pagesOf, textOf } from '../../bench/receipts/text.ts'
import { readFields } from '../../server/reading/fields/index.ts'

/** Numbers of receipts of each kind that are looked at. */
const NUMBERS = [1, 2, 3]

const all: Drawn[] = []
for (const kind of kinds) for (const number of NUMBERS) all.push(await drawReceipt(kind, number))

const writingOf = ({ sheet }: Drawn) =>
  sheet.marks.flatMap((mark) => (mark.is === 'text' ? [mark.text] : [])).join('\n')

test('there are thirty kinds or more, in three languages', () => {
  assert.ok(kinds.length >= 30)
  assert.equal(new Set(kinds.map((kind) => kind.name)).size, kinds.length)
  assert.deepEqual(new Set(all.map(({ purchase }) => purchase.language)), new Set(['ms', 'en', 'zh']))
})

test('the items less their discounts, the fees, the taxes and the rounding add up to the total', () => {
  for (const { purchase } of all) {
    const { subtotalSen, extras, serviceSen, taxSen, isTaxIncluded, roundingSen, totalSen } = purchase.sums
    const items = purchase.items.reduce((sum, item) => sum + item.amountSen, 0)
    const fees = extras.reduce((sum, { sen }) => sum + sen, 0)
    assert.equal(items, subtotalSen)
    for (const { quantity, unitPriceSen, discountSen, amountSen } of purchase.items) {
      assert.equal(Math.round(quantity * unitPriceSen) - discountSen, amountSen)
    }
    const added = isTaxIncluded ? 0 : (taxSen ?? 0)
    assert.equal(subtotalSen + fees + serviceSen + added + roundingSen, totalSen)
    assert.ok(Math.abs(roundingSen) <= 2 && totalSen > 0)
    assert.ok(purchase.payment.tenderedSen >= totalSen)
    if (purchase.payment.method === 'cash') assert.equal(totalSen % 5, 0)
  }
})

test('days lie in 2023 to 2026, and service tax has the rate of its day', () => {
  for (const { purchase } of all) {
    assert.ok('2023-01-01' <= purchase.day && purchase.day < '2026-12-01')
    if (purchase.kind !== 'hotel' || purchase.sums.taxSen === null) continue
    assert.equal(purchase.sums.taxPercent, purchase.day < '2024-03-01' ? 6 : 8)
  }
})

test('what the answer says is written on the receipt', () => {
  for (const drawn of all) {
    const { company, total, number, items } = answerOf(drawn)
    const writing = writingOf(drawn).replaceAll(',', '').replace(/\s+/g, ' ')
    for (const text of [company, total, number, ...items.map(([description]) => description)]) {
      assert.ok(writing.includes(text.replaceAll(',', '')), `${drawn.purchase.kind}: ${text}`)
    }
  }
})

test('the same number draws the same receipt, another number another one', async () => {
  const [clinic, petrol] = ['clinic', 'petrol'].map((name) => kinds.find((kind) => kind.name === name))
  assert.ok(clinic && petrol)
  const flat = async (number: number) => (await fileOf(await drawReceipt(petrol, number), 'none')).content
  const [once, again, other] = await Promise.all([flat(7), flat(7), flat(8)])
  assert.ok(once.equals(again))
  assert.ok(!once.equals(other))
  const photographs = await Promise.all([asPhoneWould(once, 8), asPhoneWould(once, 8), asPhoneWould(once, 5)])
  assert.ok(photographs[0]?.equals(photographs[1] as Buffer))
  assert.ok(!photographs[0]?.equals(photographs[2] as Buffer))
  const answers = await Promise.all([7, 7].map(async (number) => answerOf(await drawReceipt(clinic, number))))
  assert.deepEqual(answers[0], answers[1])
})

test('a scan is turned, or photographed on a table, the same way for the same seed', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'scan-'))
  try {
    const scan = join(folder, 'scan.png')
    const petrol = kinds.find((kind) => kind.name === 'petrol')
    assert.ok(petrol)
    await writeFile(scan, (await fileOf(await drawReceipt(petrol, 7), 'none')).content)
    const sizeOf = async (picture: Buffer) => {
      const { width, height } = await sharp(picture).metadata()
      return [width, height]
    }
    const [width, height] = await sizeOf(await damagedScan(scan, 'clean', 1))
    assert.deepEqual(await sizeOf(await damagedScan(scan, 'rot90', 1)), [height, width])
    assert.deepEqual(await sizeOf(await damagedScan(scan, 'rot180', 1)), [width, height])
    const [once, again, other] = await Promise.all([1, 1, 2].map((seed) => damagedScan(scan, 'photo', seed)))
    assert.ok(once?.equals(again as Buffer) && !once.equals(other as Buffer))
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('the field rules read the true text of nearly all', () => {
  const read = all.map((drawn) => ({ drawn, fields: readFields([textOf(drawn)], { today: '2026-12-01' }) }))
  const share = (isRight: (one: (typeof read)[number]) => boolean) =>
    read.filter(isRight).length / read.length
  assert.ok(share(({ drawn, fields }) => fields.date?.value === drawn.purchase.day) >= 0.85)
  assert.ok(share(({ drawn, fields }) => fields.totalSen?.value === drawn.purchase.sums.totalSen) >= 0.9)
})

test('the total of a bill of several pages is read from another page than its name', async () => {
  const bills = all.filter(({ sheet }) => sheet.pages > 1)
  assert.equal(new Set(bills.map(({ purchase }) => purchase.kind)).size, 5)
  const read = bills.map((drawn) => ({ drawn, fields: readFields(pagesOf(drawn), { today: '2026-12-01' }) }))
  const right = read.filter(({ drawn, fields }) => fields.totalSen?.value === drawn.purchase.sums.totalSen)
  assert.ok(right.length >= 0.9 * read.length, `${right.length} of ${read.length}`)
  for (const { fields } of right) assert.notEqual(fields.totalSen?.page, 1)
  const { ending, content } = await fileOf(bills[0] as Drawn, 'phone')
  assert.equal(ending, 'pdf')
  assert.equal(content.toString('latin1').match(/\/Type \/Page\b/g)?.length, bills[0]?.sheet.pages)
})
