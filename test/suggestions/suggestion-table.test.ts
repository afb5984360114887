import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Suggestion } from '../../server/receipts/allocation.ts'
import { loadLaw } from '../../server/services/law.ts'
import { createSuggester } from '../../server/suggestions/suggester.ts'
import { type SuggestionInput, toStored } from '../../server/suggestions/suggestion.ts'
import { receipts } from './suggestion-receipts.ts'

const suggestWorded = createSuggester(await loadLaw())
const suggest = (input: SuggestionInput) => toStored(suggestWorded(input))

const senOf = (ringgit: string) => Math.round(Number(ringgit) * 100)

/** `SPM PHYSICS 32.90` */
function itemOf(line: string) {
  const [, description = '', ringgit = ''] = /^(.*) (\d+\.\d\d)$/.exec(line.trim()) ?? []
  return { description, amountSen: senOf(ringgit), classification: null }
}

const shown = ({ parts }: Suggestion) =>
  parts
    .map(({ relief, sen, person, question }) => {
      const [asked, whom] = [question ? '?' : '', person ? `@${person}` : '']
      return `${relief ?? 'none'}${asked}${whom} ${(sen / 100).toFixed(2)}`
    })
    .join('; ')

const rows = receipts
  .trim()
  .split('\n')
  .map((row) => {
    const [main = '', page = ''] = row.split(' // ')
    const [year = '', merchant = '', lines = '', expected = ''] = main.split('|').map((cell) => cell.trim())
    const items = lines.split(';').map(itemOf)
    const text = [merchant, ...page.split(';'), ...lines.split(';')].map((line) => line.trim()).join('\n')
    const amountSen = items.reduce((sum, item) => sum + item.amountSen, 0)
    return { row, expected, input: { year: Number(year), merchant, amountSen, items, text, past: [] } }
  })

test('receipts as shops print them are suggested for what the law has for them', () => {
  assert.ok(rows.length >= 120)
  const wrong = rows.flatMap(({ row, expected, input }) => {
    const found = shown(suggest(input))
    return found === expected ? [] : [`${row}\n  found: ${found}`]
  })
  assert.deepEqual(wrong, [])
})

test('every receipt of the table has all years, and every part a reason', () => {
  for (const { input } of rows)
    for (const year of [2023, 2024, 2025, 2026, null]) {
      const { parts } = suggest({ ...input, year })
      assert.equal(
        parts.reduce((sum, { sen }) => sum + sen, 0),
        input.amountSen,
      )
      for (const { reason, confidence, relief } of parts) {
        assert.match(reason, /\w{3}/)
        assert.ok(confidence > 0 && confidence <= 1)
        assert.notEqual(relief, '')
      }
    }
})

test('every reason and question is there in Malay, too', () => {
  for (const { input } of rows)
    for (const year of [2023, 2024, 2025, 2026])
      for (const { reason, question } of suggestWorded({ ...input, year }).parts) {
        assert.match(reason.ms, /\w{3}/)
        if (question) assert.notEqual(question.ms, question.en)
      }
})
