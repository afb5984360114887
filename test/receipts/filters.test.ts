import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Client, signUp, type TestApp } from '../support/app.ts'
import { shapes } from '../support/aws-app.ts'
import { allocate, claimed, entered } from '../support/claims.ts'
import { changed, fileForm, get, isProblem, picture, type Receipt } from '../support/receipts.ts'

for (const { name, start } of shapes) {
  describe(`filters of the list: ${name}`, () => {
    let app: TestApp
    let ana: Client
    const ids: Record<string, string> = {}
    const keep = (key: string, receipt: Receipt) => {
      ids[key] = receipt.id
      return receipt
    }

    before(async () => {
      app = await start()
      ana = await signUp(app, 'ana@example.org')
      const shop = { merchant: 'DECATHLON', date: '2025-02-01', totalSen: 12_000 }
      keep(
        'sports',
        await claimed(ana, shop, [
          { relief: 'sports-equipment', sen: 5_000, person: 'child' },
          { relief: 'lifestyle-books', sen: 7_000, person: 'self' },
        ]),
      )
      const dentist = { merchant: 'KLINIK GIGI', date: '2025-03-01', totalSen: 20_000 }
      keep('dentist', await claimed(ana, dentist, 'medical-dental'))
      const certified = await claimed(ana, { ...dentist, date: '2025-03-02' }, 'medical-dental')
      keep('certified', certified)
      const certificate = await ana.fetch(`/receipts/${certified.id}/files?role=certificate`, {
        method: 'POST',
        body: fileForm(await picture()),
        headers: { 'if-match': `"${certified.version}"` },
      })
      assert.equal(certificate.status, 201)
      const open = { merchant: 'KLINIK PERGIGIAN SENYUM', date: '2025-04-01', totalSen: 30_000 }
      keep('suggested', await entered(ana, open))
      const dollars = {
        merchant: 'ABROAD',
        date: '2025-05-01',
        currency: 'SGD',
        totalSen: 1_000,
        myrSen: 3_500,
      }
      keep('foreign', await entered(ana, dollars))
      keep('refund', await entered(ana, { merchant: 'REFUND', date: '2026-05-01', totalSen: -2_000 }))
      const gone = await entered(ana, { merchant: 'DECATHLON', date: '2025-06-01', totalSen: 4_000 })
      const allocated = await allocate(ana, gone, [{ relief: 'sports-equipment', sen: 4_000 }])
      keep('trashed', await changed(ana, (await allocated.json()) as Receipt, { method: 'DELETE' }))
    })
    after(() => app.close())

    const nameOf = (id: string) => Object.keys(ids).find((key) => ids[key] === id) ?? id
    async function found(query: string) {
      const { receipts, total } = await get(ana, `/receipts?${query}`)
      assert.equal(total, receipts.length)
      return receipts.map(({ id }) => nameOf(id)).toSorted()
    }

    test('each narrows the list, and all can be combined', async () => {
      const cases: [string, string[]][] = [
        ['relief=sports-equipment', ['sports']],
        ['relief=medical-dental', ['certified', 'dentist', 'suggested']],
        ['relief=medical-dental&status=confirmed', ['certified', 'dentist']],
        ['relief=no-such-relief', []],
        ['person=child', ['sports']],
        ['relief=lifestyle-books&person=self', ['sports']],
        ['relief=lifestyle-books&person=child', []],
        ['minSen=12000&maxSen=20000', ['certified', 'dentist', 'sports']],
        ['minSen=20001', ['suggested']],
        ['maxSen=3500', ['foreign', 'refund']],
        ['maxSen=0', ['refund']],
        ['certificate=missing', ['dentist']],
        ['certificate=missing&relief=sports-equipment', []],
        ['yearOfAssessment=2025&maxSen=12000', ['foreign', 'sports']],
        ['text=klinik&minSen=25000', ['suggested']],
        ['text=RM200.00', ['certified', 'dentist']],
        ['text=1/3/2025', ['dentist']],
        ['text=35&yearOfAssessment=2025', ['foreign']],
        ['trash=true&relief=sports-equipment', ['trashed']],
        ['trash=true&relief=medical-dental', []],
      ]
      for (const [query, expected] of cases) assert.deepEqual(await found(query), expected, query)
    })

    test('goes page by page, each receipt once', async () => {
      const seen: string[] = []
      for (let cursor = ''; ; ) {
        const page = await get(ana, `/receipts?yearOfAssessment=2025&minSen=12000&limit=2${cursor}`)
        seen.push(...page.receipts.map(({ id }) => nameOf(id)))
        if (page.nextCursor === null) break
        cursor = `&cursor=${page.nextCursor}`
      }
      assert.deepEqual(seen, ['suggested', 'certified', 'dentist', 'sports'])
    })

    test('the number of all is said where it costs little', async () => {
      const page = await get(ana, '/receipts?yearOfAssessment=2025&limit=2')
      const { STORAGE }: Record<string, string | undefined> = app.env
      assert.equal(page.total, STORAGE === 'aws' ? null : 5)
      const next = await get(ana, `/receipts?yearOfAssessment=2025&limit=2&cursor=${page.nextCursor}`)
      assert.equal(next.total, page.total)
      assert.equal((await get(ana, '/receipts?minSen=1&limit=1')).total, null)
    })

    test('wrong values are named', async () => {
      for (const [query, path] of [
        ['minSen=1.5', '/minSen'],
        ['minSen=', '/minSen'],
        ['maxSen=many', '/maxSen'],
        ['person=cat', '/person'],
        ['certificate=there', '/certificate'],
        ['example=perhaps', '/example'],
      ]) {
        const { errors } = await isProblem(await ana.fetch(`/receipts?${query}`), 400, 'validation_failed')
        assert.equal(errors[0].path, path)
      }
    })
  })
}
