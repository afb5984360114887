/** Text that is valid in spreadsheets and XML: no lone surrogates, no control characters except tab and line ends. */
export const clean = (text: string) =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the pattern removes them
  text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')

/**
 * Text that a spreadsheet may interpret as a formula in a CSV file: it begins with =, +, - or @, also full-width, also after
 * spaces or invisible characters, or with a tab or line end (OWASP, CSV injection).
 */
const FORMULA = /^(?:[\t\r\n]|[\s\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20\u2212])/u

/** Letters that a number, day or time may have in English, Malay or Chinese: months, halves of the day, currencies, exponents. */
const LETTERS_OF_VALUES = new RegExp(
  [
    String.raw`(?<!\p{L})(?:jan(?:uary|uari)?|feb(?:ruary|ruari)?|mac|mar(?:ch)?|apr(?:il)?|may|mei|june?|july?|julai)(?!\p{L})`,
    String.raw`(?<!\p{L})(?:aug(?:ust)?|ogos|sep(?:t|tember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cs](?:ember)?|dis(?:ember)?)(?!\p{L})`,
    String.raw`(?<!\p{L})(?:rm|myr|usd|sgd)(?!\p{L})`,
    String.raw`(?<=\d ?)[ap]m?(?!\p{L})`,
    String.raw`(?<=\d\.?)e(?=[+-]?\d)`,
    '[年月日号號時时分秒点點]',
  ].join('|'),
  'giu',
)

/** A cell of a CSV file has no type: a spreadsheet makes a value of what looks like one, and 008558 becomes 8558. */
function looksLikeValue(text: string): boolean {
  // Full-width digits are digits, too.
  const plain = text.normalize('NFKC').trim()
  if (/^(?:true|false|benar|palsu)$/i.test(plain)) return true
  return /\p{Nd}/u.test(plain) && !/\p{L}/u.test(plain.replace(LETTERS_OF_VALUES, ' '))
}

/**
 * Untrusted text for a CSV file. Text that a spreadsheet would turn into a formula, a number, a day or a time gets a leading
 * apostrophe, as a person would type it.
 */
export function asText(text: string): string {
  const cleaned = clean(text)
  return FORMULA.test(cleaned) || looksLikeValue(cleaned) ? `'${cleaned}` : cleaned
}
