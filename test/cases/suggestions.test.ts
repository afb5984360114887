import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { answersOf, codeOf, figuresOf, inputOf } from '../../bench/eval/suggestion-score.ts'
import { loadOwn, ownSets } from '../../bench/eval/suggestion-set.ts'
import { loadLaw } from '../../server/services/law.ts'
import { createSuggester } from '../../server/suggestions/suggester.ts'
import { todoTest } from '../support/todo.ts'

const suggest = createSuggester(await loadLaw())

for (const name of Object.keys(ownSets) as (keyof typeof ownSets)[])
  describe(`the ${name} receipts with answers`, async () => {
    const answered = (await loadOwn(name)).map((receipt) => ({
      receipt,
      answers: answersOf(receipt, suggest(inputOf(receipt))),
    }))

    for (const { receipt, answers } of answered)
      for (const answer of answers) {
        const { description, expected, todo } = answer.line
        todoTest(`${receipt.id} ${receipt.merchant}, ${receipt.year}: ${description}`, todo, () => {
          const code = codeOf({ relief: answer.relief, question: answer.isAsked })
          assert.ok(expected.includes(code), `${code} instead of ${expected.join(' or ')}`)
        })
      }

    test('together reach what docs/suggestions.md says', () => {
      const figures = figuresOf(
        answered.length,
        answered.flatMap(({ answers }) => answers),
      )
      assert.ok((figures.precision ?? 0) >= 97)
      assert.ok((figures.recall ?? 0) >= 94)
      assert.ok((figures.rightLines ?? 0) >= 95)
      assert.ok((figures.wrongAbove80 ?? 100) <= 2)
      assert.ok((figures.openAsked ?? 0) >= 95)
    })
  })
