import { randomInt, timingSafeEqual } from 'node:crypto'

/** Without characters that are taken for each other. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
/** 39 bits: with the limits of attempts, guessing takes millions of years. */
const LENGTH = 8

/** What the person who started the server can read and nobody else: two groups of four, such as `7KQM-3XWD`. */
export function newFirstAccountCode(): string {
  const signs = Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)] ?? '')
  return `${signs.slice(0, 4).join('')}-${signs.slice(4).join('')}`
}

/** Whether this is the code, however it is written: in lower case, without the hyphen, with spaces. */
export function isSameCode(typed: string, code: string): boolean {
  const [given, wanted] = [plain(typed), plain(code)]
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}

const plain = (code: string) => Buffer.from(code.toUpperCase().replace(/[^A-Z0-9]/g, ''))
