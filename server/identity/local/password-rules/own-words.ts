import { foldPassword, SHORTEST_STEM } from './fold.ts'

const PRODUCT = ['malaysian', 'tax', 'tracker', 'penjejak', 'cukai', 'malaysia']
/** Letters that have to be left for it to be a password of its own. */
const LETTERS_LEFT = 4

/** Whether it is made of the owner's address, with little else. */
export const isOfAddress = (password: string, email: string): boolean => {
  const parts = foldPassword(email)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part.length >= SHORTEST_STEM)
  return hasLittleElse(password, [plain(email), plain(email.split('@')[0] ?? ''), ...parts])
}

/** Whether it is made of the name of this product, with little else. */
export const isOfProduct = (password: string): boolean => hasLittleElse(password, PRODUCT)

function hasLittleElse(password: string, words: string[]) {
  const folded = plain(password)
  const longestFirst = words.filter(Boolean).sort((a, b) => b.length - a.length)
  const rest = longestFirst.reduce((left, word) => left.replaceAll(word, ''), folded)
  return rest !== folded && rest.replace(/\P{L}/gu, '').length < LETTERS_LEFT
}

const plain = (text: string) => foldPassword(text).replace(/[^\p{L}\p{N}]+/gu, '')
