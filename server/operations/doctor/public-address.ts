import { type Finding, fine, warning } from '../../finding.ts'

const TIMEOUT_MS = 10_000

/** Errors of a certificate, by the beginnings and the whole of their codes. */
const OF_CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|ERR_TLS/

/**
 * Whether PUBLIC_URL leads to a running server of this program: its name, its certificate and the proxy in front. Only
 * warnings, because the doctor is also asked before the first start.
 */
export async function checkPublicAddress(publicUrl: string): Promise<Finding[]> {
  const { host } = new URL(publicUrl)
  let answer: Response
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS)
    answer = await fetch(new URL('/health/live', publicUrl), { redirect: 'manual', signal })
  } catch (error) {
    const { name, cause } = error as Error & { cause?: NodeJS.ErrnoException }
    const code = cause?.code ?? name
    if (OF_CERTIFICATE.test(code)) {
      return [
        warning(
          `the certificate of ${host} is not accepted (${code})`,
          'let the proxy get one for that name; an authority of your own has to be known to each device',
        ),
      ]
    }
    return [
      warning(
        `${publicUrl} does not answer (${code})`,
        'start the server and its proxy, and let the name lead to them; PUBLIC_URL is the address in the browser',
      ),
    ]
  }
  // Only this program has both.
  const isOurs = answer.status === 200 && answer.headers.has('request-id')
  await answer.body?.cancel()
  if (isOurs) return [fine(`${publicUrl} leads to a running server`)]
  return [
    warning(
      `something else answers at ${publicUrl} (/health/live is ${answer.status})`,
      'let the proxy pass every path of that name on to this server',
    ),
  ]
}
