import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { projectRoot } from './project-root.ts'

/** The source of a package's main module. */
const moduleOf = (name: string) => readFileSync(new URL(import.meta.resolve(name)), 'utf8')

/** The code in docs/authentication.md. */
function documentedCode() {
  const text = readFileSync(join(projectRoot, 'docs/authentication.md'), 'utf8')
  const code = /```js\n\/\/ tax-tracker\.js\n([\s\S]*?)```/.exec(text)?.[1]
  if (!code) throw new Error('docs/authentication.md has no tax-tracker.js')
  return code
}

export interface SpaSettings {
  api: string
  issuer: string
  hostedUi: string
  clientId: string
}

/** A single-page app on its own origin, made of the documented code and the real library, with nothing of the server. */
export async function startSpa() {
  let settings: SpaSettings | undefined
  const scripts: Record<string, string> = {
    '/tax-tracker.js': documentedCode(),
    '/oidc-client-ts.js': moduleOf('oidc-client-ts'),
    '/jwt-decode.js': moduleOf('jwt-decode'),
  }
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://spa')
    const script = scripts[pathname]
    response.setHeader('content-type', script ? 'text/javascript' : 'text/html')
    response.end(script ?? page({ ...settings, home: `${url}/` }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('no port')
  const url = `http://localhost:${address.port}`
  return {
    url,
    /** Sets what it is built with. */
    configure(given: SpaSettings) {
      settings = given
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const page = (settings: object) => `<!doctype html>
<title>A single-page app</title>
<script type="importmap">
  {"imports": {"oidc-client-ts": "/oidc-client-ts.js", "jwt-decode": "/jwt-decode.js"}}
</script>
<script type="module">
  import { createTaxTracker } from '/tax-tracker.js'
  const tracker = createTaxTracker(${JSON.stringify(settings)})
  const isBack = await tracker.completeSignIn()
  Object.assign(window, { tracker })
  document.body.dataset.state = isBack ? 'signed in' : 'ready'
</script>
<body></body>
`
