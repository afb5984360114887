import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { type Client, signUp, startApp, type TestApp } from '../support/app.ts'
import { claimed, lineOf } from '../support/claims.ts'
import { englishIn } from '../support/english.ts'
import { get } from '../support/receipts.ts'
import { factsPut } from '../support/taxpayer.ts'

const rm = (ringgit: number) => Math.round(ringgit * 100)
const child = (bornOn: string, more = {}) => ({ children: [{ bornOn, ...more }] })

/** What is claimed against what is known: set aside, asked, or neither. */
describe('a claim that the facts contradict', () => {
  let app: TestApp
  let ana: Client
  let people = 0
  before(async () => {
    app = await startApp()
  })
  beforeEach(async () => {
    ana = await signUp(app, `aside${++people}@example.org`)
  })
  after(() => app.close())

  const claims = (ya = 2025) => get(ana, `/tax-years/${ya}/claims`)
  async function outcome(code: string, facts: object, ya = 2025) {
    await factsPut(ana, ya, facts)
    const claim = await claims(ya)
    const { allowedSen, setAsideSen } = lineOf(claim.reliefs, code)
    const found = claim.warnings.filter(({ reliefs }) => reliefs.includes(code))
    return { allowedSen, setAsideSen, found, codes: found.map((one) => one.code) }
  }

  test('is set aside with the reason and the section, and counts again once the facts agree', async () => {
    const { id } = await claimed(ana, { totalSen: rm(900) }, 'childcare-centre-kindergarten')
    for (const facts of [child('2016-05-05'), { children: [] }]) {
      const { allowedSen, setAsideSen, found, codes } = await outcome('childcare-centre-kindergarten', facts)
      assert.deepEqual([allowedSen, setAsideSen, codes], [0, rm(900), ['set_aside']])
      assert.deepEqual(
        [found[0]?.amountSen, found[0]?.section, found[0]?.receipts],
        [rm(900), '46(1)(r)', [id]],
      )
      assert.match(found[0]?.message ?? '', /RM\s900 is set aside, because .*section 46\(1\)\(r\)/)
    }
    const agreed = await outcome('childcare-centre-kindergarten', child('2020-05-05'))
    assert.deepEqual([agreed.allowedSen, agreed.setAsideSen, agreed.codes], [rm(900), 0, []])
  })

  test('is asked about where the facts leave it open, and counts meanwhile', async () => {
    await claimed(ana, { totalSen: rm(900), date: '2025-11-05' }, 'childcare-centre-kindergarten')
    const nothing = await outcome('childcare-centre-kindergarten', {})
    assert.deepEqual([nothing.allowedSen, nothing.setAsideSen], [rm(900), 0])
    assert.deepEqual(
      nothing.found.map(({ code, fact }) => [code, fact]),
      [['facts_missing', 'children']],
    )
    // Turned 7 in the year: what was paid before the birthday is settled.
    const turned = await outcome('childcare-centre-kindergarten', child('2018-06-30'))
    assert.deepEqual(
      turned.found.map(({ code, fact }) => [code, fact]),
      [['facts_missing', 'birthday']],
    )
    assert.match(turned.found[0]?.message ?? '', /7.*2025-06-30/)
    assert.equal(turned.allowedSen, rm(900))
    assert.deepEqual((await outcome('childcare-centre-kindergarten', child('2018-12-24'))).codes, [])
  })

  const contradictions: [code: string, ya: number, facts: object, part?: object][] = [
    ['childcare-care-centre', 2026, child('2012-05-05')],
    ['breastfeeding-equipment', 2025, { sex: 'female', ...child('2019-05-05') }],
    ['medical-learning-disability', 2025, child('2004-05-05')],
    ['medical-fertility', 2025, { maritalStatus: 'single' }],
    ['medical-dental', 2025, { maritalStatus: 'single' }, { person: 'spouse' }],
    ['disabled-equipment', 2025, { disabled: false }, { person: 'self' }],
    ['sports-equipment', 2025, { parents: { living: 2, inMalaysia: false } }, { person: 'parent' }],
    ['parents-medical-treatment', 2025, { parents: { living: 2, inMalaysia: false } }, { person: 'parent' }],
    ['lifestyle-books', 2025, { resident: false }],
  ]
  for (const [code, ya, facts, part = {}] of contradictions) {
    test(`${code} is set aside: ${JSON.stringify(facts)}`, async () => {
      await claimed(ana, { totalSen: rm(400), date: `${ya}-03-14` }, [
        { relief: code, sen: rm(400), ...part },
      ])
      const { allowedSen, setAsideSen, found } = await outcome(code, facts, ya)
      assert.deepEqual([allowedSen, setAsideSen], [0, rm(400)])
      const aside = found.find(({ section }) => section !== null)
      assert.equal(aside?.amountSen, rm(400))
      assert.match(aside?.message ?? '', /set aside, because .* \(section \d+/)
    })
  }

  test('is set aside also where the facts state the amount: alimony while single, SSPN without a child', async () => {
    const alimony = { maritalStatus: 'single', amounts: { alimony: rm(1000) } }
    const single = await outcome('alimony', alimony)
    assert.deepEqual([single.allowedSen, single.setAsideSen], [0, rm(1000)])
    const sspn = { sspn: { depositsSen: rm(2000) } }
    const childless = await outcome('sspn-net-deposit', { ...sspn, children: [] })
    assert.deepEqual([childless.allowedSen, childless.setAsideSen], [0, rm(2000)])
    const unknown = await outcome('sspn-net-deposit', sspn)
    assert.deepEqual([unknown.allowedSen, unknown.codes.includes('facts_missing')], [rm(2000), true])
  })

  test('counts nowhere: not in the estimate, the return, a what-if or with the suggestions', async () => {
    await claimed(ana, { totalSen: rm(900) }, 'childcare-centre-kindergarten')
    const facts = { income: { employment: rm(90_000) } }
    await factsPut(ana, 2025, { ...facts, children: [] })
    const payable = async () => (await get(ana, '/tax-years/2025/estimate')).computation.payableSen
    const without = await payable()
    const line = (await get(ana, '/tax-years/2025/return')).lines.find(
      ({ code }) => code === 'childcare-fees',
    )
    assert.deepEqual([line?.amountSen, (await claims()).withSuggestionsSen], [0, rm(9000)])
    const whatIf = await ana.fetch('/tax-years/2025/claims/what-if', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ more: [{ relief: 'childcare-centre-kindergarten', sen: rm(500) }] }),
    })
    assert.equal(((await whatIf.json()) as { savesSen: number }).savesSen, 0)
    await factsPut(ana, 2025, { ...facts, ...child('2020-01-01') })
    // 900 of fees and 2,000 for the child, at 19 %.
    assert.equal(without - (await payable()), rm(2900 * 0.19))
  })

  test('who is not resident has no reliefs, no rebates, and is told that the rates are others', async () => {
    await factsPut(ana, 2025, { income: { employment: rm(30_000) }, spouse: {}, resident: false })
    const { computation, warnings } = await get(ana, '/tax-years/2025/estimate')
    assert.deepEqual([computation.reliefsSen, computation.rebatesSen], [0, 0])
    assert.equal(computation.payableSen, rm(9000))
    // It comes first: everything below it is computed otherwise.
    assert.equal(warnings[0]?.code, 'not_resident')
    assert.match(warnings[0]?.message ?? '', /flat rate and files Form M/)
    const csv = await (await ana.fetch('/tax-years/2025/export?format=json')).text()
    assert.match(csv, /non-resident-tax/)
  })

  test('days in Malaysia decide where nobody says whether they were resident', async () => {
    const stay = (from: string, to: string, more: object = {}) => ({
      income: { employment: rm(60_000) },
      stays: [{ from, to }],
      ...more,
    })
    const outcome = async (facts: object) => {
      await factsPut(ana, 2025, facts)
      const { computation, warnings } = await get(ana, '/tax-years/2025/estimate')
      const asked = warnings.find(({ fact }) => fact === 'residence')
      return [computation.payableSen, /on (\d+) days/.exec(asked?.message ?? '')?.[1] ?? null]
    }
    const resident = rm(1500 + 1000 * 0.11)
    assert.deepEqual(await outcome(stay('2025-01-01', '2025-07-01')), [resident, null])
    assert.deepEqual(await outcome(stay('2025-01-01', '2025-06-30')), [resident, '181'])
    assert.deepEqual(await outcome(stay('2025-01-01', '2025-06-30', { resident: false })), [rm(18_000), null])
    assert.deepEqual(await outcome(stay('2025-01-01', '2025-07-01', { resident: false })), [
      rm(18_000),
      '182',
    ])
    const refused = await ana.fetch('/tax-years/2025/taxpayer', {
      method: 'PUT',
      headers: { 'content-type': 'application/json', 'if-match': '*' },
      body: JSON.stringify(stay('2025-07-01', '2025-01-01')),
    })
    assert.equal(refused.status, 400)
  })

  test('a returning expert pays 15 % for five years, and is asked which', async () => {
    const expert = (firstYear?: number) => ({
      income: { employment: rm(309_000) },
      employmentRate: { scheme: 'returning-expert', ...(firstYear && { firstYear }) },
    })
    const outcome = async (facts: object) => {
      await factsPut(ana, 2025, facts)
      const { computation, warnings } = await get(ana, '/tax-years/2025/estimate')
      return [computation.payableSen, warnings.filter(({ fact }) => fact === 'employment-rate').length]
    }
    assert.deepEqual(await outcome(expert(2021)), [rm(45_000), 0])
    assert.deepEqual(await outcome(expert(2020)), [rm(59_400), 1])
    assert.deepEqual(await outcome(expert()), [rm(45_000), 1])
    const rent = { ...expert(2025), income: { employment: rm(309_000), rent: rm(103_000) } }
    assert.deepEqual((await outcome(rent))[1], 1)
    assert.equal(
      (await get(ana, '/tax-years/2026/taxpayer')).fromEarlierYear?.facts.employmentRate?.firstYear,
      2025,
    )
  })

  test('who moved in the year is asked whether they were resident, and counts as one meanwhile', async () => {
    await claimed(ana, { totalSen: rm(400) }, 'lifestyle-books')
    const asked = async (facts: object) => {
      await factsPut(ana, 2025, { income: { employment: rm(60_000) }, ...facts })
      const { warnings, allowedSen } = await claims()
      return [allowedSen, warnings.find(({ fact }) => fact === 'residence')?.amountSen ?? null]
    }
    assert.deepEqual(await asked({ abroad: true }), [rm(9400), rm(9400)])
    assert.deepEqual(await asked({ abroad: true, resident: true }), [rm(9400), null])
    assert.deepEqual(await asked({ abroad: true, resident: false }), [0, null])
    assert.deepEqual(await asked({ abroad: false }), [rm(9400), null])
    assert.equal((await get(ana, '/tax-years/2026/taxpayer')).fromEarlierYear?.facts.abroad, undefined)
  })

  test('parents who died, or came or left, in the year are asked about; equipment for a parent asks for the card', async () => {
    const part = { relief: 'parents-medical-treatment', sen: rm(700), person: 'parent' }
    await claimed(ana, { totalSen: rm(700) }, [part])
    const asked = await outcome('parents-medical-treatment', {
      parents: { living: 0, inMalaysia: false, partOfYear: true },
    })
    assert.equal(asked.allowedSen, rm(700))
    assert.deepEqual(
      asked.found.flatMap(({ fact }) => fact ?? []),
      ['parents-part'],
    )
    await claimed(ana, { totalSen: rm(300) }, [
      { relief: 'disabled-equipment', sen: rm(300), person: 'parent' },
    ])
    const parents = { living: 2, inMalaysia: true }
    assert.ok((await outcome('disabled-equipment', { parents })).codes.includes('facts_missing'))
    const settled = await outcome('disabled-equipment', { parents: { ...parents, disabled: true } })
    assert.equal(settled.codes.includes('facts_missing'), false)
  })

  test('warnings come by the money at stake, and missing documents are one line each', async () => {
    await claimed(ana, { totalSen: rm(50) }, 'medical-dental')
    await claimed(ana, { totalSen: rm(60) }, [{ relief: 'medical-fertility', sen: rm(60), person: 'self' }])
    await claimed(ana, { totalSen: rm(2000) }, 'childcare-centre-kindergarten')
    await factsPut(ana, 2025, {
      maritalStatus: 'married',
      spouse: {},
      children: [],
      amounts: { 'socso-eis': rm(350), 'prs-deferred-annuity': rm(500) },
      epf: { compulsorySen: rm(4000) },
    })
    const { warnings } = await claims()
    const amounts = warnings.map(({ amountSen }) => amountSen)
    assert.deepEqual(
      amounts,
      amounts.toSorted((a, b) => b - a),
    )
    const statements = warnings.filter(({ code }) => code === 'statement_missing')
    assert.deepEqual(
      statements.map(({ reliefs, relief, amountSen }) => [reliefs.toSorted(), relief, amountSen]),
      [[['epf-approved-scheme', 'prs-deferred-annuity', 'socso-eis'], null, rm(4850)]],
    )
    const certificates = warnings.filter(({ code }) => code === 'certificate_missing')
    assert.deepEqual(
      certificates.map(({ reliefs, receipts, amountSen }) => [
        reliefs.toSorted(),
        receipts.length,
        amountSen,
      ]),
      [[['medical-dental', 'medical-fertility'], 2, rm(110)]],
    )
    assert.match(certificates[0]?.message ?? '', /dentist.*doctor|doctor.*dentist/)
  })

  test('is said in Malay with the same detail', async () => {
    await claimed(ana, { totalSen: rm(900) }, 'childcare-centre-kindergarten')
    await claimed(ana, { totalSen: rm(400) }, [
      { relief: 'sports-equipment', sen: rm(400), person: 'parent' },
    ])
    await factsPut(ana, 2025, { children: [], amounts: { alimony: 100 } })
    const response = await ana.fetch('/tax-years/2025/claims', { headers: { 'accept-language': 'ms' } })
    const { warnings } = (await response.json()) as Awaited<ReturnType<typeof claims>>
    const aside = warnings.find(({ code }) => code === 'set_aside')
    assert.match(
      aside?.message ?? '',
      /RM900 diketepikan kerana anda tiada anak pada 2025 \(seksyen 46\(1\)\(r\)\)/,
    )
    assert.deepEqual(
      warnings.flatMap(({ message }) => englishIn(message)),
      [],
    )
  })
})
