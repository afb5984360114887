/** ISO 639: `en` English, `ms` Malay. */
export const languages = ['en', 'ms'] as const
export type Language = (typeof languages)[number]
