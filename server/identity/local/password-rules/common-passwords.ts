import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { brotliDecompress } from 'node:zlib'
import { foldPassword, SHORTEST_STEM } from './fold.ts'

const LIST = new URL('./common-passwords.txt.br', import.meta.url)
/** People add a year or a birthday. What is longer is worth something itself. */
const MOST_ADDED = 8
/** `abcabcabcabc` is as easy to guess as `abc`. */
const SHORTEST_UNIT = 4

const decompress = promisify(brotliDecompress)

/**
 * Whether it is among the passwords that are tried first: on the list, whatever its case; one of the list with digits
 * and signs around it; or the repetition of such a one, or of a few characters. The list is read each time, because a
 * password is seldom chosen and the list takes megabytes.
 */
export async function isCommon(password: string): Promise<boolean> {
  const folded = foldPassword(password)
  const unit = repeatedUnit(folded)
  if (unit.length < SHORTEST_UNIT) return true
  const list = new Set((await decompress(await readFile(LIST))).toString().split('\n'))
  return [folded, ...cores(folded), unit, ...cores(unit)].some((candidate) => list.has(candidate))
}

/** The shortest text whose repetition it is; the last one may be cut off. */
function repeatedUnit(text: string) {
  for (let length = 1; length <= text.length / 2; length++) {
    const unit = text.slice(0, length)
    if (unit.repeat(Math.ceil(text.length / length)).startsWith(text)) return unit
  }
  return text
}

/** What is left without some of the digits and signs at its ends. */
function cores(text: string): string[] {
  const before = /^[^\p{L}]*/u.exec(text)?.[0].length ?? 0
  const after = /[^\p{L}]*$/u.exec(text)?.[0].length ?? 0
  const found: string[] = []
  for (let start = 0; start <= Math.min(before, MOST_ADDED); start++) {
    for (let cut = 0; cut <= Math.min(after, MOST_ADDED) - start; cut++) {
      const core = text.slice(start, text.length - cut)
      if (core.length >= SHORTEST_STEM) found.push(core)
    }
  }
  return found
}
