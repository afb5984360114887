import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { guideOf, guides } from '../../server/law/guide/index.ts'
import { allReliefs } from '../../server/law/tree.ts'
import type { TaxYear } from '../../server/law/year.ts'
import { law, yearOf } from './law.ts'

const LANGUAGES = ['en', 'ms'] as const
const headsOf = (year: TaxYear) => [...allReliefs(year), ...year.gifts.heads, ...year.rebates]

/** Each head of each year in each language. */
const all = law.years.flatMap((year) =>
  headsOf(year).flatMap((head) => LANGUAGES.map((language) => ({ year, head, language }))),
)

describe('the reliefs in plain words', () => {
  test('say for every head of every year, in both languages, what counts, for whom and what to keep', () => {
    const incomplete = all.flatMap(({ year, head, language }) => {
      const guide = guideOf(year, head.code, language)
      const isComplete =
        guide && guide.counts.length > 0 && guide.doesNotCount.length > 0 && guide.for && guide.keep
      return isComplete ? [] : [`${year.year} ${head.code} ${language}`]
    })
    assert.deepEqual(incomplete, [])
  })

  test('are a few short lines', () => {
    for (const { year, head, language } of all) {
      const { counts = [], doesNotCount = [] } = guideOf(year, head.code, language) ?? {}
      for (const lines of [counts, doesNotCount]) {
        assert.ok(lines.length <= 6, `${head.code}: ${lines.length} lines`)
        for (const line of lines) assert.ok(line.length <= 110, line)
      }
    }
  })

  test('say what is new exactly where the law of the year does', () => {
    for (const { year, head, language } of all) {
      const isChanged = 'changed' in head && head.changed !== undefined
      assert.equal(
        guideOf(year, head.code, language)?.changed != null,
        isChanged,
        `${year.year} ${head.code}`,
      )
    }
  })

  test('put as a question what the law of the year leaves open', () => {
    for (const { year, head, language } of all) {
      const { questions = [] } = guideOf(year, head.code, language) ?? {}
      if ('questions' in head && head.questions.length > 0) assert.ok(questions.length > 0, head.code)
      for (const question of questions) assert.match(question, /\?/)
    }
  })

  test('hold one line for whom, and one for what to keep, in each year', () => {
    for (const { year } of law.years)
      for (const [code, guide] of Object.entries(guides))
        for (const lines of [guide.for, guide.keep]) {
          const held = lines.filter(({ from = 0, until = 9999 }) => from <= year && year <= until)
          assert.equal(held.length, 1, `${year} ${code}`)
        }
  })

  test('take limits from the law of the year', () => {
    const limits = (ya: number) => guideOf(yearOf(ya), 'medical-learning-disability', 'en')?.counts.at(-1)
    assert.equal(limits(2024), 'Up to RM\u00a04,000 in this year')
    assert.equal(limits(2026), 'Up to RM\u00a010,000 in this year')
    for (const { year, head, language } of all) {
      const words = JSON.stringify(guideOf(year, head.code, language))
      assert.doesNotMatch(words, /[{]limit|(sehingga|[Uu]p to|Lebih daripada|More than) [,"]/, head.code)
    }
  })

  test('differ where the rule of a year differs', () => {
    const lifestyle = (ya: number) => guideOf(yearOf(ya), 'lifestyle', 'ms')
    assert.match(lifestyle(2023)?.counts.join() ?? '', /gimnasium/)
    assert.doesNotMatch(lifestyle(2024)?.counts.join() ?? '', /gimnasium/)
    assert.match(lifestyle(2024)?.changed ?? '', /^Kursus ditambah/)
    assert.equal(guideOf(yearOf(2024), 'sports', 'en')?.for.includes('parents'), false)
    assert.equal(guideOf(yearOf(2025), 'sports', 'en')?.for.includes('parents'), true)
  })

  test('are written for heads that some year has, and for no others', () => {
    const known = new Set(law.years.flatMap(headsOf).map(({ code }) => code))
    assert.deepEqual(
      Object.keys(guides).filter((code) => !known.has(code)),
      [],
    )
  })
})
