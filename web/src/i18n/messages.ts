import type { en } from './en/index.ts'
import type { Language } from './language.ts'

/** The same keys with texts of another language: a missing or unknown key is a type error. */
export type Translation<T> = { [Key in keyof T]: T[Key] extends string ? string : Translation<T[Key]> }
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
