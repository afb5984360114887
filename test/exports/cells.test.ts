import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asText } from '../../server/exports/cells.ts'

const listed = (texts: string) => texts.split('|').map((text) => text.trim())

test('a text that a spreadsheet would turn into a number, a day or a time stays a text', () => {
  const numbers = listed(
    '008558 | 1E5 | 1e-5 | 12.50 | 1,234 | 1 234 | 50% | (123) | 12345678901234567890 | RM12 | $5 | USD 5 | ５５ | #12',
  )
  const days = listed(
    '3-4 | 12/3 | 7-11 | 2026-03-14 | 14.3.2026 | 14 Mac 2026 | 3 Ogos | Mar-03 | Jan 2026 | 3月14日 | 10:30 | 10:30 PM | 11 a',
  )
  const truths = listed('TRUE | false | BENAR')
  for (const text of [...numbers, ...days, ...truths, ' 008558 ']) assert.equal(asText(text), `'${text}`)
})

test('a text that no spreadsheet takes for something else is left as it is', () => {
  const texts = listed(
    'INV-008558 | A4 | E5 | 113825-W | 7-Eleven | 99 Speedmart | G9(i) | counts | May | 大众书局 3 | 019ad3b2-7c1f-7a60-b0c1-5f2f3f9d1c22 | ',
  )
  for (const text of texts) assert.equal(asText(text), text)
})

test('a text that could become a formula gets one apostrophe, not two', () => {
  for (const text of ['=1+1', '+60123456789', '-5', '@cmd', '\t=1', ' =1', '＝1', '\u200b=1']) {
    assert.equal(asText(text), `'${text}`)
  }
})
