import { once } from 'node:events'
import { readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { build } from 'vite'
import { projectRoot } from './project-root.ts'

export interface SpaSettings {
  api: string
  issuer: string
  hostedUi: string
  clientId: string
}

/**
 * Builds examples/spa as its own `npm run build` does, with the packages of this project: the example's package.json
 * names the same versions, as test/infra/example-packages.test.ts checks, so nothing more has to be installed.
 */
export async function buildSpa(folder: string, { api, issuer, hostedUi, clientId }: SpaSettings) {
  const values = { VITE_API: api, VITE_ISSUER: issuer, VITE_HOSTED_UI: hostedUi, VITE_CLIENT_ID: clientId }
  await build({
    root: join(projectRoot, 'examples/spa'),
    logLevel: 'warn',
    envDir: false,
    define: Object.fromEntries(
      Object.entries(values).map(([name, value]) => [`import.meta.env.${name}`, JSON.stringify(value)]),
    ),
    build: { outDir: folder, emptyOutDir: true },
  })
}

const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

/** Serves the files of a folder on an origin of its own, with nothing of the tracker. */
export async function serveSpa(folder: string) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://spa')
    const name = pathname === '/' ? 'index.html' : pathname
    const bytes = await readFile(join(folder, name)).catch(() => undefined)
    response.writeHead(bytes ? 200 : 404, { 'content-type': TYPES[extname(name)] ?? 'text/plain' })
    response.end(bytes)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('no port')
  return {
    url: `http://localhost:${address.port}`,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await rm(folder, { recursive: true, force: true })
    },
  }
}
