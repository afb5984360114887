/** ISO 639: `en` English, `ms` Malay. */
export const languages = ['en', 'ms'] as const
export type Language = (typeof languages)[number]

/** What a person reads, in every language. */
export type Text = Readonly<Record<Language, string>>

const RANGE = /^([a-z]{1,8})(?:-[a-z0-9]{1,8})*(?:\s*;\s*q=([01](?:\.\d{0,3})?))?$/i
const MAX_RANGES = 50

/** The most wanted language of an Accept-Language header (RFC 9110, 12.5.4) among ours. */
function preferredIn(header: string): Language | undefined {
  const wanted = header.split(',', MAX_RANGES).flatMap((range) => {
    const [, primary = '', weight = '1'] = RANGE.exec(range.trim()) ?? []
    const language = languages.find((one) => one === primary.toLowerCase())
    return language && Number(weight) > 0 ? [{ language, weight: Number(weight) }] : []
  })
  return wanted.sort((a, b) => b.weight - a.weight)[0]?.language
}

/**
 * What an Accept-Language header asks for. `chosen`: it names one of our languages and nothing else, which clients do on
 * purpose; browsers send a list unasked. `preferred`: the most wanted of such a list.
 */
export function acceptedLanguage(header: string | undefined): { chosen?: Language; preferred?: Language } {
  const alone = header?.trim().toLowerCase()
  const chosen = languages.find((language) => language === alone)
  if (chosen) return { chosen }
  const preferred = preferredIn(header ?? '')
  return preferred ? { preferred } : {}
}
