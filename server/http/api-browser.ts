import { createHash } from 'node:crypto'
import Fastify, { type FastifyInstance } from 'fastify'
import { compress, type Encoding, encodingFor } from './compression.ts'

const PATH = '/docs'
const SCRIPT = 'js/scalar.js'
const A_YEAR = 'public, max-age=31536000, immutable'
/** A tenth smaller than at the quality for answers, in the same time. */
const QUALITY = 5

/**
 * `/docs`: the API description, to browse and try. It loads nothing from other servers. The page and its script of 5 MB
 * are loaded here when somebody first asks for them.
 */
export async function apiBrowser(app: FastifyInstance) {
  let opened: ReturnType<typeof openBrowser> | undefined
  const browser = () => {
    opened ??= openBrowser()
    return opened
  }

  app.get(PATH, (_request, reply) => reply.redirect(`${PATH}/`, 301))
  app.get(`${PATH}/`, async (_request, reply) => {
    const { page, policy } = await browser()
    reply.headers({ 'Content-Security-Policy': policy, 'Cache-Control': 'no-cache' })
    return reply.type('text/html; charset=utf-8').send(page)
  })
  app.get(`${PATH}/${SCRIPT}`, async (request, reply) => {
    const { script } = await browser()
    const encoding = encodingFor(request.headers['accept-encoding'])
    reply.headers({ 'Cache-Control': A_YEAR, Vary: 'Accept-Encoding' }).type('text/javascript; charset=utf-8')
    if (encoding) reply.header('Content-Encoding', encoding)
    return reply.send(await script(encoding))
  })
}

/** What Scalar's plugin serves, taken from an application that does not listen. */
async function openBrowser() {
  const { default: scalar } = await import('@scalar/fastify-api-reference')
  const inner = Fastify()
  await inner.register(scalar, {
    routePrefix: PATH,
    configuration: {
      url: '/openapi.json',
      pageTitle: 'The API of the Malaysian Tax Tracker',
      theme: 'default',
      defaultOpenAllTags: true,
      // The session of this browser; an empty bearer token would stand before it.
      authentication: { preferredSecurityScheme: 'cookie' },
      // Everything that would contact another server.
      withDefaultFonts: false,
      telemetry: false,
      hideClientButton: true,
      showDeveloperTools: 'never',
      agent: { disabled: true },
      mcp: { disabled: true },
    },
  })
  const get = async (path: string) => (await inner.inject(`${PATH}/${path}`)).body
  const plain = await get(SCRIPT)
  // With the hash of its content, so that browsers can keep it for as long as they like.
  const page = (await get('')).replace(`"${SCRIPT}"`, `"${SCRIPT}?${hashOf(plain, 'hex').slice(0, 16)}"`)
  const compressed: Partial<Record<Encoding, Promise<Buffer>>> = {}
  return {
    page,
    policy: policyOf(page),
    async script(encoding: Encoding | undefined) {
      if (!encoding) return plain
      compressed[encoding] ??= compress(plain, encoding, QUALITY)
      return compressed[encoding]
    },
  }
}

/** The page starts with inline scripts, which the policy allows by their hashes and no others. */
function policyOf(page: string): string {
  const scripts = [...page.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)]
  const hashes = scripts.map(([, script = '']) => `'sha256-${hashOf(script, 'base64')}'`)
  return (
    `default-src 'none'; connect-src 'self'; font-src 'self' data:; img-src 'self' data: blob:; ` +
    `style-src 'self' 'unsafe-inline'; script-src 'self' ${hashes.join(' ')}; base-uri 'none'; form-action 'self'; ` +
    `frame-ancestors 'none'`
  )
}

const hashOf = (text: string, as: 'hex' | 'base64') => createHash('sha256').update(text).digest(as)
