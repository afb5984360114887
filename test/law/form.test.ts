import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { describe, test } from 'node:test'
import { formItem } from '../../server/law/form.ts'
import { allReliefs } from '../../server/law/tree.ts'
import type { FormKind } from '../../server/law/year.ts'
import { law, yearOf } from './law.ts'

const FORMS = ['BE', 'B'] as const

/** By year, form and code: the number, how it is known, and whether it is that of a row; null: not known. */
type Table = Record<string, Record<FormKind, Record<string, [string, string, string?] | null>>>
const { years } = JSON.parse(await readFile(new URL('./form-items.json', import.meta.url), 'utf8')) as {
  years: Table
}
const CERTAINTIES: Record<string, string> = { 'form-transcription': 'transcription' }

describe('the numbers of the items of the forms', () => {
  for (const ya of Object.keys(years))
    for (const form of FORMS)
      test(`of Form ${form} ${ya} are those that were read or follow, and no others`, () => {
        const year = yearOf(Number(ya))
        const expected = years[ya]?.[form] ?? {}
        const found = Object.keys(expected).map((code) => {
          const { item, certainty, sharesRow } = formItem(year, form, code)
          return [code, item === null ? null : [item, certainty, sharesRow]]
        })
        assert.deepEqual(
          Object.fromEntries(found),
          Object.fromEntries(
            Object.entries(expected).map(([code, known]) => {
              if (known === null) return [code, null]
              const [item, certainty, row] = known
              return [code, [item, CERTAINTIES[certainty] ?? certainty, row === 'row']]
            }),
          ),
        )
        const listed = year.forms[form].flatMap((group) =>
          group.certainty === 'unknown' ? [] : Object.keys(group.items),
        )
        assert.deepEqual(
          listed.filter((code) => !expected[code]),
          [],
        )
      })

  test('are known, derived, or not known for a reason, for every relief, gift and rebate of every year', () => {
    for (const year of law.years)
      for (const form of FORMS)
        for (const { code } of [...allReliefs(year), ...year.gifts.heads, ...year.rebates]) {
          const { item, certainty, source, note } = formItem(year, form, code)
          const place = `${year.year} ${form} ${code}`
          assert.equal(item === null, certainty === 'unknown', place)
          assert.equal(item === null, source === null, place)
          // Why there is no number, or what it follows from, is said in both languages.
          if (item === null || certainty.startsWith('derived')) assert.ok(note?.en && note.ms, place)
        }
  })

  test('of Form B begin with other letters than those of Form BE, and those of 2026 are not known', () => {
    assert.equal(formItem(yearOf(2025), 'BE', 'lifestyle').item, 'G9')
    assert.equal(formItem(yearOf(2025), 'B', 'lifestyle').item, 'H9')
    for (const form of FORMS) {
      const { item, note } = formItem(yearOf(2026), form, 'lifestyle')
      assert.equal(item, null)
      assert.equal(note?.en, `Form ${form} 2026 is not published.`)
    }
  })
})
