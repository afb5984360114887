import { isIP } from 'node:net'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Config } from '../config/config.ts'
import { isReachedDirectly } from '../config/public-url.ts'
import { Refusal } from '../errors.ts'
import { say } from '../texts/index.ts'
import { opensPage } from './authentication.ts'
import { page } from './page.ts'
import { pageLanguage } from './page-language.ts'
import { asProblem, sendProblem } from './problems.ts'

export type Reach = Pick<Config, 'publicUrl' | 'listen' | 'trustedProxies'>

/** What proxies add to the requests they forward. */
const FORWARDED = [
  'forwarded',
  'via',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
  'cf-connecting-ip',
]

/** Top-level domains that the public DNS does not have, so that no stranger owns a name below them. */
const NOT_PUBLIC = new Set([
  'localhost',
  'local',
  'localdomain',
  'internal',
  'lan',
  'home',
  'home.arpa',
  'test',
])

/**
 * Whether the request comes from the loopback of the machine the server runs on, and not through a proxy there: a proxy
 * makes everybody look local.
 */
export function isFromThisMachine({ raw }: FastifyRequest, reach: Reach): boolean {
  if (!isReachedDirectly(reach) || FORWARDED.some((name) => raw.headers[name] !== undefined)) return false
  // nginx asks in HTTP/1.0 unless it is told otherwise; browsers have not for decades.
  if (raw.httpVersionMajor === 1 && raw.httpVersionMinor === 0) return false
  // A socket for both kinds shows IPv4 addresses with a prefix.
  return /^(::ffff:)?127\.|^::1$/.test(raw.socket.remoteAddress ?? '')
}

/**
 * Answers only for names that are the server's own. Otherwise a web site could point its name at this machine (DNS
 * rebinding), and its scripts would act from the visitor's browser as a page of this server, where no code is asked for.
 */
export function refuseUnknownHosts(app: FastifyInstance, config: Reach & Pick<Config, 'identity'>) {
  // Providers outside let nobody in for being near, and a proxy sends whatever name it is told to.
  if (config.identity.kind !== 'local' || !isReachedDirectly(config)) return
  const own = new URL(config.publicUrl)
  app.addHook('onRequest', async (request, reply) => {
    const { host } = request.headers
    // Nearly every request, without parsing anything.
    if (host === own.host || isOwnName(host, own.hostname)) return
    const refusal = new Refusal(
      'misdirected',
      say(({ refusals }) => refusals.unknownHost),
    )
    if (!opensPage(request)) return sendProblem(refusal, request, reply)
    const language = pageLanguage(request)
    const { status, title, detail } = asProblem(refusal, request, language)
    return reply
      .code(status)
      .type('text/html; charset=utf-8')
      .send(page({ language, title, lead: detail }))
  })
}

function isOwnName(host: string | undefined, own: string): boolean {
  // Without the header it is no browser.
  if (host === undefined) return true
  if (!URL.canParse(`http://${host}`)) return false
  const name = new URL(`http://${host}`).hostname.replace(/\.$/, '')
  const isAddress = isIP(name) !== 0 || name.startsWith('[')
  const [last = '', before = ''] = name.split('.').reverse()
  // Other devices find a name without dots on their own network only.
  const isLocal = !name.includes('.') || NOT_PUBLIC.has(last) || NOT_PUBLIC.has(`${before}.${last}`)
  return isAddress || isLocal || name === own
}
