import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { preloads } from './app-preloads.ts'
import { everyRoutePublic } from './authentication.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** A file that the web app loads. Not counted by the limit of requests: one start of the app loads dozens. */
    isAppFile?: boolean
  }
}

const PAGES = ['/', '/app', '/app/*']
const NONCE = 'STYLE_NONCE'
const A_YEAR = 'public, max-age=31536000, immutable'
/** Also the parts of a token that does not fit into one cookie. */
const SESSION_COOKIE = /^(access|refresh)_token(\.\d)?$/
/** Where the phone's share menu posts files to; the manifest says so. */
const SHARE_TARGET = '/app/share'
const ROOT_FILES = [
  'sw.js',
  'share-target.js',
  'manifest.webmanifest',
  'mark.svg',
  'mark-192.png',
  'mark-512.png',
]

/**
 * The web app: one page for `/` and everything below `/app`, and the files it loads. The page is revalidated each
 * time; its files have the hash of their content in their names and are kept for a year.
 * @param options.dist the folder of the built app
 */
export async function appPage(app: FastifyInstance, { dist }: { dist: string }) {
  everyRoutePublic(app)
  app.addHook('onRoute', (route) => {
    if (!PAGES.includes(route.url) && route.url !== SHARE_TARGET)
      route.config = { ...route.config, isAppFile: true }
  })
  const assets = join(dist, 'app/assets')

  /** Read each time, so that a build that replaces another one is served with its own files. */
  const readPage = () => readFile(join(dist, 'index.html'), 'utf8').catch(() => NOT_BUILT)

  /** Each page has its own nonce, for the style elements of the component library; see web/src/main.tsx. */
  async function sendPage({ url, headers, cookies }: FastifyRequest, reply: FastifyReply) {
    const nonce = randomBytes(16).toString('base64')
    const page = await readPage()
    const hasSession = Object.keys(cookies).some((name) => SESSION_COOKIE.test(name))
    const [path = '/'] = url.split('?')
    const hints = await preloads(dist, { path, acceptLanguage: headers['accept-language'], hasSession })
    const policy = String(reply.getHeader('Content-Security-Policy') ?? '')
    return (
      reply
        .header(
          'Content-Security-Policy',
          policy.replace("style-src 'self'", `style-src 'self' 'nonce-${nonce}'`),
        )
        // `private` instead of Vary: with that, the service worker would not find the page in its cache.
        .header('Cache-Control', 'private, no-cache')
        .type('text/html; charset=utf-8')
        .send(page.replace(NONCE, nonce).replace('</head>', () => `${hints}</head>`))
    )
  }

  for (const path of PAGES) app.get(path, sendPage)
  await app.register(missedShare)

  await app.register(fastifyStatic, {
    root: assets,
    prefix: '/app/assets/',
    preCompressed: true,
    index: false,
    cacheControl: false,
    setHeaders: (reply, path) => reply.header('Cache-Control', path.startsWith(assets) ? A_YEAR : 'no-cache'),
    // An app that is not built has no such folder; the page says so.
    suppressWarning: true,
  })
  for (const name of ROOT_FILES) {
    // Their names stay the same from release to release, so a browser asks each time whether they changed.
    app.get(`/${name}`, (_request, reply) => reply.sendFile(name, dist))
  }
}

/**
 * The service worker takes shared files on the device; see web/public/share-target.js. A share only arrives here where the
 * worker is not installed yet. It changes nothing, whoever sends it: the files are not read, and the page says what to do.
 */
async function missedShare(app: FastifyInstance) {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', (_request, _payload, done) => done(null))
  app.post(SHARE_TARGET, (_request, reply) => reply.redirect('/app/snap?share=missed', 303))
}

const NOT_BUILT = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Malaysian Tax Tracker</title>
<p>The web app has not been built. Run <code>npm ci</code>, then start the server again.
<p>The API is described at <a href="/docs">/docs</a>.`
