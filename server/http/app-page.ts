import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { everyRoutePublic } from './authentication.ts'

const NONCE = 'STYLE_NONCE'
const A_YEAR = 'public, max-age=31536000, immutable'
const ROOT_FILES = ['sw.js', 'manifest.webmanifest', 'mark.svg', 'mark-192.png', 'mark-512.png']

/**
 * The web app: one page for `/` and everything below `/app`, and the files it loads. The page is revalidated each
 * time; its files have the hash of their content in their names and are kept for a year.
 * @param options.dist the folder of the built app
 */
export async function appPage(app: FastifyInstance, { dist }: { dist: string }) {
  everyRoutePublic(app)
  const assets = join(dist, 'app/assets')

  /** Read each time, so that a build that replaces another one is served with its own files. */
  const readPage = () => readFile(join(dist, 'index.html'), 'utf8').catch(() => NOT_BUILT)

  /** Each page has its own nonce, for the style elements of the component library; see web/src/main.tsx. */
  async function sendPage(reply: FastifyReply) {
    const nonce = randomBytes(16).toString('base64')
    const policy = String(reply.getHeader('Content-Security-Policy') ?? '')
    return reply
      .header(
        'Content-Security-Policy',
        policy.replace("style-src 'self'", `style-src 'self' 'nonce-${nonce}'`),
      )
      .header('Cache-Control', 'no-cache')
      .type('text/html; charset=utf-8')
      .send((await readPage()).replace(NONCE, nonce))
  }

  for (const path of ['/', '/app', '/app/*']) app.get(path, (_request, reply) => sendPage(reply))

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

const NOT_BUILT = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Malaysian Tax Tracker</title>
<p>The web app has not been built. Run <code>npm ci</code>, then start the server again.
<p>The API is described at <a href="/docs">/docs</a>.`
