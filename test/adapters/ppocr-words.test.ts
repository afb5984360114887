import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadCharacters } from '../../server/adapters/ppocr/characters.ts'
import { bestOfEach, decode } from '../../server/adapters/ppocr/decode.ts'
import { loadWords, withKnownWords } from '../../server/adapters/ppocr/known-words.ts'
import { ownModels } from '../../server/adapters/ppocr/models.ts'

const models = ownModels()
const { latin } = await loadCharacters(models.characters)
const words = await loadWords(models.words)

/** What is seen in one step of a line: characters (blank: '') with their probabilities. */
type Step = Record<string, number>

/** The steps of a network that is sure of a text, two to a character; `doubts` says what it sees instead at a place. */
function stepsOf(text: string, doubts: Record<number, Step> = {}): Step[] {
  return [...text].flatMap((character, at) => [doubts[at] ?? { [character]: 1 }, { '': 1 }])
}

function read(steps: Step[]): string {
  const values = new Float32Array(steps.length * latin.length)
  steps.forEach((step, index) => {
    for (const [character, probability] of Object.entries(step)) {
      values[index * latin.length + latin.indexOf(character)] = probability
    }
  })
  const characters = decode(bestOfEach(values, steps.length), latin)
  const known = withKnownWords(characters, { values, characters: latin }, words)
  return known.map(({ character }) => character).join('')
}

test('a letter that the network nearly took makes a word', () => {
  assert.equal(read(stepsOf('AIK HUAT HARDWAKE', { 15: { K: 0.9, R: 0.1 } })), 'AIK HUAT HARDWARE')
  assert.equal(read(stepsOf('Health & Beguty', { 11: { g: 0.8, a: 0.2 } })), 'Health & Beauty')
})

test('a letter that was left out or read twice makes a word', () => {
  assert.equal(read(stepsOf('SEAFODS', { 5: { D: 0.9, O: 0.1 } })), 'SEAFODS', 'not two letters')
  const seafood = [...stepsOf('SEAFO'), { '': 0.9, O: 0.1 }, ...stepsOf('D')]
  assert.equal(read(seafood), 'SEAFOOD')
  const restaurant = [...stepsOf('RESTAU'), { U: 0.6, '': 0.4 }, ...stepsOf('RANT')]
  assert.equal(read(restaurant), 'RESTAURANT')
})

test('what the network is sure of stays, word or not', () => {
  assert.equal(read(stepsOf('AIK HUAT HARDWAKE')), 'AIK HUAT HARDWAKE')
  assert.equal(read(stepsOf('GUARDIANS', { 0: { G: 0.6, B: 0.4 } })), 'GUARDIANS', 'the plural of a word')
})

test('short names, numbers and what stands between words stay', () => {
  assert.equal(read(stepsOf('SANYU', { 4: { U: 0.6, O: 0.4 } })), 'SANYU')
  assert.equal(read(stepsOf('(AB12345-X)', { 1: { A: 0.6, B: 0.4 } })), '(AB12345-X)')
})
