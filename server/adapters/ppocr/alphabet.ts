import { readFile } from 'node:fs/promises'

/** The classes of the network: 0 is blank (no character), then the characters of its dictionary, then the space. */
export interface Alphabet {
  characters: string[]
  /** The classes of Latin characters, including blank and space. Fullwidth forms are mapped to ASCII. */
  latin: Uint16Array
  isChinese(index: number): boolean
}

export const BLANK = 0

const FULLWIDTH_SHIFT = 0xfee0

export async function loadAlphabet(path: string): Promise<Alphabet> {
  const dictionary = (await readFile(path, 'utf8')).split('\n').map((line) => line.replace('\r', ''))
  if (dictionary.at(-1) === '') dictionary.pop()
  const characters = ['', ...dictionary.map(asciiForm), ' ']
  const latin = [...characters.keys()].filter((index) => /^[ -~£€°©®×]?$/.test(characters[index] ?? ''))
  return {
    characters,
    latin: Uint16Array.from(latin),
    isChinese: (index) => /\p{Script=Han}/u.test(characters[index] ?? ''),
  }
}

function asciiForm(character: string): string {
  const code = character.codePointAt(0) ?? 0
  const ascii = code - FULLWIDTH_SHIFT
  return ascii > 0x20 && ascii < 0x7f ? String.fromCodePoint(ascii) : character
}
