import { pipeline, Readable } from 'node:stream'
import { stringify } from 'csv-stringify'
import type { Language } from '../language.ts'
import { ringgit } from '../ringgit.ts'
import { asText } from './cells.ts'
import { columnNames } from './column-names.ts'
import { columns, type PartRow, type Value } from './part-rows.ts'
import { words } from './words/index.ts'

/** The rows as CSV (RFC 4180) in UTF-8 with a byte order mark, without which Excel assumes another encoding. */
export function toCsv(rows: AsyncIterable<PartRow> | Iterable<PartRow>, language: Language): Readable {
  const { columns: titles } = words[language]
  const writer = stringify({
    bom: true,
    header: true,
    columns: columnNames.map((name) => ({ key: name, header: titles[name] })),
    record_delimiter: 'windows',
    quoted_string: true,
  })
  const lines = async function* () {
    for await (const row of rows) yield columnNames.map((name) => cellOf(columns[name](row, words[language])))
  }
  // An error or cancellation at one end destroys the other; the reader of the stream receives the error.
  return pipeline(Readable.from(lines()), writer, () => {})
}

function cellOf(value: Value): string {
  switch (value.kind) {
    case 'text':
      return asText(value.text)
    case 'sen':
      return value.sen === null ? '' : ringgit(value.sen)
    case 'day':
      return value.day ?? ''
    case 'number':
      return value.number === null ? '' : String(value.number)
  }
}
