import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import file from '../law/official-examples.json' with { type: 'json' }
import { type Client, signUp, startApp, type TestApp } from '../support/app.ts'
import { allocate, claimed, entered, lineOf } from '../support/claims.ts'
import { type Answer, get, isProblem } from '../support/receipts.ts'
import { factsPut } from '../support/taxpayer.ts'

/** The computations of test/law, here from facts and receipts to the answer of the server. */
const examples = file as Answer

/** What stands on statements and so is told of the taxpayer; everything else has a receipt. */
const STATED: Record<string, (sen: number) => object> = {
  'epf-approved-scheme': (sen) => ({ epf: { compulsorySen: sen } }),
  'sspn-net-deposit': (sen) => ({ sspn: { depositsSen: sen + 100, withdrawalsSen: 100 } }),
  'housing-loan-interest-500k': (interestSen) => ({
    housingLoan: { relief: 'housing-loan-interest-500k', interestSen },
  }),
}
const AMOUNTS = [
  'socso-eis',
  'life-insurance-or-voluntary-epf',
  'prs-deferred-annuity',
  'education-medical-insurance',
]

/** The relief everybody has, in sen. */
const INDIVIDUAL = 900_000

describe('the examples of the public rulings, through receipts', () => {
  let app: TestApp
  before(async () => {
    app = await startApp()
  })
  after(() => app.close())

  for (const [index, { source, year, spend, allowed }] of examples.rulings.entries()) {
    test(source, async () => {
      const client = await signUp(app, `ruling${index}@example.org`)
      for (const [code, totalSen] of Object.entries(spend) as [string, number][])
        await claimed(client, { date: `${year}-07-01`, totalSen }, code)
      const { reliefs, allowedSen } = await get(client, `/tax-years/${year}/claims`)
      for (const [code, sen] of Object.entries(allowed)) assert.equal(lineOf(reliefs, code).allowedSen, sen)
      const all = Object.values(allowed).reduce<number>((total, sen) => total + Number(sen), INDIVIDUAL)
      assert.equal(allowedSen, all)
    })
  }
})

describe('worked computations, through facts and receipts', () => {
  let app: TestApp
  before(async () => {
    app = await startApp()
  })
  after(() => app.close())

  async function told(client: Client, example: Answer) {
    const { year, spend } = example
    const named = Object.entries(spend) as [string, number][]
    const amounts = Object.fromEntries(named.filter(([code]) => AMOUNTS.includes(code)))
    const stated = named.map(([code, sen]) => STATED[code]?.(sen) ?? {})
    await factsPut(client, year, {
      income: { employment: example.totalIncomeSen },
      amounts: { ...amounts, 'rebate-zakat-fitrah': example.zakatSen },
      ...Object.assign({}, ...stated),
      ...(example.married && { maritalStatus: 'married', spouse: {} }),
      children: Array.from({ length: example.childrenUnder18 }, () => ({ bornOn: `${year - 9}-05-20` })),
    })
    const date = `${year}-07-01`
    for (const [code, totalSen] of named.filter(([code]) => !AMOUNTS.includes(code) && !STATED[code])) {
      // Dental work was no head in YA2023: a receipt cannot count for it.
      if (year === 2023 && code === 'medical-dental') {
        const receipt = await entered(client, { date, totalSen })
        await isProblem(await allocate(client, receipt, [{ relief: code, sen: 1 }]), 400, 'validation_failed')
      } else await claimed(client, { date, totalSen }, code)
    }
  }

  for (const example of examples.computations) {
    test(`${example.id}: ${example.title}`, async () => {
      const client = await signUp(app, `${example.id.toLowerCase()}@example.org`)
      await told(client, example)
      const { computation } = await get(client, `/tax-years/${example.year}/estimate`)
      assert.deepEqual(
        [computation.reliefsSen, computation.chargeableIncomeSen, computation.taxSen, computation.payableSen],
        [example.totalReliefSen, example.chargeableSen, example.taxSen, example.payableSen],
      )
      const codes = { self: 'rebate-self', spouse: 'rebate-spouse', zakat: 'rebate-zakat-fitrah' }
      const rebates = Object.entries(example.rebates).map(([name, sen]) => [
        codes[name as keyof typeof codes],
        sen,
      ])
      assert.deepEqual(
        computation.rebates.flatMap((line: Answer) =>
          line.grantedSen ? [[line.code, line.grantedSen]] : [],
        ),
        rebates,
      )
      const claims = await get(client, `/tax-years/${example.year}/claims`)
      for (const [code, sen] of Object.entries(example.reliefs))
        assert.equal(lineOf(claims.reliefs, code).allowedSen, sen, code)
      assert.equal(claims.allowedSen, example.totalReliefSen)
    })
  }
})
