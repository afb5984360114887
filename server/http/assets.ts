import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { everyRoutePublic } from './authentication.ts'

/** Serves style sheets, scripts and pictures of the server's own pages from web/ under /assets/. */
export async function assets(app: FastifyInstance) {
  everyRoutePublic(app)
  await app.register(fastifyStatic, {
    root: fileURLToPath(new URL('../../web', import.meta.url)),
    prefix: '/assets/',
    decorateReply: false,
    index: false,
    allowedPath: (path) => /^\/[\w-]+\.(css|js|svg|png|woff2)$/.test(path),
    // Their names do not change between releases, so browsers must revalidate.
    cacheControl: false,
    setHeaders: (reply) => reply.header('Cache-Control', 'no-cache'),
  })
}
