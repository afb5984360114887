import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import subsetFont from 'subset-font'

export type Weight = 400 | 700

/** A font file for some characters. */
interface Face {
  id: string
  ranges: [first: number, last: number][]
  /** The font of these characters in a form that PDFKit takes. */
  load(weight: Weight, characters: string): Promise<Buffer>
}

const require = createRequire(import.meta.url)

/** Noto Sans by Google, under the SIL Open Font License: Latin, Tamil and Chinese, a file for each part of Unicode. */
const faces: Face[] = [
  ...['latin', 'latin-ext'].map((part) => still('noto-sans', part)),
  still('noto-sans-tamil', 'tamil'),
  ...Object.entries(rangesOf('@fontsource-variable/noto-sans-sc')).map(([part, ranges]) =>
    chinese(part, ranges),
  ),
]

/** The face of each character; undefined for a character that no face has. */
export const faceOf = (() => {
  const known = new Map<string, Face | undefined>()
  return (character: string): Face | undefined => {
    if (!known.has(character)) known.set(character, find(character.codePointAt(0) ?? 0))
    return known.get(character)
  }
})()

const find = (point: number) =>
  faces.find(({ ranges }) => ranges.some(([first, last]) => first <= point && point <= last))

/** The faces that a document with this text needs, with what they need to know of it. */
export function facesFor(text: string): { face: Face; characters: string }[] {
  const needed = new Map<Face, string>()
  for (const character of new Set(text)) {
    const face = faceOf(character)
    if (face) needed.set(face, (needed.get(face) ?? '') + character)
  }
  return [...needed].map(([face, characters]) => ({ face, characters }))
}

/** A font of fixed weights, which PDFKit takes as it is and embeds what is used of it. */
function still(family: string, part: string): Face {
  return {
    id: `${family}-${part}`,
    ranges: rangesOf(`@fontsource/${family}`)[part] ?? [],
    load: (weight) => file(`@fontsource/${family}/files/${family}-${part}-${weight}-normal.woff`),
  }
}

/** A part of the variable font, made into one of a weight with the characters of the document alone. */
function chinese(part: string, ranges: Face['ranges']): Face {
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

/** The parts of a family, from what it ships: `{ "latin": "U+0000-00FF,U+0131" }`. */
function rangesOf(family: string): Record<string, Face['ranges']> {
  const parts = require(`${family}/unicode.json`) as Record<string, string>
  const read = (list: string) =>
    list.split(',').map((range): [number, number] => {
      const [first = '', last = first] = range.replace('U+', '').split('-')
      return [Number.parseInt(first, 16), Number.parseInt(last, 16)]
    })
  return Object.fromEntries(Object.entries(parts).map(([part, list]) => [part, read(list)]))
}
