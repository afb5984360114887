import type { en } from './en/index.ts'
import type { Language } from './languages.ts'
import type { Translation } from './translation.ts'

export type Messages = Translation<typeof en>

/** Each language is a file of its own, loaded when it is chosen. */
export const loadMessages: Record<Language, () => Promise<Messages>> = {
  en: async () => (await import('./en/index.ts')).en,
  ms: async () => (await import('./ms/index.ts')).ms,
}

declare module 'use-intl' {
  interface AppConfig {
    Locale: Language
    Messages: typeof en
  }
}
