import type { FastifyReply, FastifyRequest } from 'fastify'
import { acceptedLanguage, type Language } from '../language.ts'

/** What a person chose last in this browser, in the app or on a page of the server. The app reads and writes it too. */
const COOKIE = 'language'
const A_YEAR = 31_536_000

/** The language that `ui_locales` asks for (OpenID Connect Core, 3.1.2.1): tags with spaces between them, the best first. */
export function languageOfLocales(locales: unknown): Language | undefined {
  if (typeof locales !== 'string') return undefined
  const { chosen, preferred } = acceptedLanguage(locales.trim().split(/\s+/).join(','))
  return chosen ?? preferred
}

/** What the address asks for, or was chosen in this browser; undefined where nobody chose anything. */
export function chosenLanguage({ query, cookies }: FastifyRequest): Language | undefined {
  const { ui_locales: locales } = (query ?? {}) as { ui_locales?: unknown }
  return languageOfLocales(locales) ?? languageOfLocales(cookies[COOKIE])
}

/** The language of a page that the server itself writes: chosen, else what the browser prefers, else English. */
export function pageLanguage(request: FastifyRequest): Language {
  const { chosen, preferred } = acceptedLanguage(request.headers['accept-language'])
  return chosenLanguage(request) ?? chosen ?? preferred ?? 'en'
}

/** Keeps what the address asks for, so that the pages that follow and the app open in the same language. */
export function rememberLanguage(request: FastifyRequest, reply: FastifyReply, publicUrl: string) {
  const { ui_locales: locales } = (request.query ?? {}) as { ui_locales?: unknown }
  const language = languageOfLocales(locales)
  if (!language) return
  // No secret, and the app has to read it.
  const secure = publicUrl.startsWith('https:')
  reply.setCookie(COOKIE, language, { path: '/', sameSite: 'lax', secure, maxAge: A_YEAR })
}
