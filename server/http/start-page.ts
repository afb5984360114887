import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/** The page at `/` and what it is made of. */
export async function startPage(app: FastifyInstance) {
  await app.register(fastifyStatic, {
    root: fileURLToPath(new URL('../../web', import.meta.url)),
    prefix: '/',
    wildcard: false,
    index: 'index.html',
  })
}
