import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import type { WhatIf } from '../support/answers.ts'
import { type Client, signUp, startApp, type TestApp } from '../support/app.ts'
import { claimed } from '../support/claims.ts'
import { get, isProblem } from '../support/receipts.ts'
import { factsPut } from '../support/taxpayer.ts'

const rm = (ringgit: number) => Math.round(ringgit * 100)
const salary = (ringgit: number) => ({ income: { employment: rm(ringgit) } })

describe('what if', () => {
  let app: TestApp
  let ana: Client
  let people = 0
  before(async () => {
    app = await startApp()
  })
  beforeEach(async () => {
    ana = await signUp(app, `ana${++people}@example.org`)
  })
  after(() => app.close())

  const ask = (body: unknown, ya = 2025) =>
    ana.fetch(`/tax-years/${ya}/claims/what-if`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  async function whatIf(body: unknown): Promise<WhatIf> {
    const response = await ask(body)
    const answer = (await response.json()) as WhatIf
    assert.equal(response.status, 200, JSON.stringify(answer))
    return answer
  }

  test('more is spent on a relief: as much counts as the limit leaves, at the rate of the band', async () => {
    await factsPut(ana, 2025, salary(75_000))
    await claimed(ana, { totalSen: rm(2200) }, 'lifestyle-books')
    const answer = await whatIf({ more: [{ relief: 'lifestyle-internet', sen: rm(500) }] })
    assert.deepEqual(answer.more, [
      { relief: 'lifestyle-internet', sen: rm(500), allowedSen: rm(300), savesSen: rm(33) },
    ])
    assert.deepEqual(answer.together, { allowedSen: rm(300), savesSen: rm(33) })
    assert.equal(answer.savesSen, rm(33))
    assert.equal(answer.now.own.payableSen - answer.after.own.payableSen, rm(33))
    assert.deepEqual(
      (await get(ana, '/tax-years/2025/estimate')).computation,
      answer.now.own,
      'nothing was stored',
    )
  })

  test('several at once: each alone, and together under one limit', async () => {
    await factsPut(ana, 2025, salary(75_000))
    const { more, together } = await whatIf({
      more: [
        { relief: 'lifestyle-books', sen: rm(2000) },
        { relief: 'lifestyle-internet', sen: rm(2000) },
        { relief: 'gift-library', sen: rm(100) },
        { relief: 'rebate-zakat-fitrah', sen: rm(50) },
        { relief: 'rebate-departure-levy', sen: rm(20) },
      ],
    })
    assert.deepEqual(
      more.map(({ allowedSen, savesSen }) => [allowedSen / 100, savesSen / 100]),
      [
        [2000, 220],
        [2000, 220],
        [100, 11],
        [50, 50],
        [20, 20],
      ],
    )
    assert.deepEqual(together, { allowedSen: rm(2500 + 100 + 70), savesSen: rm(286 + 70) })
  })

  test('a relief brings income down to where the rebate begins', async () => {
    await factsPut(ana, 2025, salary(44_001))
    const { more } = await whatIf({ more: [{ relief: 'sports-equipment', sen: rm(1) }] })
    assert.equal(more[0].savesSen, rm(400.06))
  })

  test('a couple is assessed jointly: every way, and the best of them', async () => {
    await factsPut(ana, 2025, {
      ...salary(120_000),
      spouse: { ...salary(4000), amounts: { 'medical-serious-disease': rm(9000) } },
    })
    const answer = await whatIf({ assessment: 'compare' })
    assert.deepEqual(answer.assessments, [
      { assessment: 'separate', payableSen: rm(12_150) },
      { assessment: 'joint', payableSen: rm(9900) },
      { assessment: 'joint-in-spouse-name', payableSen: rm(9900) },
    ])
    assert.equal(answer.best, 'joint')
    assert.deepEqual([answer.now.assessment, answer.after.assessment], ['separate', 'joint'])
    assert.deepEqual([answer.now.own.payableSen, answer.now.spouse.payableSen], [rm(12_150), 0])
    assert.deepEqual([answer.after.own.payableSen, answer.after.spouse], [rm(9900), null])
    assert.equal(answer.savesSen, rm(2250))
    const inHers = await whatIf({ assessment: 'joint-in-spouse-name' })
    assert.deepEqual([inHers.after.own, inHers.after.spouse.payableSen], [null, rm(9900)])
  })

  test('two good incomes are better apart', async () => {
    await factsPut(ana, 2025, { ...salary(90_000), spouse: salary(90_000), assessment: 'joint' })
    const answer = await whatIf({ assessment: 'separate' })
    assert.equal(answer.best, 'separate')
    assert.deepEqual(
      [answer.now.payableSen, answer.after.payableSen, answer.savesSen],
      [rm(26_150), rm(11_580), rm(14_570)],
    )
  })

  test('spending more under a joint assessment is told apart from the change of assessment', async () => {
    await factsPut(ana, 2025, { ...salary(90_000), spouse: salary(90_000) })
    const more = [{ relief: 'lifestyle-books', sen: rm(100) }]
    const answer = await whatIf({ assessment: 'joint', more })
    assert.equal(answer.more[0].savesSen, rm(25))
    assert.equal(answer.together.savesSen, rm(25))
    assert.equal(answer.savesSen, rm(11_580 - (26_150 - 25)))
  })

  test('another spouse is taken in place of the one stored, and not stored', async () => {
    await factsPut(ana, 2025, salary(120_000))
    const { now, assessments } = await whatIf({ spouse: salary(90_000), assessment: 'compare' })
    assert.equal(now.spouse.payableSen, rm(5790))
    assert.equal(assessments.length, 3)
    assert.deepEqual((await get(ana, '/tax-years/2025/taxpayer')).facts, salary(120_000))
    assert.equal((await whatIf({ assessment: 'compare' })).assessments.length, 1)
  })

  test('what a spouse claimed last year, by the facts of that year, blocks it this year', async () => {
    const mother = { ...salary(60_000), amounts: { 'breastfeeding-equipment': rm(800) } }
    const facts = { ...salary(120_000), spouse: mother }
    await factsPut(ana, 2025, facts)
    assert.equal((await whatIf({})).now.spouse.reliefsSen, rm(9800))
    await factsPut(ana, 2024, facts)
    assert.equal((await whatIf({})).now.spouse.reliefsSen, rm(9000))
  })

  test('what cannot be is named', async () => {
    const wrong: [unknown, string][] = [
      [{ more: [{ relief: 'yacht', sen: 1 }] }, '/more/0/relief'],
      [{ more: [{ relief: 'individual', sen: 1 }] }, '/more/0/relief'],
      [{ more: [{ relief: 'lifestyle-books', sen: 0 }] }, '/more/0/sen'],
      [{ more: [{ relief: 'lifestyle-books', sen: 0.5 }] }, '/more/0/sen'],
      [{ assessment: 'alone' }, '/assessment'],
      [{ spouse: { amounts: { yacht: 1 } } }, '/spouse/amounts/yacht'],
      [{ less: 1 }, '/'],
    ]
    for (const [body, path] of wrong) {
      const { errors } = await isProblem(await ask(body), 400, 'validation_failed')
      assert.equal(errors[0].path, path)
    }
    await isProblem(await ask({}, 2022), 404, 'not_found')
  })
})
