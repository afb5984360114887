/** Text that spreadsheets and XML take: no lone halves of characters, no control characters but tab and line ends. */
export const clean = (text: string) =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')

/**
 * What a spreadsheet may take for a formula when it opens a CSV file: =, +, - and @, also full-width, also after
 * spaces and what does not show, and whatever begins with a tab or a line end (OWASP, CSV injection).
 */
const FORMULA = /^(?:[\t\r\n]|[\s\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20\u2212])/u

/** Text of a stranger's making for a CSV file: what could become a formula begins with an apostrophe instead. */
export function harmless(text: string): string {
  const cleaned = clean(text)
  return FORMULA.test(cleaned) ? `'${cleaned}` : cleaned
}
