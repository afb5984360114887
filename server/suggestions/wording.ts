import type { Text } from '../language.ts'
import { say } from '../texts/index.ts'

const LONGEST_NAME = 40

/** A line's text as a reason names it, shortened to 40 characters; '' if it has none. */
export function shortened(text: string): string {
  const name = text.slice(0, 200).trim().replace(/\s+/g, ' ')
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name
}

/** The same between quotation marks. */
export const quoted = (text: string): Text => say(({ suggestions }) => suggestions.quoted(shortened(text)))

/** A clause about a line: `line 'SPM PHYSICS' reads as a book`. */
export const aboutLine = (description: string, says: Text): Text =>
  say(({ suggestions }, of) => suggestions.line(of(quoted(description)), of(says)))

const dayIn = (locale: string) =>
  new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
const days = { en: dayIn('en-GB'), ms: dayIn('ms-MY') }

/** A day (YYYY-MM-DD) in words: 3 March 2026, 3 Mac 2026. */
export function dayInWords(day: string): Text {
  const date = new Date(`${day}T00:00:00Z`)
  return { en: days.en.format(date), ms: days.ms.format(date) }
}

/** A confidence, at most 1, rounded to two decimals. */
export const rounded = (confidence: number) => Math.round(Math.min(1, confidence) * 100) / 100
