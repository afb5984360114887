import assert from 'node:assert/strict'
import { mkdir, mkdtemp, readFile, rm as remove, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { einvoiceCodesOf, supportedReliefs } from '../../server/law/einvoice.ts'
import { estimate } from '../../server/law/estimate.ts'
import { retainUntil, verificationOf } from '../../server/law/filing.ts'
import { lawHeads } from '../../server/law/parameters.ts'
import { rule } from '../../server/law/relief.ts'
import { allReliefs, findRelief } from '../../server/law/tree.ts'
import { loadLaw } from '../../server/services/law.ts'
import { law, rm, taxpayer, yearOf } from './law.ts'

const YEARS = [2023, 2024, 2025, 2026]

describe('the years', () => {
  test('are the four there are files for, and no other', () => {
    assert.deepEqual(
      law.years.map(({ year }) => year),
      YEARS,
    )
    assert.equal(law.year(2022), undefined)
    assert.deepEqual(
      law.years.map((year) => allReliefs(year).length),
      [52, 55, 60, 64],
    )
  })

  /** RM by year; `-` where the year does not know the relief, `~` where only limits above it bind. */
  const limits: Record<string, (number | '-' | '~')[]> = {
    individual: [9000, 9000, 9000, 9000],
    'parents-medical': [8000, 8000, 8000, 8000],
    'parents-dental': ['-', '~', '~', '~'],
    'parents-medical-exam': ['-', 1000, 1000, 1000],
    'disabled-equipment': [6000, 6000, 6000, 6000],
    'disabled-self': [6000, 6000, 7000, 7000],
    'disabled-spouse': [5000, 5000, 6000, 6000],
    'child-disabled': [6000, 6000, 8000, 8000],
    'child-disabled-higher-education': [8000, 8000, 8000, 8000],
    'child-under-18': [2000, 2000, 2000, 2000],
    'child-18-plus-preuniversity': [2000, 2000, 2000, 2000],
    'child-18-plus-higher-education': [8000, 8000, 8000, 8000],
    'education-self': [7000, 7000, 7000, 7000],
    'education-self-upskilling': [2000, 2000, 2000, 2000],
    medical: [10_000, 10_000, 10_000, 10_000],
    'medical-vaccination': [1000, 1000, 1000, 1000],
    'medical-dental': ['-', 1000, 1000, 1000],
    'medical-checkup': [1000, 1000, 1000, 1000],
    'medical-covid-test': ['~', '~', '-', '-'],
    'medical-disease-test': ['-', '-', '~', '~'],
    'medical-learning-disability': [4000, 4000, 6000, 10_000],
    lifestyle: [2500, 2500, 2500, 2500],
    'lifestyle-sports-equipment': ['~', '-', '-', '-'],
    'lifestyle-gym-membership': ['~', '-', '-', '-'],
    'lifestyle-courses': ['-', '~', '~', '~'],
    sports: [500, 1000, 1000, 1000],
    'sports-gym-training': ['-', '~', '~', '~'],
    'breastfeeding-equipment': [1000, 1000, 1000, 1000],
    'childcare-fees': [3000, 3000, 3000, 3000],
    'childcare-care-centre': ['-', '-', '-', '~'],
    'sspn-net-deposit': [8000, 8000, 8000, 8000],
    'spouse-alimony': [4000, 4000, 4000, 4000],
    'life-insurance-epf': [7000, 7000, 7000, 7000],
    'epf-approved-scheme': [4000, 4000, 4000, 4000],
    'life-insurance-or-voluntary-epf': [3000, 3000, 3000, 3000],
    'prs-deferred-annuity': [3000, 3000, 3000, 3000],
    'education-medical-insurance': [3000, 3000, 4000, 4000],
    'socso-eis': [350, 350, 350, 350],
    'ev-green-home': [2500, 2500, 2500, 2500],
    'food-waste-composter': ['-', '-', '~', '~'],
    'food-waste-grinder': ['-', '-', '-', '~'],
    'household-cctv': ['-', '-', '-', '~'],
    'housing-loan-interest-500k': ['-', '-', 7000, 7000],
    'housing-loan-interest-750k': ['-', '-', 5000, 5000],
    'domestic-tourism': ['-', '-', '-', 1000],
  }

  test('have the limits of the official lists', () => {
    for (const [code, expected] of Object.entries(limits)) {
      const found = YEARS.map((ya) => {
        const relief = findRelief(yearOf(ya), code)
        if (!relief) return '-'
        return relief.limitSen === null ? '~' : relief.limitSen / 100
      })
      assert.deepEqual(found, expected, code)
    }
  })

  test('whose outermost limits add up to', () => {
    const totals = law.years.map(({ reliefs }) =>
      reliefs.reduce((total, { limitSen }) => total + (limitSen ?? 0), 0),
    )
    assert.deepEqual(totals, [85_850, 86_350, 89_350, 90_350].map(rm))
  })

  test('name every relief in both languages, with its section and where it was read', () => {
    for (const year of law.years)
      for (const relief of allReliefs(year)) {
        assert.match(relief.section, /^4[5-9]/, relief.code)
        for (const { id } of relief.sources) assert.ok(year.sources[id]?.licence, relief.code)
      }
  })

  test('say how sure they are', () => {
    assert.deepEqual(verificationOf(yearOf(2025)).openQuestions, 10)
    for (const year of law.years) {
      const { rules, verified } = verificationOf(year)
      assert.ok(verified < rules && verified > rules / 2)
    }
    assert.equal(yearOf(2026).filing.verified, false)
  })

  test('say of every parameter where it was read, and where no page could be', async () => {
    const document = await readFile(new URL('../../docs/law.md', import.meta.url), 'utf8')
    for (const year of law.years) {
      const heads = lawHeads(year)
      for (const { code, rule: read } of heads) {
        assert.ok(read.sources.length > 0, code)
        for (const { id, place } of read.sources) assert.ok(year.sources[id] && place, `${code}: ${id}`)
      }
      const somewhere = heads.filter((head) => !head.rule.sources.some(({ exact }) => exact))
      const listed = new RegExp(`^\\| ${year.year} \\| (.*) \\|$`, 'm').exec(document)?.[1]
      assert.equal(listed, somewhere.map(({ code }) => `\`${code}\``).join(' '), String(year.year))
    }
  })

  test('tell a page, paragraph, section, row or item from a work as a whole', () => {
    const exact = (place: string) => {
      const [source] = rule.parse({ section: '46', sources: [`pr-7-2025 ${place}`], verified: true }).sources
      return source?.exact
    }
    for (const place of ['para 6.11.1(b)', 'p.35', 's.6(a)(vi)', 'G9(i)', 'row 6-8', 'item 11', '82A(1)'])
      assert.equal(exact(place), true, place)
    for (const place of ['list', 'Part G', 'deadlines', 'not amended by Chapter II', 'YA 2025'])
      assert.equal(exact(place), false, place)
  })

  test('know their deadlines, and how long papers are kept', () => {
    assert.deepEqual(yearOf(2025).filing.BE, { dueOn: '2026-04-30', eFilingUntil: '2026-05-15' })
    assert.deepEqual(yearOf(2025).filing.B, { dueOn: '2026-06-30', eFilingUntil: '2026-07-15' })
    assert.equal(retainUntil(yearOf(2024)), '2032-12-31')
    assert.equal(retainUntil(yearOf(2024), 2027), '2034-12-31')
  })
})

describe('e-invoice classification codes', () => {
  test('are the 45 of LHDN', () => {
    const codes = law.einvoice.codes.map(({ code }) => code)
    assert.equal(codes.length, 45)
    assert.deepEqual([codes[0], codes[44], new Set(codes).size], ['001', '045', 45])
    const uses = (use: string) =>
      law.einvoice.codes.flatMap((entry) => (entry.use === use ? [entry.code] : []))
    assert.deepEqual(uses('consolidated'), ['004'])
    assert.deepEqual(uses('self-billed'), ['009', '033', '034', '035', '036', '037', '045'])
  })

  test('support other reliefs in other years', () => {
    assert.deepEqual(supportedReliefs(yearOf(2023), '013').reliefs, ['lifestyle-gym-membership'])
    assert.deepEqual(supportedReliefs(yearOf(2024), '013').reliefs, ['sports-gym-training'])
    assert.equal(supportedReliefs(yearOf(2024), '013').certainty, 'direct')
    assert.equal(supportedReliefs(yearOf(2024), '016').certainty, 'none')
    assert.deepEqual(supportedReliefs(yearOf(2025), '016').reliefs, ['housing-loan-interest'])
    assert.deepEqual(supportedReliefs(yearOf(2025), '007').gifts, ['gift-approved-institution'])
    assert.deepEqual(supportedReliefs(yearOf(2025), '022').reliefs, [])
    assert.deepEqual(einvoiceCodesOf(yearOf(2025), 'lifestyle-books'), ['026'])
  })
})

describe('a data file', () => {
  let folder: string
  let source: string
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tracker-law-'))
    source = await readFile(new URL('../../server/law/years/2026.json', import.meta.url), 'utf8')
  })
  after(() => remove(folder, { recursive: true, force: true }))

  /** The law of a folder that holds this one file. */
  async function lawOf(name: string, content: string) {
    const own = await mkdtemp(join(folder, 'years-'))
    await mkdir(own, { recursive: true })
    await writeFile(join(own, name), content)
    return loadLaw(own)
  }

  test('of a new year is all that a new year needs', async () => {
    const year = JSON.parse(source.replaceAll('2026', '2027').replaceAll('2027-', '2028-'))
    year.reliefs = year.reliefs.filter(({ code }: { code: string }) => code !== 'domestic-tourism')
    year.reliefs.push({
      code: 'tree-planting',
      en: 'Planting a tree',
      ms: 'Menanam pokok',
      msSource: 'own',
      shortName: { en: 'Tree planting', ms: 'Menanam pokok' },
      section: '46(1)(zz)',
      kind: 'capped',
      limitSen: 50_000,
      beneficiaries: ['self'],
      evidence: { kind: 'receipt' },
      sources: ['act-874 invented'],
      basis: 'statute',
      verified: false,
    })
    for (const relief of year.reliefs.flatMap((one: { children?: object[] }) => [
      one,
      ...(one.children ?? []),
    ]))
      if (relief.lastYear < 2027) relief.lastYear = 2027
    const invented = (await lawOf('2027.json', JSON.stringify(year))).year(2027)
    assert.ok(invented)
    const result = estimate(
      invented,
      taxpayer({
        income: { employment: rm(60_000) },
        spend: { 'tree-planting': rm(700), lifestyle: rm(9000) },
      }),
    )
    assert.equal(result.reliefs.allowedSen, rm(9000 + 500 + 2500))
    assert.equal(result.chargeableIncomeSen, rm(48_000))
    assert.equal(retainUntil(invented), '2035-12-31')
  })

  // biome-ignore lint/suspicious/noExplicitAny: the files are broken on purpose
  type Broken = any
  const faults: [string, (year: Broken) => void, RegExp][] = [
    [
      'a limit as text',
      (y) => (y.reliefs[1].limitSen = '8000'),
      /^2026\.json\.reliefs\[1\]\.limitSen: a whole/,
    ],
    ['a fraction of a sen', (y) => (y.reliefs[0].limitSen = 900000.5), /reliefs\[0\]\.limitSen/],
    ['a negative limit', (y) => (y.reliefs[0].limitSen = -1), /reliefs\[0\]\.limitSen/],
    ['a misspelt member', (y) => (y.reliefs[0].limitsen = 1), /reliefs\[0\]\.limitsen: no such member/],
    ['no name', (y) => delete y.reliefs[2].ms, /reliefs\[2\]\.ms: a text expected, found nothing/],
    [
      'an unknown kind of rule',
      (y) => (y.reliefs[0].frequency = { kind: 'monthly' }),
      /frequency\.kind: one of/,
    ],
    [
      'a source that is not listed',
      (y) => (y.reliefs[0].sources = ['pr-9-2099 p.1']),
      /individual: a source of/,
    ],
    ['no source', (y) => (y.bands.sources = []), /bands\.sources: at least one/],
    ['a code used twice', (y) => (y.reliefs[1].code = 'individual'), /individual: a code used once/],
    [
      'a fixed relief nobody is granted',
      (y) => delete y.reliefs[0].grantedFor,
      /individual: a limit and grantedFor/,
    ],
    ['a relief without any limit', (y) => (y.reliefs[2].limitSen = null), /disabled-equipment: a limit here/],
    ['a relief that has ended', (y) => (y.reliefs[1].lastYear = 2025), /parents-medical\.lastYear/],
    ['a band that does not add up', (y) => (y.bands.steps[3].taxUpToHereSen += 1), /bands\.steps\[3\]/],
    ['bands out of order', (y) => (y.bands.steps[2].overSen = 1), /bands\.steps\[2\]\.overSen/],
    [
      'a rebate for an unknown relief',
      (y) => (y.rebates[1].requiresRelief = 'wife'),
      /rebate-spouse: the code of/,
    ],
    ['a fixed rebate without amount', (y) => delete y.rebates[0].amountSen, /rebate-self: what a fixed/],
    ['an unknown e-invoice code', (y) => (y.einvoice[0].code = '099'), /einvoice: the code of a MyInvois/],
    [
      'an unknown relief of one',
      (y) => (y.einvoice[0].reliefs = ['toys']),
      /einvoice 001: the code of a relief/,
    ],
    [
      'an item of an unlisted source',
      (y) => y.forms.BE.push({ certainty: 'notes-row', source: 'en-be-2026', items: { individual: 'G1' } }),
      /forms\.BE: a source of/,
    ],
    [
      'two numbers for one item',
      (y) => {
        const numbers = { certainty: 'derived', source: 'en-be-2025', items: { individual: 'G1' } }
        y.forms.B.push(numbers, numbers)
      },
      /forms\.B: one number for each item/,
    ],
    [
      'two reasons for the items that are not listed',
      (y) => y.forms.B.push(...y.forms.B),
      /forms\.B: one reason for all/,
    ],
    ['a day that is none', (y) => (y.filing.BE.dueOn = '2027-02-30'), /filing\.BE\.dueOn: a day/],
  ]
  for (const [name, breakIt, message] of faults) {
    test(`with ${name} is refused, with the place`, async () => {
      const year = JSON.parse(source)
      breakIt(year)
      await assert.rejects(lawOf('2026.json', JSON.stringify(year)), { name: 'LawDataError', message })
    })
  }

  test('that is not JSON, or no file at all, is refused', async () => {
    await assert.rejects(lawOf('2026.json', '{'), { name: 'LawDataError', message: '2026.json: not JSON' })
    await assert.rejects(lawOf('2026.txt', source), { name: 'LawDataError', message: /at least one file/ })
  })

  test('of a year another file has is refused', async () => {
    const own = await mkdtemp(join(folder, 'years-'))
    await writeFile(join(own, '2026.json'), source)
    await writeFile(join(own, 'copy.json'), source)
    await assert.rejects(loadLaw(own), {
      name: 'LawDataError',
      message: /^copy\.json\.year: a year no other/,
    })
  })
})
