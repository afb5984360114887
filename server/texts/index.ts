import type { Language, Text } from '../language.ts'
import { en, type Texts } from './en/index.ts'
import { ms } from './ms/index.ts'

export type { Texts }

/** Everything that the server says to people, by language. */
export const texts: Record<Language, Texts> = { en, ms }

/** A text in every language: `say(({ problems }) => problems.not_found)`. */
export const say = (word: (texts: Texts) => string): Text => ({ en: word(en), ms: word(ms) })
