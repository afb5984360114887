import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import subsetFont from 'subset-font'

export type Weight = 400 | 700

/** A font file that covers some characters. */
interface Face {
  id: string
  ranges: [first: number, last: number][]
  /** The font with these characters, in a format that PDFKit accepts. */
  load(weight: Weight, characters: string): Promise<Buffer>
}

const require = createRequire(import.meta.url)

/** Noto Sans by Google (SIL Open Font License): Latin, Tamil and Chinese, one file per range of Unicode. */
const faces: Face[] = [
  ...['latin', 'latin-ext'].map((part) => fixedWeight('noto-sans', part)),
  fixedWeight('noto-sans-tamil', 'tamil'),
  ...Object.entries(rangesOf('@fontsource-variable/noto-sans-sc')).map(([part, ranges]) =>
    variable(part, ranges),
  ),
]

/** The face for a character; undefined if no face covers it. */
export const faceOf = (() => {
  const cache = new Map<string, Face | undefined>()
  return (character: string): Face | undefined => {
    if (!cache.has(character)) cache.set(character, find(character.codePointAt(0) ?? 0))
    return cache.get(character)
  }
})()

const find = (point: number) =>
  faces.find(({ ranges }) => ranges.some(([first, last]) => first <= point && point <= last))

/** The faces needed for this text, each with its characters. */
export function facesFor(text: string): { face: Face; characters: string }[] {
  const needed = new Map<Face, string>()
  for (const character of new Set(text)) {
    const face = faceOf(character)
    if (face) needed.set(face, (needed.get(face) ?? '') + character)
  }
  return [...needed].map(([face, characters]) => ({ face, characters }))
}

/** A font with fixed weights. PDFKit accepts it unchanged and embeds the glyphs used. */
function fixedWeight(family: string, part: string): Face {
  return {
    id: `${family}-${part}`,
    ranges: rangesOf(`@fontsource/${family}`)[part] ?? [],
    load: (weight) => file(`@fontsource/${family}/files/${family}-${part}-${weight}-normal.woff`),
  }
}

/** A part of a variable font, reduced to one weight and the characters of the document. */
function variable(part: string, ranges: Face['ranges']): Face {
  const name = `noto-sans-sc-${part.replace(/[[\]]/g, '')}-wght-normal.woff2`
  return {
    id: `noto-sans-sc-${part}`,
    ranges,
    async load(weight, characters) {
      const whole = await file(`@fontsource-variable/noto-sans-sc/files/${name}`)
      return subsetFont(whole, characters, { targetFormat: 'truetype', variationAxes: { wght: weight } })
    },
  }
}

const file = (specifier: string) => readFile(fileURLToPath(import.meta.resolve(specifier)))

/** The parts of a font family, from its package: `{ "latin": "U+0000-00FF,U+0131" }`. */
function rangesOf(family: string): Record<string, Face['ranges']> {
  const parts = require(`${family}/unicode.json`) as Record<string, string>
  const read = (list: string) =>
    list.split(',').map((range): [number, number] => {
      const [first = '', last = first] = range.replace('U+', '').split('-')
      return [Number.parseInt(first, 16), Number.parseInt(last, 16)]
    })
  return Object.fromEntries(Object.entries(parts).map(([part, list]) => [part, read(list)]))
}
