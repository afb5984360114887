import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { law } from '../law/law.ts'
import { type Client, signUp, startApp, type TestApp } from '../support/app.ts'
import { claimed } from '../support/claims.ts'
import { get } from '../support/receipts.ts'
import { factsPut } from '../support/taxpayer.ts'
import { toRinggit } from './money.ts'
import { readTaxpayerYear, type TaxpayerYear } from './taxpayer-year.ts'

const folder = join(import.meta.dirname, 'taxpayers')
const years = globSync('*.yaml', { cwd: folder })
  .sort()
  .map((file) => ({ file, ...readTaxpayerYear(file, readFileSync(join(folder, file), 'utf8'), law) }))
assert.ok(years.length >= 40)

describe('a taxpayer’s year, from the facts to what e-Filing will show', () => {
  let app: TestApp
  let shared: Client
  before(async () => {
    app = await startApp()
    shared = await signUp(app, 'facts@example.org')
  })
  after(() => app.close())

  for (const year of years)
    test(`${year.file}: ${year.name}`, { ...(year.todo && { todo: year.todo }) }, async () => {
      const receipts = Object.entries(year.receipts)
      // Facts can be replaced; receipts belong to one taxpayer.
      const client = receipts.length > 0 ? await signUp(app, `${year.file}@example.org`) : shared
      await factsPut(client, year.year, year.sentFacts)
      for (const [code, amounts] of receipts)
        for (const totalSen of amounts) await claimed(client, { date: `${year.year}-07-01`, totalSen }, code)
      await compare(client, year)
      await factsPut(client, year.year, {})
    })
})

async function compare(client: Client, { year, facts, expected }: TaxpayerYear) {
  const { form, computation } = await get(client, `/tax-years/${year}/estimate`)
  const answer = await get(client, `/tax-years/${year}/return`)
  assert.deepEqual([form, answer.form], [expected.form, expected.form])
  sameAmounts(
    Object.entries(expected.computation).map(([code, { sen, because }]) => ({ code, sen, because })),
    // A refund keeps its sign.
    computation.lines.map(({ code, amountSen }) => ({
      code,
      sen: code === 'balance' ? amountSen : Math.abs(amountSen),
    })),
  )
  const lines = [...answer.lines, ...answer.computed]
  for (const [code, { item, sen }] of Object.entries(expected.return)) {
    const line = lines.find((one) => one.code === code)
    assert.deepEqual([code, line?.item, line?.amountSen], [code, item, sen])
  }
  if (expected.together) {
    const { assessments } = await whatIf(client, year)
    const { assessment = 'separate' } = facts
    sameAmounts(
      Object.entries(expected.together).map(([code, { sen, because }]) => ({ code, sen, because })),
      assessments.map((one) => ({ code: one.assessment, sen: one.payableSen })),
    )
    assert.equal(answer.assessment, assessment)
  }
  if (expected.warnings.length > 0) {
    const { warnings } = await get(client, `/tax-years/${year}/claims`)
    const codes: string[] = warnings.map((one) => one.code)
    for (const code of expected.warnings) assert.ok(codes.includes(code), `no warning ${code}, but ${codes}`)
  }
  assert.equal(answer.carriedForward?.lossesSen ?? 0, expected.lossesLeft ?? 0)
}

async function whatIf(client: Client, year: number) {
  const response = await client.fetch(`/tax-years/${year}/claims/what-if`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ assessment: 'compare' }),
  })
  return (await response.json()) as { assessments: { assessment: string; payableSen: number }[] }
}

interface Amount {
  code: string
  sen: number
  because?: string
}

/** Fails with every line, expected and found, where one differs; a line that is not expected must be 0. */
function sameAmounts(expected: Amount[], found: Amount[]) {
  const codes = [...new Set([...expected, ...found].map(({ code }) => code))]
  const rows = codes.map((code) => {
    const wanted = expected.find((one) => one.code === code)
    // Two people assessed jointly may have a line each.
    const sen = found.filter((one) => one.code === code).reduce((sum, one) => sum + one.sen, 0)
    return { code, sen, wantedSen: wanted?.sen ?? 0, because: wanted?.because ?? 'not expected' }
  })
  if (rows.every(({ sen, wantedSen }) => sen === wantedSen)) return
  const table = rows.map(({ code, sen, wantedSen, because }) => {
    const columns = [code.padEnd(32), toRinggit(wantedSen).padStart(14), toRinggit(sen).padStart(14)]
    return `${columns.join('')}${sen === wantedSen ? '' : `  <- ${because}`}`
  })
  assert.fail([`${''.padEnd(32)}${'expected'.padStart(14)}${'actual'.padStart(14)}`, ...table].join('\n'))
}
