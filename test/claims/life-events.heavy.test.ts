import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { FactEffects } from '../support/answers.ts'
import { type Client, signUp, startApp, type TestApp } from '../support/app.ts'
import { lineOf } from '../support/claims.ts'
import { englishIn } from '../support/english.ts'
import { get, isProblem } from '../support/receipts.ts'
import { factsPut, putFacts } from '../support/taxpayer.ts'

const rm = (ringgit: number) => Math.round(ringgit * 100)
const salary = (ringgit: number) => ({ income: { employment: rm(ringgit) } })
const YEARS = [2023, 2024, 2025, 2026]

/** Everything that depends on a status, with the status of a part of the year, in every year of law. */
describe('what changes in a life within a year', () => {
  let app: TestApp
  let ana: Client
  before(async () => {
    app = await startApp()
    ana = await signUp(app, 'ana@example.org')
  })
  after(() => app.close())

  const claims = (ya: number) => get(ana, `/tax-years/${ya}/claims`)
  const estimate = (ya: number) => get(ana, `/tax-years/${ya}/estimate`)
  /** What reliefs the facts of a year grant, in ringgit. */
  async function granted(ya: number, facts: object, ...codes: string[]) {
    await factsPut(ana, ya, facts)
    const { reliefs } = await claims(ya)
    return codes.map((code) => lineOf(reliefs, code).allowedSen / 100)
  }
  const warningOf = async (ya: number, code: string) =>
    (await claims(ya)).warnings.find((found) => found.code === code)
  const payable = async (ya: number) => (await estimate(ya)).computation.payableSen / 100

  for (const ya of YEARS) {
    describe(`YA${ya}`, () => {
      // A person may change facts only so often.
      before(async () => {
        ana = await signUp(app, `ana${ya}@example.org`)
      })

      test('a spouse who died, or was divorced, in the year grants the whole relief', async () => {
        for (const maritalStatus of ['widowed', 'divorced']) {
          const facts = { ...salary(45_000), maritalStatus, spouse: { until: `${ya}-04-30`, disabled: true } }
          const [spouse, disabled] = await granted(ya, facts, 'spouse', 'disabled-spouse')
          assert.deepEqual([spouse, disabled], [4000, ya < 2025 ? 5000 : 6000], maritalStatus)
        }
        await factsPut(ana, ya, { ...salary(45_000), maritalStatus: 'widowed' })
        // 45,000 - 9,000 = 36,000; with the spouse 32,000: the two rebates are more than its tax.
        assert.equal(await payable(ya), 660)
        await factsPut(ana, ya, {
          ...salary(45_000),
          maritalStatus: 'widowed',
          spouse: { until: `${ya}-04-30` },
        })
        assert.equal(await payable(ya), 0)
      })

      test('a spouse of an earlier year grants nothing, and one without a day is asked about', async () => {
        const facts = { ...salary(45_000), maritalStatus: 'widowed', spouse: {} }
        assert.deepEqual(await granted(ya, facts, 'spouse'), [0])
        const asked = await warningOf(ya, 'spouse_until')
        assert.deepEqual([asked?.relief, asked?.amountSen], ['spouse', rm(4000)])
        const until = `${ya - 1}-12-31`
        const refused = await isProblem(
          await putFacts(ana, ya, { maritalStatus: 'widowed', spouse: { until } }, { 'if-match': '*' }),
          400,
          'validation_failed',
        )
        assert.equal(refused.errors[0].path, '/spouse/until')
      })

      test('a spouse with income of their own grants none, and no joint assessment is possible', async () => {
        const facts = {
          ...salary(90_000),
          maritalStatus: 'divorced',
          assessment: 'joint',
          spouse: { ...salary(10_000), until: `${ya}-06-30` },
        }
        assert.deepEqual(await granted(ya, facts, 'spouse'), [0])
        assert.equal((await estimate(ya)).assessment, 'separate')
        assert.match((await warningOf(ya, 'joint_not_possible'))?.message ?? '', /section 45\(2\)/)
      })

      test('a couple married in the year has the whole relief, and may be assessed jointly', async () => {
        assert.deepEqual(await granted(ya, { maritalStatus: 'married', spouse: {} }, 'spouse'), [4000])
        const both = { ...salary(90_000), spouse: salary(10_000), assessment: 'joint' }
        assert.deepEqual(await granted(ya, { ...both, maritalStatus: 'married' }, 'spouse'), [4000])
        assert.equal((await estimate(ya)).assessment, 'joint')
      })

      test('a child born on the last day, or who died on the first, counts in full', async () => {
        const children = (more: object) => ({ children: [{ bornOn: `${ya}-12-31`, ...more }] })
        assert.deepEqual(await granted(ya, children({}), 'child'), [2000])
        const older = { bornOn: `${ya - 6}-05-05` }
        assert.deepEqual(await granted(ya, children({ ...older, diedOn: `${ya}-01-01` }), 'child'), [2000])
        assert.deepEqual(await granted(ya, children({ ...older, diedOn: `${ya - 1}-12-31` }), 'child'), [0])
      })

      test('a child who marries in the year is asked about, with the tax of both readings', async () => {
        const child = { bornOn: `${ya - 22}-05-05`, study: 'higher-education', marriedOn: `${ya}-10-01` }
        const facts = (more: object) => ({ ...salary(90_000), children: [{ ...child, ...more }] })
        assert.deepEqual(await granted(ya, facts({}), 'child'), [0])
        assert.equal((await warningOf(ya, 'child_open'))?.amountSen, rm(8000))
        assert.deepEqual(await granted(ya, facts({ claimIfOpen: true }), 'child'), [8000])
        assert.equal(await warningOf(ya, 'child_open'), undefined)
      })

      test('a child who turns 18 and studies is asked about, with the tax of both readings', async () => {
        for (const disabled of [false, true]) {
          const one = disabled ? (ya < 2025 ? 6000 : 8000) : 2000
          const both = disabled ? one + 8000 : 8000
          for (const day of ['01-02', '12-31']) {
            const child = { label: 'Aina', bornOn: `${ya - 18}-${day}`, study: 'higher-education', disabled }
            const facts = (more: object) => ({ ...salary(90_000), children: [{ ...child, ...more }] })
            assert.deepEqual(await granted(ya, facts({}), 'child'), [one])
            const before = await payable(ya)
            const asked = await warningOf(ya, 'child_open')
            assert.deepEqual([asked?.relief, asked?.amountSen], ['child', rm(both - one)])
            assert.deepEqual(await granted(ya, facts({ claimIfOpen: true }), 'child'), [both])
            assert.equal(await warningOf(ya, 'child_open'), undefined)
            const after = await payable(ya)
            const inMessage = (ringgit: number) => ringgit.toLocaleString('en', { minimumFractionDigits: 0 })
            for (const ringgit of [one, both, before, after])
              assert.ok(asked?.message.includes(inMessage(ringgit)), `${ringgit} in ${asked?.message}`)
            if (!disabled) assert.equal(before - after, 1140)
            assert.deepEqual(await granted(ya, facts({ claimIfOpen: false }), 'child'), [one])
            assert.equal(await warningOf(ya, 'child_open'), undefined)
          }
        }
        // Both readings come to the same, or there is only one.
        for (const [bornOn, study, sum] of [
          [`${ya - 18}-05-05`, 'pre-university', 2000],
          [`${ya - 18}-05-05`, 'none', 2000],
          [`${ya - 18}-01-01`, 'higher-education', 8000],
          [`${ya - 17}-05-05`, 'higher-education', 2000],
        ] as const) {
          assert.deepEqual(await granted(ya, { children: [{ bornOn, study }] }, 'child'), [sum])
          assert.equal(await warningOf(ya, 'child_open'), undefined)
        }
      })

      test('who became disabled in the year, and who studied for a part of it, has the whole relief', async () => {
        const disabled = await granted(ya, { disabled: true }, 'disabled-self')
        assert.deepEqual(disabled, [ya < 2025 ? 6000 : 7000])
        const graduate = { bornOn: `${ya - 22}-05-05`, study: 'higher-education' }
        assert.deepEqual(await granted(ya, { children: [graduate] }, 'child'), [8000])
      })

      test('premiums of a spouse without income are the other’s, unless the marriage ended in the year', async () => {
        const spouse = { income: {}, amounts: { 'education-medical-insurance': rm(3000) } }
        const married = { ...salary(100_000), maritalStatus: 'married' }
        const code = 'education-medical-insurance'
        assert.deepEqual(await granted(ya, { ...married, spouse }, code), [3000])
        const withPremiums = await payable(ya)
        assert.deepEqual(await granted(ya, { ...married, spouse: { income: {} } }, code), [0])
        assert.equal((await payable(ya)) - withPremiums, 570)
        const earning = { ...spouse, ...salary(20_000) }
        assert.deepEqual(await granted(ya, { ...married, spouse: earning }, code), [0])
        const ended = { maritalStatus: 'divorced', spouse: { ...spouse, until: `${ya}-06-30` } }
        assert.deepEqual(await granted(ya, { ...salary(100_000), ...ended }, code), [0])
        const aside = await warningOf(ya, 'set_aside')
        assert.equal(aside?.amountSen, rm(3000))
        assert.match(aside?.message ?? '', /section 50\(1\)/)
      })

      test('other payments of a spouse without income are asked about, not assumed', async () => {
        const spouse = { income: {}, amounts: { 'lifestyle-books': rm(1000) } }
        const facts = (more: object) => ({
          ...salary(90_000),
          maritalStatus: 'married',
          spouse: { ...spouse, ...more },
        })
        assert.deepEqual(await granted(ya, facts({}), 'lifestyle'), [0])
        const asked = await warningOf(ya, 'spouse_payments')
        assert.equal(asked?.amountSen, rm(1000))
        assert.match(asked?.message ?? '', /1,000.*190/)
        assert.deepEqual(await granted(ya, facts({ claimPayments: true }), 'lifestyle'), [1000])
        assert.equal(await warningOf(ya, 'spouse_payments'), undefined)
        assert.deepEqual(await granted(ya, facts({ claimPayments: false }), 'lifestyle'), [0])
        assert.equal(await warningOf(ya, 'spouse_payments'), undefined)
      })
    })
  }

  test('the interest on a first home that a spouse without income paid is the other’s', async () => {
    const housingLoan = { relief: 'housing-loan-interest-500k', interestSen: rm(6000) }
    const facts = { maritalStatus: 'married', spouse: { housingLoan } }
    for (const ya of [2025, 2026]) assert.deepEqual(await granted(ya, facts, 'housing-loan-interest'), [6000])
  })

  test('questions are asked in Malay too, and what the answer would change is said before it', async () => {
    const child = { bornOn: '2007-09-01', study: 'higher-education' }
    const spouse = {
      until: '2025-09-01',
      amounts: { 'lifestyle-books': 1000, 'education-medical-insurance': 1 },
    }
    await factsPut(ana, 2025, { ...salary(90_000), maritalStatus: 'widowed', children: [child], spouse })
    const response = await ana.fetch('/tax-years/2025/claims', { headers: { 'accept-language': 'ms' } })
    const { warnings } = (await response.json()) as Awaited<ReturnType<typeof claims>>
    assert.deepEqual(warnings.map(({ code }) => code).toSorted(), [
      'child_open',
      'set_aside',
      'spouse_payments',
    ])
    assert.deepEqual(
      warnings.flatMap(({ message }) => englishIn(message)),
      [],
    )
    const asked = await ana.fetch('/tax-years/2025/estimate', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        facts: [false, true].map((claimIfOpen) => ({
          ...salary(90_000),
          children: [{ ...child, claimIfOpen }],
        })),
      }),
    })
    const { estimates } = (await asked.json()) as FactEffects
    assert.deepEqual(estimates[0].childrenSen, [rm(2000)])
    assert.equal(estimates[0].payableSen - estimates[1].payableSen, rm(1140))
  })

  test('the next year is offered what is still true: no spouse who died, no child who died', async () => {
    const ben = await signUp(app, 'ben@example.org')
    await factsPut(ben, 2024, {
      maritalStatus: 'widowed',
      spouse: { until: '2024-03-01' },
      children: [
        { bornOn: '2006-05-05', study: 'higher-education', claimIfOpen: true, claimedBy: 'spouse' },
        { bornOn: '2010-05-05', diedOn: '2024-02-02' },
        { bornOn: '2000-05-05', marriedOn: '2024-02-02' },
      ],
    })
    const { fromEarlierYear } = await get(ben, '/tax-years/2025/taxpayer')
    const { children = [], ...others } = fromEarlierYear?.facts ?? {}
    assert.deepEqual(others, { maritalStatus: 'widowed' })
    assert.deepEqual(
      children.map(({ bornOn, married, claimedBy, ...rest }) => [bornOn, married, claimedBy, rest.marriedOn]),
      [
        ['2006-05-05', false, 'self', undefined],
        ['2000-05-05', true, 'self', undefined],
      ],
    )
    assert.ok(children.every(({ claimIfOpen }) => claimIfOpen === undefined))
  })

  test('children on the return of a spouse without income are not lost without a word', async () => {
    const facts = (claimedBy: string, spouse: object, maritalStatus = 'married') => ({
      ...salary(90_000),
      maritalStatus,
      spouse,
      children: [{ bornOn: '2015-05-05', claimedBy }],
    })
    for (const [spouse, maritalStatus] of [
      [{ income: {} }, 'married'],
      [{ until: '2025-02-02' }, 'widowed'],
    ] as const) {
      assert.deepEqual(await granted(2025, facts('spouse', spouse, maritalStatus), 'child-under-18'), [0])
      const lost = await warningOf(2025, 'child_lost')
      assert.deepEqual([lost?.relief, lost?.amountSen], ['child', rm(2000)])
      assert.match(lost?.message ?? '', /2,000.*380/)
      assert.deepEqual(await granted(2025, facts('self', spouse, maritalStatus), 'child-under-18'), [2000])
      assert.equal(await warningOf(2025, 'child_lost'), undefined)
    }
    await factsPut(ana, 2025, facts('spouse', salary(50_000)))
    assert.equal(await warningOf(2025, 'child_lost'), undefined)
  })

  const household: [string, facts: object, expected: Record<string, number>][] = [
    [
      'twins on the last day',
      { children: [{ bornOn: '2025-12-31' }, { bornOn: '2025-12-31' }] },
      { child: 4000 },
    ],
    [
      'one dies and another is born',
      { children: [{ bornOn: '2020-01-01', diedOn: '2025-01-01' }, { bornOn: '2025-12-31' }] },
      { child: 4000 },
    ],
    [
      'born and died on one day',
      { children: [{ bornOn: '2025-06-01', diedOn: '2025-06-01' }] },
      { child: 2000 },
    ],
    ['18 and in school', { children: [{ bornOn: '2007-05-05', study: 'pre-university' }] }, { child: 2000 }],
    [
      'disabled and in higher education',
      { children: [{ bornOn: '2005-05-05', disabled: true, study: 'higher-education' }] },
      { 'child-disabled': 8000, 'child-disabled-higher-education': 8000 },
    ],
    [
      'the same, shared with a former wife',
      { children: [{ bornOn: '2005-05-05', disabled: true, study: 'higher-education', shared: true }] },
      { 'child-disabled': 4000, 'child-disabled-higher-education': 4000 },
    ],
    [
      'a student who earns as much as the relief, and a ringgit more',
      {
        children: [8000, 8001].map((own) => ({
          bornOn: '2005-05-05',
          study: 'higher-education',
          ownIncomeSen: rm(own),
        })),
      },
      { child: 8000 },
    ],
    [
      'divorced and married again: the spouse without income has a day',
      { maritalStatus: 'married', spouse: { until: '2025-03-01' } },
      { spouse: 4000 },
    ],
    [
      'a spouse who died in January and had earned',
      { maritalStatus: 'widowed', spouse: { until: '2025-01-10', ...salary(5000) } },
      { spouse: 0 },
    ],
    [
      'alimony and a new wife share one limit; her disability has its own',
      {
        maritalStatus: 'married',
        sex: 'male',
        spouse: { income: {}, disabled: true },
        amounts: { alimony: rm(3000) },
      },
      { 'spouse-alimony': 4000, 'disabled-spouse': 6000 },
    ],
    [
      'income from abroad of a spouse, and of a disabled one',
      { maritalStatus: 'married', spouse: { income: {}, foreignIncomeSen: rm(5000), disabled: true } },
      { spouse: 4000, 'disabled-spouse': 6000 },
    ],
  ]
  for (const [name, facts, expected] of household) {
    test(`odd households of YA2025: ${name}`, async () => {
      const found = await granted(2025, { ...salary(90_000), ...facts }, ...Object.keys(expected))
      assert.deepEqual(found, Object.values(expected))
    })
  }

  test('a spouse of nobody is refused still, and alimony shares the limit in the year of the divorce', async () => {
    const single = await putFacts(ana, 2025, { maritalStatus: 'single', spouse: {} })
    assert.equal((await isProblem(single, 400, 'validation_failed')).errors[0].path, '/spouse')
    const facts = {
      maritalStatus: 'divorced',
      spouse: { until: '2025-02-01' },
      amounts: { alimony: rm(3000) },
    }
    assert.deepEqual(await granted(2025, facts, 'spouse', 'alimony', 'spouse-alimony'), [4000, 3000, 4000])
  })
})
