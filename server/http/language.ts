import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { StorageUnavailableError } from '../errors.ts'
import { acceptedLanguage, type Language } from '../language.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** The language a person has chosen for their account; null: none. */
    languageOfAccount(userId: string): Promise<Language | null>
  }
}

export interface LanguageDeps {
  settings: { language(userId: string): Promise<Language | null> }
}

/** Lets every route word its answer in the language of the person who asks. */
export function speakLanguages(app: FastifyInstance, { settings }: LanguageDeps) {
  app.decorate('languageOfAccount', (userId: string) => settings.language(userId))
}

/** The language the person has chosen for their account; null: none, or it is not known at the moment. */
export async function languageOfAccount({ principal, server }: FastifyRequest): Promise<Language | null> {
  if (!principal) return null
  try {
    return await server.languageOfAccount(principal.sub)
  } catch (error) {
    // No answer may fail for the sake of its language.
    if (error instanceof StorageUnavailableError) return null
    throw error
  }
}

/**
 * The language of an answer: the one that Accept-Language names alone, as the app does for the language of its screen; else
 * the one of the account; else the most wanted of the list that browsers send unasked; else English.
 */
export async function languageOf(request: FastifyRequest): Promise<Language> {
  const { chosen, preferred } = acceptedLanguage(request.headers['accept-language'])
  return chosen ?? (await languageOfAccount(request)) ?? preferred ?? 'en'
}

/** The language of an answer, which says so in its headers. */
export async function answerLanguage(request: FastifyRequest, reply: FastifyReply): Promise<Language> {
  const language = await languageOf(request)
  sayLanguage(reply, language)
  return language
}

export function sayLanguage(reply: FastifyReply, language: Language) {
  reply.header('Content-Language', language)
  reply.header('Vary', [reply.getHeader('Vary'), 'Accept-Language'].filter(Boolean).join(', '))
}
