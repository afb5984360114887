import assert from 'node:assert/strict'
import { test } from 'node:test'
import { guides } from '../server/law/guide/index.ts'
import { loadLaw } from '../server/services/law.ts'
import { loadRules } from '../server/suggestions/rulebook.ts'
import { texts } from '../server/texts/index.ts'
import { en as appInEnglish } from '../web/src/i18n/en/index.ts'
import { ms as appInMalay } from '../web/src/i18n/ms/index.ts'
import { englishIn } from './support/english.ts'

/** Texts by the path of their keys; a text with arguments is given some. */
function textsOf(catalogue: object, path = ''): [path: string, text: string][] {
  return Object.entries(catalogue).flatMap(([key, value]): [string, string][] => {
    const at = `${path}.${key}`
    if (typeof value === 'string') return [[at, value]]
    if (typeof value !== 'function') return textsOf(value, at)
    // Once as in the singular and the negative, once as in the plural.
    return [0, 2].map((argument) => [at, String(value(...Array(value.length).fill(argument)))])
  })
}

/** The words of an ICU message, without its arguments and keywords. */
const withoutSyntax = (message: string) =>
  message.replaceAll(/\{\w+\}|\{\w+, (?:plural|select),/g, ' ').replaceAll(/(?:=\d+|\w+) \{/g, ' ')

/** Every text in Malay that has English words. */
const mixed = (malay: [string, string][]) =>
  malay.flatMap(([path, text]) =>
    englishIn(withoutSyntax(text)).map((word) => `${path}: ${word} in "${text}"`),
  )

test('English in a Malay text is found', () => {
  assert.deepEqual(englishIn('Resit ini does not count.'), ['does', 'not'])
  assert.deepEqual(englishIn('Tiada resit dengan nama ini.'), [])
  assert.deepEqual(mixed(textsOf(texts.en.problems)).length > 20, true)
})

test('what the server says in Malay is all Malay', () => {
  assert.deepEqual(mixed(textsOf(texts.ms)), [])
})

test('what the app says in Malay is all Malay, and nothing is left as it was in English', () => {
  assert.deepEqual(mixed(textsOf(appInMalay)), [])
  const english = new Map(textsOf(appInEnglish))
  const sentences = textsOf(appInMalay).filter(([, text]) => /\p{L}+ \p{L}+ \p{L}+/u.test(text))
  assert.deepEqual(
    sentences.filter(([path, text]) => english.get(path) === text && path !== '.common.appName'),
    [],
  )
})

test('what is said of the reliefs in Malay is all Malay', () => {
  const lines = Object.entries(guides).flatMap(([code, guide]) => {
    const { counts, doesNotCount, for: whom, keep, questions = [], changes = [] } = guide
    const all = [counts, doesNotCount, whom, keep, questions, changes].flat()
    return all.map(({ ms }): [string, string] => [code, ms])
  })
  assert.deepEqual(mixed(lines), [])
})

test('what the rules and the law say in Malay is all Malay', async () => {
  const law = await loadLaw()
  const { merchants, lines } = loadRules(law)
  const rules = [...merchants, ...lines].flatMap(({ id, reads, question }): [string, string][] => [
    [id, reads.ms],
    ...(question ? [[id, question.ms] satisfies [string, string]] : []),
  ])
  const classes = law.einvoice.codes.map(({ code, name }): [string, string] => [code, name.ms])
  const notes = law.years.flatMap(({ year, einvoice }) =>
    einvoice.flatMap(({ code, note }): [string, string][] => (note ? [[`${year} ${code}`, note.ms]] : [])),
  )
  assert.deepEqual(mixed([...rules, ...classes, ...notes]), [])
})
