import { readableFieldNames } from '../../receipts/fields.ts'

/** Lines of at most 85 characters. */
const wrapped = (text: string, indent: string) =>
  text
    .replace(/(.{1,85})( |$)/g, '$1\n')
    .trimEnd()
    .replaceAll('\n', `\n${indent}`)

/** What `read --json` prints, for its help. */
export function readingShape(): string {
  const located = readableFieldNames.filter((name) => name !== 'currency').join(', ')
  return `With --json, one object per file in the order given:
  { "file", "seconds", "reading": {
      ${wrapped(located, '      ')}:
        each { value, confidence 0..1, page, box } or null,
      currency, items,
      einvoice: the MyInvois document of the file or QR code, or null } }
box is in fractions of the page: { left, top, width, height }; amounts are integer sen.
A file that could not be read has "error": { code, message } instead of "reading".`
}
