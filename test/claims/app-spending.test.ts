import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { afterKey, firstStep, snapped } from '../../web/src/features/reliefs/spending.ts'
import { inSentence } from '../../web/src/i18n/in-sentence.ts'
import { shortSection } from '../../web/src/ui/short-section.ts'

describe('how much more is spent', () => {
  test('moves by RM 50 and ends at what is left, to the sen', () => {
    const left = 612_40
    assert.equal(afterKey('ArrowRight', 500_00, left), 550_00)
    assert.equal(afterKey('ArrowUp', 600_00, left), left)
    assert.equal(afterKey('ArrowRight', left, left), left)
    assert.equal(afterKey('ArrowLeft', left, left), 600_00)
    assert.equal(afterKey('ArrowDown', 0, left), 0)
    assert.equal(afterKey('PageUp', 0, left), 500_00)
    assert.equal(afterKey('PageDown', left, left), 150_00)
    assert.deepEqual([afterKey('Home', 50_00, left), afterKey('End', 50_00, left)], [0, left])
    assert.equal(afterKey('Tab', 50_00, left), undefined)
  })

  test('falls on a whole step when it is dragged, or on the end', () => {
    const left = 612_40
    assert.deepEqual(
      [0, 24_00, 26_00, 610_00, 604_00, left].map((sen) => snapped(sen, left)),
      [0, 0, 50_00, left, 600_00, left],
    )
    for (let sen = 0; sen <= 30_00; sen++) assert.ok(snapped(sen, 30_00) <= 30_00)
  })

  test('begins at RM 500, or at what is left', () => {
    assert.deepEqual([firstStep(900_00), firstStep(45_10)], [500_00, 45_10])
  })
})

test('a section of several paragraphs is cited without repeating what they share', () => {
  assert.equal(shortSection('46(1)(g), 46(1)(h), 46(1)(ha)'), '46(1)(g), (h), (ha)')
  for (const same of ['45A, 47', '49(1)(b)-(c)', '46(1)(v), 46(1A)', '6A(3)'])
    assert.equal(shortSection(same), same)
})

test('a name within a sentence begins small, unless its letters are initials', () => {
  assert.deepEqual(['Books', 'SSPN savings', 'EV charging', 'Buku'].map(inSentence), [
    'books',
    'SSPN savings',
    'EV charging',
    'buku',
  ])
})
