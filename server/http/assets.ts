import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { everyRoutePublic } from './authentication.ts'

/** The fonts of the web app, which the pages share with it; a file's name goes on with the hash of its content. */
const FONTS = [
  { family: 'Inter', file: 'inter-latin-wght-normal' },
  { family: 'Source Serif 4', file: 'source-serif-4-latin-wght-normal' },
]

/**
 * Style sheets, script and mark of the pages the server itself writes (sign-in, errors), under /assets/.
 * @param options.dist the folder of the built web app
 */
export async function assets(app: FastifyInstance, { dist }: { dist: string }) {
  everyRoutePublic(app)
  await app.register(fastifyStatic, {
    root: fileURLToPath(new URL('./assets', import.meta.url)),
    serve: false,
    index: false,
    allowedPath: (path) => /^\/?[\w-]+\.(css|js|svg|png|woff2)$/.test(path),
    cacheControl: false,
  })
  app.get<{ Params: { '*': string } }>('/assets/*', async (request, reply) => {
    // Their names do not change between releases, so browsers must revalidate.
    reply.header('Cache-Control', 'no-cache')
    const name = request.params['*']
    if (name !== 'fonts.css') return reply.sendFile(name)
    return reply.type('text/css; charset=utf-8').send(await fontFaces(join(dist, 'app/assets')))
  })
}

/** Empty where the app is not built: the pages then use fonts of the system. */
async function fontFaces(folder: string): Promise<string> {
  const files = await readdir(folder).catch(() => [])
  return FONTS.flatMap(({ family, file }) => {
    const found = files.find((name) => name.startsWith(`${file}-`) && name.endsWith('.woff2'))
    return found
      ? `@font-face{font-family:"${family}";src:url("/app/assets/${found}") format("woff2");font-weight:200 900;font-display:swap}`
      : []
  }).join('\n')
}
