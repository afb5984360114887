import { z } from 'zod'
import { type Finding, failure, fine, warning } from '../../finding.ts'

const TIMEOUT_MS = 10_000

const metadataSchema = z.object({
  issuer: z.string(),
  jwks_uri: z.string(),
  scopes_supported: z.array(z.string()).optional(),
})
const keysSchema = z.object({ keys: z.array(z.unknown()).min(1) })

export interface Expected {
  /** URL of the discovery document. */
  url: string
  isIssuer(issuer: string): boolean
  /** The configured issuer, as shown to a person. */
  configured: string
  /** The fix when the document cannot be fetched. */
  unreachable: string
  /** The fix when the document names another issuer. */
  wrongIssuer(found: string): string
  scopes: readonly string[]
}

/** Checks that the discovery document and the keys of the configured provider can be fetched, and that they are its own. */
export async function checkDiscovery(expected: Expected): Promise<Finding[]> {
  const { url } = expected
  const metadata = await read(url, metadataSchema)
  if (typeof metadata === 'string') {
    return [failure(`the discovery document ${url} cannot be fetched: ${metadata}`, expected.unreachable)]
  }
  const { issuer, jwks_uri, scopes_supported } = metadata
  if (!expected.isIssuer(issuer)) {
    const message = `the discovery document names the issuer ${issuer}, but ${expected.configured} is configured`
    return [failure(message, expected.wrongIssuer(issuer))]
  }
  const findings = [fine(`the issuer is ${issuer}`)]
  const keys = await read(jwks_uri, keysSchema)
  findings.push(
    typeof keys === 'string'
      ? failure(
          `the provider's keys ${jwks_uri} cannot be fetched: ${keys}`,
          'let the server reach that address',
        )
      : fine(`the provider has ${keys.keys.length} keys`),
  )
  const unknown = expected.scopes.filter((scope) => scopes_supported && !scopes_supported.includes(scope))
  if (unknown.length > 0) {
    const left = expected.scopes.filter((scope) => !unknown.includes(scope)).join(' ')
    findings.push(
      warning(`the provider does not list the scopes ${unknown.join(', ')}`, `OIDC_SCOPES="${left}"`),
    )
  }
  return findings
}

/** The document, or a text that says why it cannot be used. */
async function read<T>(url: string, schema: z.ZodType<T>): Promise<T | string> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) })
    if (!answer.ok) return `it answers ${answer.status}`
    const parsed = schema.safeParse(await answer.json())
    return parsed.success ? parsed.data : 'it is not one'
  } catch (error) {
    const { name, message, cause } = error as Error & { cause?: NodeJS.ErrnoException }
    return name === 'SyntaxError' ? 'it is not JSON' : (cause?.code ?? message)
  }
}
