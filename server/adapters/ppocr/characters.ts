import { readFile } from 'node:fs/promises'
import { z } from 'zod'

const charactersSchema = z.object({
  /** What each class of the recognisers stands for. The first is blank: no character. */
  latin: z.array(z.string()),
  /** The same for the full head. Fullwidth forms are mapped to ASCII. */
  full: z.array(z.string()),
})
export type Characters = z.output<typeof charactersSchema>

export const BLANK = 0

export async function loadCharacters(path: string): Promise<Characters> {
  return charactersSchema.parse(JSON.parse(await readFile(path, 'utf8')))
}

export const isChinese = (character: string) => /\p{Script=Han}/u.test(character)
