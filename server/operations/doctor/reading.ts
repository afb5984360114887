import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { type Finding, failure, fine } from '../../finding.ts'
import type { PageReader } from '../../reading/ports.ts'

/** Letters as strokes of 10 by 16 units, so that no font needs to be installed. */
const STROKES: Record<string, string> = {
  T: 'M0 0H10M5 0V16',
  O: 'M5 0C-1 0 -1 16 5 16S11 0 5 0',
  A: 'M0 16L5 0L10 16M2 11H8',
  L: 'M0 0V16H10',
}
const WORD = 'TOTAL'

/** Reads a picture of one word. */
export async function checkReader(reader: PageReader): Promise<Finding[]> {
  const folder = await mkdtemp(join(tmpdir(), 'tracker-doctor-'))
  const begun = performance.now()
  try {
    const path = join(folder, 'word.png')
    await sharp(Buffer.from(drawing())).png().toFile(path)
    const pages = await reader.read(path)
    const seconds = ((performance.now() - begun) / 1000).toFixed(1)
    const text = pages.flatMap((page) => page.lines.map((line) => line.text)).join(' ')
    return text.includes(WORD)
      ? [fine(`the models load, and a picture of one word was read in ${seconds} s`)]
      : [failure('a picture of one word was not read', 'npm ci reinstalls the models')]
  } catch (error) {
    return [failure(`a picture of one word could not be read: ${(error as Error).message}`, 'npm ci')]
  } finally {
    await reader.close()
    await rm(folder, { recursive: true, force: true })
  }
}

function drawing(): string {
  const letters = [...WORD].map(
    (letter, index) =>
      `<path transform="translate(${60 + index * 26} 120) scale(1.8)" d="${STROKES[letter]}"/>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="320">
    <rect width="100%" height="100%" fill="#fff"/>
    <g fill="none" stroke="#000" stroke-width="2">${letters.join('')}</g></svg>`
}
