import type { Language } from './languages.ts'

const AND: Record<Language, string> = { en: 'and', ms: 'dan' }

/** `a, b and c`, as it is read aloud. */
export function listOf(items: readonly string[], language: Language): string {
  const last = items.at(-1) ?? ''
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${AND[language]} ${last}`
}
