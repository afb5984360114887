/** ISO 639: English and Malay. */
export const languages = ['en', 'ms'] as const
export type Language = (typeof languages)[number]
