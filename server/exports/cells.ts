/** Text that is valid in spreadsheets and XML: no lone surrogates, no control characters except tab and line ends. */
export const clean = (text: string) =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the pattern removes them
  text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')

/**
 * Text that a spreadsheet may interpret as a formula in a CSV file: it begins with =, +, - or @, also full-width, also after
 * spaces or invisible characters, or with a tab or line end (OWASP, CSV injection).
 */
const FORMULA = /^(?:[\t\r\n]|[\s\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20\u2212])/u

/** Untrusted text for a CSV file. Text that could become a formula gets a leading apostrophe. */
export function harmless(text: string): string {
  const cleaned = clean(text)
  return FORMULA.test(cleaned) ? `'${cleaned}` : cleaned
}
