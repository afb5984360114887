import type { Language, Text } from '../language.ts'
import { en, type Texts } from './en/index.ts'
import { ms } from './ms/index.ts'

export type { Texts }

/** Everything that the server says to people, by language. */
export const texts: Record<Language, Texts> = { en, ms }

/**
 * A text in every language: `say(({ problems }) => problems.not_found)`.
 * @param word `of` gives a text that is a part of this one in the same language
 */
export const say = (word: (texts: Texts, of: (text: Text) => string) => string): Text => ({
  en: word(en, ({ en }) => en),
  ms: word(ms, ({ ms }) => ms),
})

/** Clauses of one sentence; empty without any. */
export const clauses = (parts: readonly (Text | null | undefined)[]): Text =>
  say((_, of) => parts.flatMap((part) => (part ? of(part) || [] : [])).join('; '))
