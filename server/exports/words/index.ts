import type { Language } from '../../language.ts'
import { en } from './en.ts'
import { ms } from './ms.ts'
import type { Words } from './shape.ts'

export type { Words }

/** The texts of exports by language. */
export const words: Record<Language, Words> = { en, ms }
