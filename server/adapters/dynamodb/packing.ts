import { promisify } from 'node:util'
import {
  brotliCompress,
  brotliDecompress,
  constants,
  deflateRaw,
  deflateRawSync,
  inflateRaw,
  inflateRawSync,
} from 'node:zlib'
import { DICTIONARY_1 } from './dictionary-1.ts'
import { DICTIONARY_1_FIRST } from './dictionary-1-first.ts'

/**
 * By number, which is the first byte of what was packed with them. Never 0 (format.ts). A number with two dictionaries
 * was used for both; what was packed does not say with which.
 */
const dictionaries: Record<number, [string, ...string[]]> = { 1: [DICTIONARY_1, DICTIONARY_1_FIRST] }
/** How many dictionaries a number can stand for. */
export const EDITIONS = 2
const NEWEST = 1

const [deflate, inflate] = [promisify(deflateRaw), promisify(inflateRaw)]
const [compressText, decompressText] = [promisify(brotliCompress), promisify(brotliDecompress)]

/** For documents of a few kB, quality 5 is within 1 % of the best at a tenth of its time. */
const textOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }

/** @param known see pack; text near its end is cheapest to refer to */
const optionsOf = (dictionary: string | undefined, known: string) => ({
  level: 9,
  memLevel: 9,
  dictionary: Buffer.from(`${dictionary}${known}`),
})

const numbered = (packed: Uint8Array) => Buffer.concat([Uint8Array.of(NEWEST), packed])

/**
 * A document as it is stored: a fifth of the text, because write units are counted in kB of the whole item.
 * @param known text that is also at hand when unpacking, whose end is likely to occur in the document
 */
export const pack = async (document: string, known = ''): Promise<Uint8Array> =>
  numbered(await deflate(document, optionsOf(dictionaries[NEWEST]?.[0], known)))

/** Synchronous, for a few hundred bytes. */
export const packSmall = (document: string, known = ''): Uint8Array =>
  numbered(deflateRawSync(document, optionsOf(dictionaries[NEWEST]?.[0], known)))

/** Plain text without a dictionary. */
export const packText = (text: string): Promise<Uint8Array> => compressText(text, textOptions)

/**
 * @param known the same text as for packing
 * @param edition which dictionary of its number, from 0 to EDITIONS - 1
 */
export async function unpack(bytes: Uint8Array, known = '', edition = 0): Promise<string> {
  const dictionary = dictionaries[bytes[0] ?? 0]?.[edition]
  // Brotli begins with the window size, 0x0b or more. Documents were brotli before there were dictionaries.
  if (!dictionary) return String(await decompressText(bytes))
  return String(await inflate(bytes.subarray(1), optionsOf(dictionary, known)))
}

/** As unpack. */
export function unpackSmall(bytes: Uint8Array, known = '', edition = 0): string {
  const dictionary = dictionaries[bytes[0] ?? 0]?.[edition]
  if (!dictionary) throw new Error(`a document of a dictionary this release does not know (${bytes[0]})`)
  return String(inflateRawSync(bytes.subarray(1), optionsOf(dictionary, known)))
}
