import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { ClaimLine } from '../support/answers.ts'
import { type Client, signUp, type TestApp } from '../support/app.ts'
import { shapes } from '../support/aws-app.ts'
import { einvoiceJson, einvoiceXml, type MadeUp, wrapped } from '../support/einvoices.ts'
import { changed, createScriptedReader, get, type Receipt, uploaded } from '../support/receipts.ts'

const ORIGINAL = { number: 'INV-2025-0042', uuid: 'GFSV5S3DR07TMXCS7033GA3J10' }

/** An invoice of 14 November 2025 over RM100 of books. */
const invoice = (made: MadeUp = {}) =>
  einvoiceXml({ ...amount('100.00'), number: ORIGINAL.number, date: '2025-11-14', ...made })

const note = (made: MadeUp = {}) =>
  einvoiceJson({
    ...amount('100.00'),
    number: 'CN-7',
    type: '02',
    date: '2026-01-20',
    original: ORIGINAL,
    ...made,
  })

function amount(sum: string): MadeUp {
  return {
    lines: [{ description: 'SPM PHYSICS', amount: sum }],
    tax: '0',
    totals: {
      LineExtensionAmount: sum,
      TaxExclusiveAmount: sum,
      TaxInclusiveAmount: sum,
      PayableAmount: sum,
    },
  }
}

for (const { name, start } of shapes)
  describe(`credit and refund notes: ${name}`, () => {
    let app: TestApp
    let ana: Client
    let people = 0

    before(async () => {
      app = await start({ overrides: { reader: createScriptedReader().reader } })
    })
    after(() => app.close())

    const somebody = async () => {
      ana = await signUp(app, `person${++people}@example.org`)
    }
    const allocate = (receipt: Receipt, allocations: object[]) =>
      changed(ana, receipt, {
        method: 'PUT',
        path: '/allocations',
        body: { allocations },
        headers: { 'content-type': 'application/json' },
      })
    /** Says that a receipt counts as suggested, and confirms it. */
    const take = async (receipt: Receipt) => {
      const parts = receipt.suggestion.parts.map(({ relief, sen, year }) => ({ relief, sen, year }))
      return changed(ana, await allocate(receipt, parts), { path: '/confirm' })
    }
    const claimed = async (receipt: Receipt, relief: string, sen: number) =>
      changed(ana, await allocate(receipt, [{ relief, sen }]), { path: '/confirm' })
    const spent = async (year: number, code: string) => {
      const find = (nodes: ClaimLine[]): ClaimLine[] =>
        nodes.flatMap((node) => (node.code === code ? [node] : find(node.children)))
      const { reliefs } = await get(ana, `/tax-years/${year}/claims`)
      return find(reliefs)[0]?.spentSen
    }

    for (const type of ['02', '04']) {
      test(`type ${type} takes back what the invoice was claimed for, in its year`, async () => {
        await somebody()
        const original = await claimed(await uploaded(ana, invoice()), 'lifestyle-books', 10000)
        assert.equal(await spent(2025, 'lifestyle-books'), 10000)
        const receipt = await uploaded(ana, note({ type }))
        assert.deepEqual(
          [receipt.totalSen, receipt.items[0].amountSen, receipt.yearOfAssessment],
          [-10000, -10000, 2026],
        )
        assert.deepEqual(receipt.einvoice.original, ORIGINAL)
        assert.equal(receipt.einvoice.originalReceiptId, original.id)
        const [part, ...more] = receipt.suggestion.parts
        assert.deepEqual(more, [])
        assert.deepEqual(
          [part.relief, part.sen, part.year, part.question],
          ['lifestyle-books', -10000, 2025, null],
        )
        assert.match(part.reason, /INV-2025-0042.*2025.*all of its claim/)
        assert.equal(await spent(2025, 'lifestyle-books'), 10000, 'nothing counts until it is confirmed')
        await take(receipt)
        assert.equal(await spent(2025, 'lifestyle-books'), 0)
        assert.equal(await spent(2026, 'lifestyle-books'), 0)
      })
    }

    test('know their invoice where both are read at the same time', async (context) => {
      await somebody()
      const { store } = app.services.receipts
      const { save } = store
      context.after(() => {
        store.save = save
      })
      const [looked, stored] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
      // The note has looked for its invoice, and is stored only after that looked for its notes.
      store.save = async (receipt, options) => {
        if (receipt.totalSen === -10000 && receipt.einvoice) {
          looked.resolve()
          await stored.promise
        }
        return save(receipt, options)
      }
      const early = uploaded(ana, note())
      await looked.promise
      const original = await uploaded(ana, invoice())
      stored.resolve()
      const receipt = await early
      assert.equal(receipt.einvoice.originalReceiptId, original.id)
      assert.deepEqual(
        receipt.suggestion.parts.map(({ year, question }) => [year, question]),
        [[2025, null]],
      )
    })

    test('are linked by the supplier’s number where they name no UUID, and by the UUID where it is known', async () => {
      await somebody()
      const byNumber = await uploaded(ana, invoice())
      const wrappedInvoice = wrapped(invoice({ number: 'RENUMBERED' }))
      const byUuid = await uploaded(ana, wrappedInvoice)
      const noUuid = { number: ORIGINAL.number, uuid: 'none' }
      const first = await uploaded(ana, note({ original: noUuid }))
      assert.deepEqual(first.einvoice.original, { number: ORIGINAL.number, uuid: null })
      assert.equal(first.einvoice.originalReceiptId, byNumber.id)
      const second = await uploaded(ana, note({ number: 'CN-8', original: { ...ORIGINAL, number: 'X' } }))
      assert.equal(second.einvoice.originalReceiptId, byUuid.id)
      const otherShop = { name: 'ANOTHER', tin: 'C1111111111', brn: '199901000001' }
      const third = await uploaded(ana, note({ number: 'CN-9', original: noUuid, supplier: otherShop }))
      assert.equal(third.einvoice.originalReceiptId, null)
    })

    test('never reach another person’s invoice', async () => {
      await somebody()
      await claimed(await uploaded(ana, wrapped(invoice())), 'lifestyle-books', 10000)
      await somebody()
      assert.equal((await uploaded(ana, note())).einvoice.originalReceiptId, null)
    })

    test('that came before their invoice are linked when it comes, and follow what it counts for', async () => {
      await somebody()
      const early = await uploaded(ana, note())
      assert.equal(early.einvoice.originalReceiptId, null)
      const original = await uploaded(ana, invoice())
      const linked = await get(ana, `/receipts/${early.id}`)
      assert.equal(linked.einvoice.originalReceiptId, original.id)
      const suggested = original.suggestion.parts.map(({ relief, sen }) => [relief, -sen, 2025])
      assert.deepEqual(
        linked.suggestion.parts.map(({ relief, sen, year }) => [relief, sen, year]),
        suggested,
      )
      assert.deepEqual(suggested, [['lifestyle-books', -10000, 2025]])
      // It takes back nothing of the note's own year.
      const { receipts } = await get(ana, '/receipts?yearOfAssessment=2026')
      assert.deepEqual(receipts[0].suggested, [])
      const allocated = await allocate(original, [{ relief: 'lifestyle-books', sen: 10000 }])
      const one = (await get(ana, `/receipts/${early.id}`)).suggestion.parts
      assert.deepEqual(
        [one.length, one[0].relief, one[0].sen, one[0].year],
        [1, 'lifestyle-books', -10000, 2025],
      )
      await allocate(allocated, [{ relief: null, sen: 10000 }])
      const none = (await get(ana, `/receipts/${early.id}`)).suggestion.parts
      assert.deepEqual([none.length, none[0].relief, none[0].sen, none[0].year], [1, null, -10000, undefined])
    })

    test('without their invoice ask what that was claimed for', async () => {
      await somebody()
      const { suggestion } = await uploaded(ana, note())
      const [part] = suggestion.parts
      assert.deepEqual([part.relief, part.sen], ['lifestyle-books', -10000])
      assert.match(part.question, /invoice is not among your receipts/)
    })

    test('of a part share it in proportion, to the sen, and ask which part it was', async () => {
      await somebody()
      const original = await uploaded(ana, invoice())
      await allocate(original, [
        { relief: 'lifestyle-books', sen: 3333 },
        { relief: 'lifestyle-internet', sen: 3333 },
      ])
      const { suggestion } = await uploaded(ana, note(amount('10.01')))
      assert.deepEqual(
        suggestion.parts.map(({ relief, sen, year }) => [relief, sen, year]),
        [
          ['lifestyle-books', -334, 2025],
          ['lifestyle-internet', -333, 2025],
          [null, -334, undefined],
        ],
      )
      for (const { question } of suggestion.parts) assert.match(question, /Which part/)
    })

    test('of lines that stand on the invoice take back what those lines count for', async () => {
      await somebody()
      const lines = [
        { description: 'SPM PHYSICS', amount: '45.90' },
        { description: 'A4 PAPER 70GSM', amount: '54.10' },
      ]
      const original = await uploaded(ana, invoice({ lines }))
      const paper = { ...amount('20.00'), lines: [{ description: 'A4 PAPER 70GSM', amount: '20.00' }] }
      const book = { ...amount('45.90'), lines: [{ description: 'SPM PHYSICS', amount: '45.90' }] }
      const partsOf = ({ suggestion }: Receipt) =>
        suggestion.parts.map(({ relief, sen, question }) => [relief, sen, question])
      assert.deepEqual(partsOf(await uploaded(ana, note(paper))), [[null, -2000, null]])
      const second = await uploaded(ana, note({ ...book, number: 'CN-8' }))
      assert.deepEqual(partsOf(second), [['lifestyle-books', -4590, null]])
      await allocate(original, [
        { relief: 'lifestyle-books', sen: 4590 },
        { relief: null, sen: 5410 },
      ])
      assert.deepEqual(partsOf(await get(ana, `/receipts/${second.id}`)), [['lifestyle-books', -4590, null]])
    })

    test('of more than was paid take back no more than that', async () => {
      await somebody()
      await claimed(await uploaded(ana, invoice()), 'lifestyle-books', 10000)
      const { suggestion } = await uploaded(ana, note(amount('130.00')))
      assert.deepEqual(
        suggestion.parts.map(({ relief, sen }) => [relief, sen]),
        [
          ['lifestyle-books', -10000],
          [null, -3000],
        ],
      )
    })

    test('of a credit and a refund for the same goods only one takes back', async () => {
      await somebody()
      await claimed(await uploaded(ana, invoice()), 'lifestyle-books', 10000)
      const partsOf = async (made: MadeUp) =>
        (await uploaded(ana, note(made))).suggestion.parts.map(({ relief, sen }) => [relief, sen])
      assert.deepEqual(await partsOf(amount('70.00')), [['lifestyle-books', -7000]])
      assert.deepEqual(await partsOf({ ...amount('100.00'), number: 'RN-8', type: '04' }), [
        ['lifestyle-books', -3000],
        [null, -7000],
      ])
      assert.deepEqual(await partsOf({ ...amount('100.00'), number: 'RN-9', type: '04' }), [[null, -10000]])
    })

    test('debit notes (03) add, and are suggested for like any receipt', async () => {
      await somebody()
      await claimed(await uploaded(ana, invoice()), 'lifestyle-books', 10000)
      const debit = await uploaded(ana, note({ ...amount('5.00'), type: '03' }))
      assert.equal(debit.totalSen, 500)
      for (const part of debit.suggestion.parts) assert.equal(part.year, undefined)
    })
  })
