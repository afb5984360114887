/** ISO 639: English and Malay. */
export const languages = ['en', 'ms'] as const
export type Language = (typeof languages)[number]

const STORED = 'language'

const isLanguage = (value: unknown): value is Language => languages.includes(value as Language)

/** What the person chose on this device, else what the browser prefers, else English. */
export function initialLanguage(): Language {
  const chosen = localStorage.getItem(STORED)
  if (isLanguage(chosen)) return chosen
  return navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage) ?? 'en'
}

export const rememberLanguage = (language: Language) => localStorage.setItem(STORED, language)
