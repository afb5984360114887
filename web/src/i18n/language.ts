import { type Language, languages } from './languages.ts'

const STORED = 'language'

const isLanguage = (value: unknown): value is Language => languages.includes(value as Language)

/** Says that the language was chosen on this device and the account does not know yet. */
const UNSAVED = 'language-unsaved'

/** What this device showed last, else what the browser prefers, else English. */
function lastLanguage(): Language {
  const chosen = localStorage.getItem(STORED)
  if (isLanguage(chosen)) return chosen
  return navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage) ?? 'en'
}

/** The language of the server's own pages in this browser; see server/http/page-language.ts. */
function pageLanguage(): Language | undefined {
  const [, value] = /(?:^|; )language=(\w+)/.exec(document.cookie) ?? []
  return isLanguage(value) ? value : undefined
}

/** On the way to the server's pages the app says its language; another one was chosen there. */
function initialLanguage(): Language {
  const last = lastLanguage()
  const chosen = pageLanguage()
  if (chosen && chosen !== last) rememberLanguage(chosen, true)
  return chosen ?? last
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
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store is missing over plain http
  document.cookie = `language=${language}; Path=/; Max-Age=31536000; SameSite=Lax${location.protocol === 'https:' ? '; Secure' : ''}`
  if (isChoice) localStorage.setItem(UNSAVED, 'yes')
}

export const isLanguageUnsaved = () => localStorage.getItem(UNSAVED) !== null
export const languageIsSaved = () => localStorage.removeItem(UNSAVED)
