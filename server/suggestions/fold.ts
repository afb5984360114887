const LOOKALIKE: Record<string, string> = { 0: 'o', 1: 'i', 5: 's', 8: 'b' }
const ISBN = /^97[89]\d{10}$/

/**
 * One spelling for the variants of a word in print, OCR and plural. Letters and digits that look alike become the same, in long
 * words only, where this cannot turn one word into another.
 */
function foldWord(word: string): string {
  if (ISBN.test(word)) return 'isbn'
  const figures = /\d/.test(word) ? word.replace(/\D/g, '').length : 0
  let folded = word
  if (word.length >= 5 && figures > 0 && figures * 2 < word.length)
    folded = folded.replace(/[0158]/g, (figure) => LOOKALIKE[figure] ?? figure)
  if (folded.length >= 5 && folded.endsWith('s') && !folded.endsWith('ss')) folded = folded.slice(0, -1)
  return folded.length >= 6 ? folded.replaceAll('l', 'i') : folded
}

/** Lower case without accents; apostrophes join, a stroke or an exclamation mark inside a word is an i. */
const plain = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}'’`]/gu, '')
    .toLowerCase()
    .replace(/(?<=[a-z])[|!](?=[a-z])/g, 'i')

const isPlain = (text: string) => /^[a-z ]*$/.test(text)

/** The words of a text as printed, in lower case: `Café IPHONE15` gives `cafe iphone 15`. */
export const printedWords = (text: string): string[] =>
  isPlain(text) ? text.split(' ').filter((word) => word !== '') : wordsOf(plain(text))

const wordsOf = (text: string): string[] =>
  text
    // Chinese is written without spaces: each character is a word.
    .replace(/\p{Script=Han}/gu, ' $& ')
    // A number joined to the end of a word. A single digit may be a misread letter and stays.
    .replace(/(?<=\p{L}{3})(?=\d{2,4}(?!\p{L}|\d))/gu, ' ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

/** The words of a text in the spelling that rules are matched in. */
export const foldedWords = (text: string): string[] => printedWords(text).map(foldWord)
