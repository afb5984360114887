import { z } from 'zod'
import { isLoopback } from '../formats.ts'

/** The domain of a Hosted UI as an origin; with or without `https://`, as consoles show it both ways. */
export const hostedUiDomain = z.string().transform((text, context) => {
  const whole = /^[a-z]+:\/\//i.test(text) ? text : `https://${text}`
  const url = URL.canParse(whole) ? new URL(whole) : undefined
  const problem = problemOf(url)
  if (url && !problem) return url.origin
  context.addIssue({ code: 'custom', message: problem ?? 'must be a domain' })
  return z.NEVER
})

function problemOf(url: URL | undefined): string | undefined {
  if (!url) return 'must be a domain'
  const { hostname, protocol, pathname, search } = url
  if (/(^|[.-])cognito-idp\./.test(hostname)) {
    return "is the pool's issuer; it must be the domain of the sign-in pages (console: Branding, Domain)"
  }
  if (protocol !== 'https:' && !(protocol === 'http:' && isLoopback(hostname))) return 'must be https'
  if (pathname !== '/' || search) return 'must be the domain alone, without a path'
  if (!hostname.includes('.') && !isLoopback(hostname)) {
    return 'must be the whole domain, not its prefix alone'
  }
  return undefined
}
