import { z } from 'zod'

/** What the text of a variable may look like, and what is made of it. */

export const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d+$/, `must be a whole number from ${min} to ${max}`)
    .transform(Number)
    .refine((n) => n >= min && n <= max, `must be a whole number from ${min} to ${max}`)

export const isLoopback = (hostname: string) => /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname)

const asOrigin = (text: string) => {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isOrigin = url?.pathname === '/' && !url.search && !url.hash && !url.username
  return url && isOrigin && /^https?:$/.test(url.protocol) ? url.origin : undefined
}

export const origin = transformed(
  asOrigin,
  'must be an origin: http(s)://host or http(s)://host:port, without a path',
)

/** Separated by commas or blanks. */
export const list = z.string().transform((text) => text.split(/[\s,]+/).filter(Boolean))

export const origins = list.transform((texts, context) =>
  texts.map((text) => {
    const found = asOrigin(text)
    // A wildcard would let every site read what a person's own scripts may read.
    if (!found) context.addIssue({ code: 'custom', message: `has ${quoted(text)}, which is not an origin` })
    return found ?? ''
  }),
)

const SECURE = 'must be a whole https address (plain http only for localhost)'

const asSecure = (text: string) => {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isSecure = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname))
  return url && isSecure && !url.hash && !url.username ? url : undefined
}

/** An address only the encrypted web leads to; this machine itself may be reached without. */
export const secureUrl = transformed((text) => asSecure(text)?.href, SECURE)

/** The same, left as it is written: providers compare it letter for letter with what was registered. */
export const secureUrlAsWritten = transformed((text) => asSecure(text) && text, SECURE)

export const region = z
  .string()
  .regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'must be the code of an AWS region, not its name')

export const tableName = z
  .string()
  .regex(/^[\w.-]{3,255}$/, 'must be a DynamoDB table name: 3 to 255 letters, digits, - _ .')

function transformed<T>(make: (text: string) => T | undefined, message: string) {
  return z.string().transform((text, context) => {
    const made = make(text)
    if (made !== undefined) return made
    context.addIssue({ code: 'custom', message })
    return z.NEVER
  })
}

const quoted = (text: string) => JSON.stringify(text.slice(0, 60))
