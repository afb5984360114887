import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { create, type Font } from 'fontkit'
import { facesFor } from '../../../server/exports/pdf/faces.ts'
import type { FontName } from './looks.ts'

/** Text as outlines, so that a drawing needs no font of the machine it is made on. */
export interface Typesetter {
  width(text: string, type: Type): number
  /** The outlines as SVG path data, the baseline beginning at `x`, `y`. */
  outlines(text: string, type: Type, x: number, y: number): string
}

export interface Type {
  font: FontName
  size: number
  isBold?: boolean
}

/** Fonts under the SIL Open Font License or the Apache License, from their packages. */
const FILES: Record<FontName, (weight: number) => string> = {
  mono: (weight) => `@fontsource/cousine/files/cousine-latin-${weight}-normal.woff`,
  narrow: () => '@fontsource/share-tech-mono/files/share-tech-mono-latin-400-normal.woff',
  condensed: (weight) => `@fontsource/roboto-condensed/files/roboto-condensed-latin-${weight}-normal.woff`,
  sans: (weight) => `@fontsource/noto-sans/files/noto-sans-latin-${weight}-normal.woff`,
  script: () => '@fontsource/lobster/files/lobster-latin-400-normal.woff',
}

const loaded = new Map<string, Promise<Font>>()

function load(file: string): Promise<Font> {
  const known = loaded.get(file)
  if (known) return known
  const font = readFile(fileURLToPath(import.meta.resolve(file))).then((bytes) => create(bytes) as Font)
  loaded.set(file, font)
  return font
}

const HAN = /\p{Script=Han}|[，。：（）]/u

/** @param characters all that will be set; Chinese fonts are cut down to them */
export async function createTypesetter(characters: string): Promise<Typesetter> {
  const fonts = new Map<string, Font>()
  for (const name of Object.keys(FILES) as FontName[]) {
    for (const weight of [400, 700]) fonts.set(`${name}${weight}`, await load(FILES[name](weight)))
  }
  const chinese = await chineseFonts([...characters].filter((character) => HAN.test(character)).join(''))

  const fontFor = (character: string, { font, isBold }: Type): Font | undefined =>
    HAN.test(character)
      ? chinese.find((one) => one.hasGlyphForCodePoint(character.codePointAt(0) ?? 0))
      : fonts.get(`${font}${isBold ? 700 : 400}`)

  /** Pieces of text that one font can set. */
  function* piecesOf(text: string, type: Type): Generator<{ font: Font; text: string }> {
    let piece: { font: Font; text: string } | undefined
    for (const character of text) {
      const font = fontFor(character, type)
      if (!font) continue
      if (piece?.font === font) piece.text += character
      else {
        if (piece) yield piece
        piece = { font, text: character }
      }
    }
    if (piece) yield piece
  }

  return {
    width(text, type) {
      let width = 0
      for (const piece of piecesOf(text, type)) {
        width += (piece.font.layout(piece.text).advanceWidth * type.size) / piece.font.unitsPerEm
      }
      return width
    },
    outlines(text, type, x, y) {
      const paths: string[] = []
      let at = x
      for (const piece of piecesOf(text, type)) {
        const scale = type.size / piece.font.unitsPerEm
        const { glyphs, positions } = piece.font.layout(piece.text)
        glyphs.forEach((glyph, i) => {
          const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[i] ?? {}
          const path = glyph.path.scale(scale, -scale).translate(at + xOffset * scale, y - yOffset * scale)
          paths.push(path.toSVG())
          at += xAdvance * scale
        })
      }
      return paths.join('')
    },
  }
}

const chineseFonts = (characters: string): Promise<Font[]> =>
  Promise.all(
    facesFor(characters).map(
      async ({ face, characters: some }) => create(await face.load(400, some)) as Font,
    ),
  )
