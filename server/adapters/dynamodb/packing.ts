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

/** By their number, which is the first byte of what was packed with them. */
const dictionaries: Record<number, string> = { 1: DICTIONARY_1 }
const NEWEST = 1

const [deflate, inflate] = [promisify(deflateRaw), promisify(inflateRaw)]
const [compressText, decompressText] = [promisify(brotliCompress), promisify(brotliDecompress)]

/** Five is within a hundredth of the best for documents of some kB, at a tenth of its time. */
const textOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }

/** @param known see pack; the nearer the end, the cheaper to refer to */
const optionsOf = (dictionary: string | undefined, known: string) => ({
  level: 9,
  memLevel: 9,
  dictionary: Buffer.from(`${dictionary}${known}`),
})

const numbered = (packed: Uint8Array) => Buffer.concat([Uint8Array.of(NEWEST), packed])

/**
 * A document as DynamoDB keeps it: write units are counted in kB of a whole item, and this is a fifth of the text.
 * @param known text that whoever unpacks it has at hand too, the end of which is likely to occur in the document
 */
export const pack = async (document: string, known = ''): Promise<Uint8Array> =>
  numbered(await deflate(document, optionsOf(dictionaries[NEWEST], known)))

/** For what is a few hundred bytes. */
export const packSmall = (document: string, known = ''): Uint8Array =>
  numbered(deflateRawSync(document, optionsOf(dictionaries[NEWEST], known)))

/** A text that is no document. */
export const packText = (text: string): Promise<Uint8Array> => compressText(text, textOptions)

/** @param known as it was packed with */
export async function unpack(bytes: Uint8Array, known = ''): Promise<string> {
  const dictionary = dictionaries[bytes[0] ?? 0]
  // brotli of a text begins with its window, 0x0b or more; so did documents before there were dictionaries.
  if (!dictionary) return String(await decompressText(bytes))
  return String(await inflate(bytes.subarray(1), optionsOf(dictionary, known)))
}

export function unpackSmall(bytes: Uint8Array, known = ''): string {
  const dictionary = dictionaries[bytes[0] ?? 0]
  if (!dictionary) throw new Error(`a document of a dictionary this release does not know (${bytes[0]})`)
  return String(inflateRawSync(bytes.subarray(1), optionsOf(dictionary, known)))
}
