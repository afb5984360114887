import { readFile } from 'node:fs/promises'
import type { FastifyInstance } from 'fastify'

/** The page at `/`; its scripts and styles are under /assets/. */
export async function startPage(app: FastifyInstance) {
  const page = await readFile(new URL('../../web/index.html', import.meta.url), 'utf8')
  app.get('/', { config: { public: true } }, (_request, reply) => {
    reply.header('Cache-Control', 'no-cache').type('text/html; charset=utf-8').send(page)
  })
}
