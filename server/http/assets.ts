import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { everyRoutePublic } from './authentication.ts'

/** Style sheet and mark of the pages the server itself writes (sign-in, errors), under /assets/. */
export async function assets(app: FastifyInstance) {
  everyRoutePublic(app)
  await app.register(fastifyStatic, {
    root: fileURLToPath(new URL('./assets', import.meta.url)),
    prefix: '/assets/',
    decorateReply: false,
    index: false,
    allowedPath: (path) => /^\/[\w-]+\.(css|js|svg|png|woff2)$/.test(path),
    // Their names do not change between releases, so browsers must revalidate.
    cacheControl: false,
    setHeaders: (reply) => reply.header('Cache-Control', 'no-cache'),
  })
}
