import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { toCouple } from '../../server/claims/couple.ts'
import { assessed, mainEstimate } from '../../server/claims/estimate/assess.ts'
import { spendOf } from '../../server/claims/spend.ts'
import { law, yearOf } from '../law/law.ts'
import { type Client, signUp, startApp, type TestApp } from '../support/app.ts'
import { allocate, claimed, entered } from '../support/claims.ts'
import { get, isProblem } from '../support/receipts.ts'
import { factsPut } from '../support/taxpayer.ts'
import { compare, granted } from './figures.ts'
import { readScenario, type Scenario } from './scenario.ts'

const folder = import.meta.dirname
const scenarios = globSync('*.yaml', { cwd: folder })
  .sort()
  .map((file) => ({ file, ...readScenario(file, readFileSync(join(folder, file), 'utf8'), law) }))
assert.ok(scenarios.length >= 15)

describe('scenarios, computed by the law alone', () => {
  for (const scenario of scenarios) test(`${scenario.file}: ${scenario.name}`, () => byLaw(scenario))
})

describe('scenarios, from facts and receipts to the answers of the server', () => {
  let app: TestApp
  before(async () => {
    app = await startApp()
  })
  after(() => app.close())

  for (const scenario of scenarios) {
    test(`${scenario.file}: ${scenario.name}`, async () => {
      const client = await signUp(app, `${scenario.file}@example.org`)
      await byServer(client, scenario)
    })
  }
})

function byLaw(scenario: Scenario) {
  const year = yearOf(scenario.year)
  const receipts = Object.entries(scenario.receipts).flatMap(([relief, amounts]) =>
    amounts.map((sen) => ({ relief, sen })),
  )
  const couple = toCouple(year, scenario.facts, { ...spendOf(year, receipts), earlier: [] })
  const result = mainEstimate(assessed(year, couple, scenario.facts.assessment ?? 'separate'))
  assert.deepEqual(
    result.reliefs.unmatched.map(({ code }) => code),
    scenario.expected.notClaimable,
  )
  compare(scenario, {
    reliefs: granted(result.reliefs.lines.map(({ code, allowedSen }) => ({ code, sen: allowedSen }))),
    totalReliefs: result.reliefs.allowedSen,
    chargeableIncome: result.chargeableIncomeSen,
    tax: result.tax.taxSen,
    rebates: granted(result.rebates.map(({ code, grantedSen }) => ({ code, sen: grantedSen }))),
    payable: result.payableSen,
  })
}

async function byServer(client: Client, { year, ...scenario }: Scenario) {
  await factsPut(client, year, scenario.sentFacts)
  const date = `${year}-07-01`
  for (const [code, amounts] of Object.entries(scenario.receipts)) {
    for (const totalSen of amounts) {
      if (scenario.expected.notClaimable.includes(code)) {
        const receipt = await entered(client, { date, totalSen })
        await isProblem(await allocate(client, receipt, [{ relief: code, sen: 1 }]), 400, 'validation_failed')
      } else await claimed(client, { date, totalSen }, code)
    }
  }
  const claims = await get(client, `/tax-years/${year}/claims`)
  const { computation } = await get(client, `/tax-years/${year}/estimate`)
  assert.equal(claims.allowedSen, computation.reliefsSen)
  compare(
    { year, ...scenario },
    {
      reliefs: granted(claims.reliefs.map(({ code, allowedSen }) => ({ code, sen: allowedSen }))),
      totalReliefs: claims.allowedSen,
      chargeableIncome: computation.chargeableIncomeSen,
      tax: computation.taxSen,
      rebates: granted(computation.rebates.map(({ code, grantedSen }) => ({ code, sen: grantedSen }))),
      payable: computation.payableSen,
    },
  )
}
