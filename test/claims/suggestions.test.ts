import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadLaw } from '../../server/claims/load-law.ts'
import { merchantKey } from '../../server/claims/suggestions/merchant-key.ts'
import { createSuggester } from '../../server/claims/suggestions/suggester.ts'
import type { SuggestionInput } from '../../server/claims/suggestions/suggestion.ts'

const suggest = createSuggester(await loadLaw())

const input = (changes: Partial<SuggestionInput>): SuggestionInput => ({
  year: 2025,
  merchant: null,
  amountSen: null,
  items: [],
  text: '',
  past: [],
  ...changes,
})
const items = (...lines: [string, number][]) =>
  lines.map(([description, amountSen]) => ({ description, amountSen, classification: null }))

test('a bookshop is judged line by line, with reasons a person can check', () => {
  const { parts, from } = suggest(
    input({
      merchant: 'POPULAR BOOK CO',
      amountSen: 4540,
      items: items(['SPM PHYSICS', 3290], ['A4 PAPER', 1250]),
    }),
  )
  assert.equal(from, 'rules')
  assert.deepEqual(
    parts.map(({ relief, sen, items, reason, question }) => ({ relief, sen, items, reason, question })),
    [
      {
        relief: 'lifestyle-books',
        sen: 3290,
        items: [0],
        reason: "POPULAR BOOK CO: bookshop; line 'SPM PHYSICS' reads as a book",
        question: null,
      },
      {
        relief: null,
        sen: 1250,
        items: [1],
        reason: "line 'A4 PAPER' is stationery and does not count",
        question: null,
      },
    ],
  )
})

test('one key for one merchant', () => {
  for (const name of ['AEON CO. (M) BHD', 'Aeon Co (M) Bhd. (126926-H)', 'AEON CO (M) BHD - TAMAN MALURI'])
    assert.equal(merchantKey(name), 'aeon')
  assert.notEqual(merchantKey('KLINIK TAMAN DESA'), merchantKey('KLINIK TAMAN MELAWATI'))
  for (const name of ['***', 'SDN BHD', '大众书局', '(M)', ' ']) assert.notEqual(merchantKey(name), '')
})
