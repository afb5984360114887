import type { Language } from './exported-claim.ts'
import { en } from './words/en.ts'
import { ms } from './words/ms.ts'
import type { Words } from './words/words.ts'

export type { Words }

/** What exports say, by language. */
export const words: Record<Language, Words> = { en, ms }
