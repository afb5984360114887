import assert from 'node:assert/strict'
import { describe } from 'node:test'
import type { Suggestion } from '../../server/receipts/allocation.ts'
import { loadLaw } from '../../server/services/law.ts'
import { createSuggester } from '../../server/suggestions/suggester.ts'
import { type SuggestionInput, toStored } from '../../server/suggestions/suggestion.ts'
import { todoTest } from '../support/todo.ts'
import { type CaseReceipt, loadSuggestions } from './suggestions.ts'

const suggestWorded = createSuggester(await loadLaw())
const suggest = (input: SuggestionInput) => toStored(suggestWorded(input))

function suggestionOf({ year, merchant, page, lines }: CaseReceipt): Suggestion {
  const printed = lines.map(({ description, sen }) => `${description} ${(sen / 100).toFixed(2)}`)
  return suggest({
    year,
    merchant,
    amountSen: lines.reduce((sum, { sen }) => sum + sen, 0),
    items: lines.map(({ description, sen }) => ({ description, amountSen: sen, classification: null })),
    text: [merchant, ...page, ...printed].join('\n'),
    past: [],
  })
}

/** What is suggested for a line, as suggestions.json writes it. */
function codesOf({ parts }: Suggestion, line: number): string[] {
  const codes = parts
    .filter(({ items }) => items.includes(line))
    .map(({ relief, question }) => `${relief ?? 'none'}${question ? '?' : ''}`)
  return [...new Set(codes)]
}

for (const receipt of await loadSuggestions())
  describe(`${receipt.id}: ${receipt.merchant}, ${receipt.year}`, () => {
    for (const [index, { description, expected, todo }] of receipt.lines.entries())
      todoTest(description, todo, () => {
        const [code = '', ...others] = codesOf(suggestionOf(receipt), index)
        assert.deepEqual(others, [], `${description} is split`)
        assert.ok(expected.includes(code), `${code} instead of ${expected.join(' or ')}`)
      })
  })
