import { z } from 'zod'
import { broken, type Finding, fine, warning } from './finding.ts'

const TIMEOUT_MS = 10_000

const metadataSchema = z.object({
  issuer: z.string(),
  jwks_uri: z.string(),
  scopes_supported: z.array(z.string()).optional(),
})
const keysSchema = z.object({ keys: z.array(z.unknown()).min(1) })

export interface Expected {
  /** Of the discovery document. */
  url: string
  isIssuer(issuer: string): boolean
  /** What the issuer should be, as it was configured. */
  configured: string
  /** What to do when the document cannot be had. */
  unreachable: string
  /** What to do when it names another issuer. */
  wrongIssuer(found: string): string
  scopes: readonly string[]
}

/** Whether a provider's discovery document and keys can be had, and whether it is the provider that was configured. */
export async function checkDiscovery(expected: Expected): Promise<Finding[]> {
  const { url } = expected
  const metadata = await read(url, metadataSchema)
  if (typeof metadata === 'string') {
    return [broken(`the discovery document ${url} cannot be had: ${metadata}`, expected.unreachable)]
  }
  const { issuer, jwks_uri, scopes_supported } = metadata
  if (!expected.isIssuer(issuer)) {
    const said = `the discovery document names the issuer ${issuer}, configured is ${expected.configured}`
    return [broken(said, expected.wrongIssuer(issuer))]
  }
  const findings = [fine(`the issuer is ${issuer}`)]
  const keys = await read(jwks_uri, keysSchema)
  findings.push(
    typeof keys === 'string'
      ? broken(`the provider's keys ${jwks_uri} cannot be had: ${keys}`, 'let the server reach that address')
      : fine(`the provider has ${keys.keys.length} keys`),
  )
  const unknown = expected.scopes.filter((scope) => scopes_supported && !scopes_supported.includes(scope))
  if (unknown.length > 0) {
    const left = expected.scopes.filter((scope) => !unknown.includes(scope)).join(' ')
    findings.push(
      warning(`the provider does not speak of the scopes ${unknown.join(', ')}`, `OIDC_SCOPES="${left}"`),
    )
  }
  return findings
}

/** The document, or in words why not. */
async function read<T>(url: string, schema: z.ZodType<T>): Promise<T | string> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) })
    if (!answer.ok) return `it answers ${answer.status}`
    const parsed = schema.safeParse(await answer.json())
    return parsed.success ? parsed.data : 'it is none'
  } catch (error) {
    const { name, message, cause } = error as Error & { cause?: NodeJS.ErrnoException }
    return name === 'SyntaxError' ? 'it is no JSON' : (cause?.code ?? message)
  }
}
