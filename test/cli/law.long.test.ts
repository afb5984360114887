import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { LawDiff } from '../../server/law/diff.ts'
import { runCli } from '../support/cli.ts'
import { englishIn } from '../support/english.ts'

const law = (...args: string[]) => runCli('law', args)

describe('tax-tracker law', () => {
  test('diff says what is new, ended, changed and as it was, in English and Malay', async () => {
    const [en, ms] = await Promise.all([
      law('diff', '2025', '2026'),
      law('diff', '2024', '2025', '--lang', 'ms'),
    ])
    assert.deepEqual([en.code, en.stderr, ms.code, ms.stderr], [0, '', 0, ''])
    assert.match(en.stdout, /^Law of the year of assessment 2026, compared with 2025\n\nNew\n/)
    assert.match(en.stdout, / {2}Tourist attractions, section 46\(1\)\(sa\)\n.*\n {4}Limit: RM.1,000\n/)
    assert.match(en.stdout, /Child with a learning disability.*\n.*\n {4}Limit: RM.6,000, now RM.10,000\n/)
    assert.match(en.stdout, /Age of the child, up to: 6, now 12\n/)
    assert.match(en.stdout, /For: \+ child\n/)
    assert.match(en.stdout, /no longer listed as counting: Any vaccination\n/)
    assert.match(en.stdout, /\nUnchanged: rates, rebates, /)
    assert.match(ms.stdout, /\nTamat\n {2}Ujian COVID-19, seksyen 46\(1\)\(h\)\(ii\)\n/)
    assert.match(ms.stdout, /Had: RM6,000, kini RM7,000\n/)
    assert.deepEqual(englishIn(ms.stdout), [])
  })

  test('diff --json has all in the terms of the data, over several years too', async () => {
    const { stdout } = await law('diff', '2023', '2026', '--json')
    const { from, to, heads, items } = JSON.parse(stdout) as LawDiff
    assert.deepEqual([from, to, items.length > 20], [2023, 2026, true])
    const found = heads.find(({ code }) => code === 'medical-learning-disability')
    assert.deepEqual(found?.parameters, [{ parameter: 'limitSen', before: 400_000, after: 1_000_000 }])
    assert.deepEqual(
      found?.texts.map(({ year }) => year),
      [2025, 2026],
    )
  })

  test('show prints each parameter with the document and the place in it, or that no page was read', async () => {
    const [one, all] = await Promise.all([law('show', '2023', 'socso-eis'), law('show', '2025', '--json')])
    assert.match(one.stdout, /Limit: RM.350\n(.*\n)*? {2}Source: cacorp-2023, list \(page not read\)\n/)
    assert.match(one.stdout, /\nSources\n(.*\n)* {2}cacorp-2023: .*https:/)
    const { heads, sources } = JSON.parse(all.stdout)
    const bands = heads.find(({ code }: { code: string }) => code === 'bands')
    assert.equal(bands.parameters.ratePercentAbove10000000, 25)
    assert.ok(sources[bands.rule.sources[0].id].title)
  })

  test('draft prints a data file for the year after the last', async () => {
    const { stdout } = await law('draft', '2027')
    const { year, draft, status } = JSON.parse(stdout)
    assert.deepEqual([year, draft], [2027, true])
    assert.match(status, /^Draft: unverified/)
  })

  test('names what is known where a year or a code is not', async () => {
    const refused = await Promise.all([
      law('diff', '2025', '2031'),
      law('show', '2025', 'toys'),
      law('draft', '2030'),
    ])
    assert.deepEqual(
      refused.map(({ code, stdout }) => [code, stdout]),
      refused.map(() => [2, '']),
    )
    assert.match(refused[0].stderr, /no law data for 2031; available years: 2023, 2024, 2025, 2026/)
    assert.match(refused[1].stderr, /nothing in the law of 2025 is called toys/)
    assert.match(refused[2].stderr, /known up to 2026; only 2027 can be drafted/)
  })
})
