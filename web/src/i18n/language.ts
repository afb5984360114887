/** ISO 639: English and Malay. */
export const languages = ['en', 'ms'] as const
export type Language = (typeof languages)[number]

const STORED = 'language'

const isLanguage = (value: unknown): value is Language => languages.includes(value as Language)

/** Says that the language was chosen on this device and the account does not know yet. */
const UNSAVED = 'language-unsaved'

/** What this device showed last, else what the browser prefers, else English. */
function initialLanguage(): Language {
  const chosen = localStorage.getItem(STORED)
  if (isLanguage(chosen)) return chosen
  return navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage) ?? 'en'
}

let current: Language | undefined

/** The language of the screen, in which the server is asked too. */
export function currentLanguage(): Language {
  current ??= initialLanguage()
  return current
}

/** @param isChoice whether the person has just chosen it here, so that the account must hear of it */
export function rememberLanguage(language: Language, isChoice: boolean) {
  current = language
  localStorage.setItem(STORED, language)
  if (isChoice) localStorage.setItem(UNSAVED, 'yes')
}

export const isLanguageUnsaved = () => localStorage.getItem(UNSAVED) !== null
export const languageIsSaved = () => localStorage.removeItem(UNSAVED)
