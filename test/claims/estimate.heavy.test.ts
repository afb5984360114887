import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import type { FactEffects } from '../support/answers.ts'
import { type Client, signUp, startApp, type TestApp } from '../support/app.ts'
import { allocate, claimed, lineOf } from '../support/claims.ts'
import {
  changed,
  createScriptedReader,
  get,
  isProblem,
  LINES,
  type Receipt,
  uploaded,
} from '../support/receipts.ts'
import { factsPut } from '../support/taxpayer.ts'

const rm = (ringgit: number) => Math.round(ringgit * 100)
const salary = (ringgit: number) => ({ income: { employment: rm(ringgit) } })

describe('an estimate of the tax', () => {
  let app: TestApp
  let ana: Client
  let people = 0
  before(async () => {
    const lines = LINES.map((line) => line.replace('/2026', '/2025'))
    app = await startApp({ overrides: { reader: createScriptedReader(lines).reader } })
  })
  beforeEach(async () => {
    ana = await signUp(app, `ana${++people}@example.org`)
  })
  after(() => app.close())

  const estimate = (ya = 2025) => get(ana, `/tax-years/${ya}/estimate`)
  const payable = async (facts: object, ya = 2025): Promise<number> => {
    await factsPut(ana, ya, facts)
    return (await estimate(ya)).computation.payableSen
  }
  const relief = async (code: string, facts: object, ya = 2025) => {
    await factsPut(ana, ya, facts)
    const { reliefs } = await get(ana, `/tax-years/${ya}/claims`)
    return lineOf(reliefs, code).allowedSen
  }
  const askWith = (facts: object[]) =>
    ana.fetch('/tax-years/2025/estimate', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ facts }),
    })
  const estimated = async (facts: object[]) => (await (await askWith(facts)).json()) as FactEffects
  const warned = async (facts: object, ya = 2025) => {
    await factsPut(ana, ya, facts)
    return (await estimate(ya)).warnings
  }

  test('of somebody nothing is known about is nothing', async () => {
    const { computation, factsVersion, form, assessment, warnings } = await estimate()
    assert.deepEqual([factsVersion, form, assessment, warnings], [0, 'BE', 'separate', []])
    assert.deepEqual([computation.payableSen, computation.effectiveRateBasisPoints], [0, 0])
  })

  test('with other facts says what each would change, and stores nothing', async () => {
    const married = { ...salary(75_000), maritalStatus: 'married', spouse: salary(60_000) }
    const child = { bornOn: '2020-02-14' }
    const student = { bornOn: '2004-02-14', study: 'higher-education', shared: true }
    await factsPut(ana, 2025, married)
    const { now, estimates } = await estimated([
      { ...married, children: [child, student] },
      { ...married, children: [{ ...child, claimedBy: 'spouse' }] },
      { ...married, assessment: 'joint', taxPaidSen: rm(1) },
    ])
    const stored = (await estimate()).computation
    assert.deepEqual([now.payableSen, now.ratePercent, now.childrenSen], [stored.payableSen, 11, []])
    const [own, spouse, joint] = estimates
    assert.deepEqual(own.childrenSen, [rm(2000), rm(4000)])
    assert.equal(now.payableSen - own.payableSen, rm(660))
    assert.deepEqual([spouse.payableSen, spouse.childrenSen], [now.payableSen, [rm(2000)]])
    assert.ok(spouse.togetherSen < now.togetherSen)
    assert.equal(joint.assessment, 'joint')
    assert.equal(joint.payableSen - joint.balanceSen, rm(1))
    assert.deepEqual((await get(ana, '/tax-years/2025/taxpayer')).facts, married)
  })

  test('with other facts is refused by the place of what is wrong', async () => {
    const wrong = await isProblem(
      await askWith([{}, { amounts: { 'lifestyle-books': 1 } }]),
      400,
      'validation_failed',
    )
    assert.equal(wrong.errors[0].path, '/facts/1/amounts/lifestyle-books')
    await isProblem(await askWith([]), 400, 'validation_failed')
    await isProblem(await askWith(Array(9).fill({})), 400, 'validation_failed')
  })

  test('names each line in both languages, with its section and a source that is there', async () => {
    await factsPut(ana, 2025, {
      ...salary(75_000),
      amounts: { 'rebate-zakat-fitrah': rm(100), 'gift-library': rm(50) },
      taxPaidSen: rm(3000),
    })
    await claimed(ana, { totalSen: rm(100) }, 'lifestyle-books')
    const { computation, sources } = await estimate()
    assert.deepEqual(
      computation.lines.map(({ code, amountSen, section }) => [code, amountSen / 100, section]),
      [
        ['aggregate-income', 75_000, '43'],
        ['gift-library', -50, '44(8)'],
        ['total-income', 74_950, '44'],
        ['individual', -9000, '46(1)(a)'],
        ['lifestyle', -100, '46(1)(p)'],
        ['chargeable-income', 65_850, '45(1)'],
        ['tax-by-bands', 3243.5, 'Schedule 1 Part I'],
        ['rebate-zakat-fitrah', -100, '6A(3)'],
        ['foreign-tax-credit', 0, '132, 133'],
        ['payable', 3143.5, '6A'],
        ['tax-paid', -3000, '107, 107B, 107D, 110'],
        ['balance', 143.5, '107, 107B, 107D, 110'],
      ],
    )
    const { bands, charges, rebates, lines } = computation
    for (const line of [...lines, ...charges, ...rebates]) {
      assert.ok(line.en && line.ms && line.en !== line.code, line.code)
      assert.equal(typeof line.verified, 'boolean')
    }
    for (const line of [...lines, bands, ...charges, ...rebates])
      for (const { id } of line.sources) assert.ok(sources[id], id)
  })

  test('has the tax of each band, which together are the tax', async () => {
    await factsPut(ana, 2025, salary(75_000))
    const { computation } = await estimate()
    assert.deepEqual(
      computation.bands.lines.slice(0, 6).map((band) => [band.ratePercent, band.incomeSen, band.taxSen]),
      [
        [0, rm(5000), 0],
        [1, rm(15_000), rm(150)],
        [3, rm(15_000), rm(450)],
        [6, rm(15_000), rm(900)],
        [11, rm(16_000), rm(1760)],
        [19, 0, 0],
      ],
    )
    assert.deepEqual(
      [computation.taxSen, computation.payableSen, computation.savedByReliefsSen],
      [rm(3260), rm(3260), rm(4650 - 3260)],
    )
    assert.equal(computation.effectiveRateBasisPoints, 435)
  })

  test('counts confirmed receipts alone, and says what the suggestions for others would bring', async () => {
    await factsPut(ana, 2025, salary(75_000))
    const none = { receipts: 0, reliefsSen: rm(9000), payableSen: rm(3260), savesSen: 0 }
    assert.deepEqual((await estimate()).withSuggestions, none)
    const receipt = await uploaded(ana)
    const suggested = receipt.suggestion.parts.filter((part) => part.relief === 'lifestyle-books')
    assert.deepEqual(
      suggested.map(({ sen }) => sen),
      [rm(25)],
    )
    const before = await estimate()
    assert.equal(before.computation.payableSen, rm(3260))
    assert.deepEqual(before.withSuggestions, {
      receipts: 1,
      reliefsSen: rm(9025),
      payableSen: rm(3257.25),
      savesSen: rm(2.75),
    })
    const refused = await allocate(ana, receipt, [{ relief: null, sen: rm(25) }])
    assert.equal(
      (await estimate()).withSuggestions.savesSen,
      0,
      'what was said goes before what was suggested',
    )
    const response = await allocate(ana, (await refused.json()) as Receipt, [
      { relief: 'lifestyle-books', sen: rm(25) },
    ])
    assert.deepEqual((await estimate()).withSuggestions, before.withSuggestions)
    await changed(ana, (await response.json()) as Receipt, { path: '/confirm' })
    const after = await estimate()
    assert.equal(after.computation.payableSen, rm(3257.25))
    assert.deepEqual(after.withSuggestions, { ...before.withSuggestions, receipts: 0, savesSen: 0 })
  })

  test('knows dividends above RM100,000 and profit of an LLP', async () => {
    await factsPut(ana, 2025, { income: { employment: rm(100_000), dividend: rm(150_000) } })
    const { computation } = await estimate()
    assert.deepEqual(
      computation.charges.map(({ code, chargeableSen, taxSen }) => [code, chargeableSen, taxSen]),
      [['dividend-tax', rm(47_000), rm(940)]],
    )
    assert.equal(computation.payableSen, rm(3700 + 24_000 * 0.19 + 940))
  })

  test('takes voluntary EPF into what the compulsory one leaves, and the rest to life insurance', async () => {
    const epf = { compulsorySen: rm(3000), voluntarySen: rm(2500) }
    const code = 'life-insurance-or-voluntary-epf'
    assert.equal(await relief('epf-approved-scheme', { epf }), rm(4000))
    assert.equal(await relief(code, { epf, amounts: { [code]: rm(1000) } }), rm(2500))
    assert.equal(await relief(code, { epf, amounts: { [code]: rm(2000) } }), rm(3000))
  })

  test('takes off withdrawals from SSPN, those for education only before YA2025', async () => {
    const sspn = { depositsSen: rm(3000), withdrawalsSen: rm(500), educationWithdrawalsSen: rm(1000) }
    assert.equal(await relief('sspn-net-deposit', { sspn }, 2024), rm(1500))
    assert.equal(await relief('sspn-net-deposit', { sspn }, 2025), rm(2500))
  })

  test('shares the limit of a home loan by what each owner paid', async () => {
    const housingLoan = {
      relief: 'housing-loan-interest-500k',
      interestSen: rm(6000),
      togetherSen: rm(10_000),
    }
    assert.equal(await relief('housing-loan-interest', { housingLoan }), rm(4200))
  })

  test('stops a home loan after three years running, by what the earlier years say', async () => {
    const housingLoan = { relief: 'housing-loan-interest-500k', interestSen: rm(6000) }
    const first = { year: 2023, relief: 'housing-loan-interest-500k', amountSen: rm(1) }
    assert.equal(await relief('housing-loan-interest', { housingLoan, earlierClaims: [first] }, 2026), 0)
    assert.equal(await relief('housing-loan-interest', { housingLoan }, 2026), rm(6000))
    // Said in an earlier year, it need not be said again.
    await factsPut(ana, 2025, { earlierClaims: [first] })
    const { reliefs } = await get(ana, '/tax-years/2026/claims')
    assert.equal(lineOf(reliefs, 'housing-loan-interest').blockedByYear, 2023)
  })

  test('has the reliefs of children by age, study, disability and who claims them', async () => {
    const bornOn = (year: number, more = {}) => ({ bornOn: `${year}-05-20`, ...more })
    const children = [
      bornOn(2015),
      bornOn(2005, { study: 'higher-education' }),
      bornOn(2005, { study: 'pre-university' }),
      bornOn(2003),
      bornOn(2010, { disabled: true }),
      bornOn(2016, { shared: true }),
      bornOn(2017, { claimedBy: 'spouse' }),
      bornOn(2000, { married: true, study: 'higher-education' }),
    ]
    const of = rm(2000 + 8000 + 2000 + 8000 + 1000)
    assert.equal(await relief('child', { spouse: {}, children }), of)
  })

  test('has the spouse relief where nothing is earned, and none where nothing is known', async () => {
    assert.equal(await relief('spouse', { spouse: {} }), rm(4000))
    assert.equal(await relief('spouse', { spouse: salary(10_000) }), 0)
    assert.equal(await relief('spouse', { spouse: { foreignIncomeSen: rm(4000.01) } }), 0)
    assert.equal(await relief('disabled-spouse', { spouse: { disabled: true } }), rm(6000))
    assert.equal(await relief('disabled-self', { disabled: true }), rm(7000))
    const [unknown] = await warned({ maritalStatus: 'married' })
    assert.equal(unknown.code, 'spouse_unknown')
    assert.equal(await relief('spouse', { maritalStatus: 'married' }), 0)
  })

  test('has two departure levies in a lifetime, the earlier ones counted', async () => {
    const levy = (earlierTrips: number) => ({
      ...salary(80_000),
      departureLevy: { tripsSen: [rm(8), rm(20)], earlierTrips },
    })
    const [none, one, two] = [await payable(levy(0)), await payable(levy(1)), await payable(levy(2))]
    assert.deepEqual([two - none, two - one], [rm(28), rm(20)])
  })

  test('has no third departure levy, whether facts or receipts of earlier years say so', async () => {
    const levy = (ya: number, tripsSen: number[]) =>
      factsPut(ana, ya, { ...salary(80_000), departureLevy: { tripsSen } })
    const rebate = async () =>
      (await estimate()).computation.rebates.find(({ code }) => code === 'rebate-departure-levy')?.allowedSen
    await levy(2025, [rm(8), rm(20)])
    assert.equal(await rebate(), rm(28))
    await claimed(ana, { date: '2023-06-01', totalSen: rm(8) }, 'rebate-departure-levy')
    assert.equal(await rebate(), rm(20))
    await levy(2024, [rm(50)])
    assert.equal(await rebate(), 0)
  })

  test('has no levy that was given back', async () => {
    await factsPut(ana, 2025, salary(80_000))
    for (const totalSen of [rm(20), rm(8), -rm(20)]) await claimed(ana, { totalSen }, 'rebate-departure-levy')
    const { rebates } = (await estimate()).computation
    assert.equal(rebates.find(({ code }) => code === 'rebate-departure-levy')?.allowedSen, rm(8))
  })

  test('is made jointly in either name where that is wished and can be', async () => {
    const facts = { ...salary(120_000), spouse: salary(4000) }
    const way = async (assessment: string, more = {}) => {
      await factsPut(ana, 2025, { ...facts, ...more, assessment })
      const answer = await estimate()
      return [answer.assessment, answer.computation.totalIncomeSen, answer.computation.payableSen]
    }
    assert.deepEqual(await way('separate'), ['separate', rm(120_000), rm(12_150)])
    // 124,000 - 9,000 - 4,000.
    assert.deepEqual(await way('joint'), ['joint', rm(124_000), rm(12_150)])
    const inSpouses = await way('joint-in-spouse-name', { disabled: true })
    // The disabled one is the spouse of who is assessed: 6,000 more.
    assert.deepEqual(inSpouses, ['joint-in-spouse-name', rm(124_000), rm(10_650)])
    assert.deepEqual(await way('joint', { spouse: {} }), ['separate', rm(120_000), rm(11_150)])
    const [impossible] = (await estimate()).warnings
    assert.equal(impossible.code, 'joint_not_possible')
  })

  test('rests on the claims of both in a joint assessment, as the claims of the year do', async () => {
    const gift = { 'gift-library': rm(100) }
    await claimed(ana, { totalSen: rm(2000) }, 'lifestyle-books')
    const facts = {
      ...salary(120_000),
      amounts: gift,
      spouse: { ...salary(60_000), amounts: { ...gift, 'lifestyle-books': rm(1000) } },
    }
    const claims = async (assessment: string) => {
      await factsPut(ana, 2025, { ...facts, assessment })
      const claim = await get(ana, '/tax-years/2025/claims')
      const { computation } = await estimate()
      assert.equal(claim.allowedSen, computation.reliefsSen)
      const [{ givenSen, allowedSen }] = claim.gifts
      return [claim.allowedSen, givenSen, allowedSen].map((sen) => sen / 100)
    }
    assert.deepEqual(await claims('separate'), [9000 + 2000, 100, 100])
    assert.deepEqual(await claims('joint'), [9000 + 4000 + 2500, 200, 200])
    assert.deepEqual(await claims('joint-in-spouse-name'), [9000 + 4000 + 2500, 200, 200])
  })

  test('warns of what the facts and the receipts do not agree about', async () => {
    const mothers = await claimed(ana, { totalSen: rm(800) }, 'breastfeeding-equipment')
    const treated = await claimed(ana, { totalSen: rm(500) }, 'parents-medical-treatment')
    const insured = await claimed(ana, { totalSen: rm(300) }, 'education-medical-insurance')
    const facts = {
      children: [{ bornOn: '2024-02-14' }],
      parents: { living: 2, inMalaysia: false },
      amounts: { 'education-medical-insurance': rm(300) },
    }
    const found = async (more: object) =>
      (await warned({ ...facts, ...more })).map(({ code, relief, receipts }) => [code, relief, receipts])
    const agreed = [
      ['parents_abroad', 'parents-medical-treatment', [treated.id]],
      ['counted_twice', 'education-medical-insurance', [insured.id]],
      ['statement_missing', 'education-medical-insurance', []],
    ]
    const wife = ['wife_only', 'breastfeeding-equipment', [mothers.id]]
    assert.deepEqual(await found({}), [wife, ...agreed])
    assert.deepEqual(await found({ sex: 'female' }), agreed)
    assert.equal(await relief('breastfeeding-equipment', { sex: 'female' }), rm(800))
    assert.deepEqual(await found({ sex: 'male' }), [wife, ...agreed])
    assert.equal(await relief('breastfeeding-equipment', { sex: 'male' }), 0)
    assert.deepEqual(
      await warned({ ...facts, amounts: {}, sex: 'female', parents: { living: 2, inMalaysia: true } }),
      [],
    )
  })

  test('warns of a relief both of a couple claim', async () => {
    const sspn = { depositsSen: rm(100) }
    const warnings = await warned({ ...salary(60_000), sspn, spouse: { ...salary(60_000), sspn } })
    const both = warnings.find(({ code }) => code === 'claimed_by_both')
    assert.equal(both?.relief, 'sspn-net-deposit')
  })

  test('is everybody’s own, and needs a year with law', async () => {
    await factsPut(ana, 2025, salary(75_000))
    const ben = await signUp(app, `ben${people}@example.org`)
    assert.equal((await get(ben, '/tax-years/2025/estimate')).computation.payableSen, 0)
    await isProblem(await ana.fetch('/tax-years/2022/estimate'), 404, 'not_found')
    await isProblem(await fetch(`${app.url}/tax-years/2025/estimate`), 401, 'unauthenticated')
  })
})
